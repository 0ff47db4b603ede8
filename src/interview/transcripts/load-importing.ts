/** What the pages of an import need to know. */
import { dayInWords } from '../../lib/dates.ts'
import { listParticipants } from '../../people/store.ts'
import { findProgramme } from '../../protocol/store.ts'
import type { RouteContext } from '../../web/route.ts'
import type { Recording } from '../recordings/model.ts'
import { listRecordings } from '../recordings/recording-store.ts'
import { listSittings } from '../sittings/sitting-store.ts'

export type ImportSurroundings = {
  /** Of everybody in the programme. */
  readonly names: readonly string[]
  /** Those that can be played. */
  readonly recordings: readonly Recording[]
  readonly usualTitle: string
}

type Context = Pick<RouteContext<unknown, unknown>, 'read' | 'scope'>

/** Null: the organisation has no such programme. */
export const loadImporting = (
  { read, scope: { organisationId } }: Context,
  programmeId: string,
): Promise<ImportSurroundings | null> =>
  read(async (tx) => {
    const programme = await findProgramme(tx, organisationId, programmeId)
    if (programme === null) return null
    const place = { organisationId, programmeId }
    const people = await listParticipants(tx, place)
    const last = (await listSittings(tx, place)).at(-1)
    return {
      names: people.map(({ name }) => name),
      recordings: (await listRecordings(tx, place)).filter(({ state }) => state === 'ready'),
      usualTitle: last === undefined ? '' : `Sitting ${last.sitting}, ${dayInWords(last.heldOn)}`,
    }
  })
