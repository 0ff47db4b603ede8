/** What the pages of the board show, in one consistent state. */
import { openProgramme } from '../../protocol/open-programme.ts'
import { nounOfDomains } from '../../protocol/wording/domain-noun.ts'
import type { RouteContext } from '../../web/route.ts'
import { loadRoomState } from '../sittings/room-state.ts'
import { listMentees } from '../store.ts'
import { interviewBase } from './board-addresses.ts'
import type { BoardView } from './board-view.ts'
import { listNotes } from './note-store.ts'

export type BoardContext<Params = unknown, Input = unknown> = RouteContext<
  Params & { readonly programme: string },
  Input
>

/** Null: the organisation has no such programme. */
export const loadBoard = ({
  scope,
  params,
  read,
  service,
}: BoardContext): Promise<BoardView | null> =>
  read(async (tx) => {
    const { programme: programmeId } = params
    const { organisationId, masterKey } = scope
    const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
    if (programme === null) return null
    const mentees = await listMentees(tx, programme)
    const { protocol } = programme
    return {
      programmeId,
      programmeName: programme.name,
      isOpen: programme.state !== 'closed',
      noun: nounOfDomains(protocol),
      menteeLabel: protocol.roles.mentee.label,
      mentorsLabel: protocol.roles.mentor.plural,
      domains: protocol.domains,
      mentees: mentees.map(({ menteeId, name }) => ({ menteeId, name })),
      notes: await listNotes(tx, programme, mentees),
      room: await loadRoomState(tx, programme, new Date()),
      followAddress: `${service.publicUrl}${interviewBase(programmeId)}/follow`,
    }
  })
