/** A programme in which mentors and mentees are asked in private before the draw: the pages, and what is kept. */
import { lockWillingness } from '../../src/allocation/procedure/actions.ts'
import { reopenDraw } from '../../src/allocation/procedure/draw-store.ts'
import type { ActionScope } from '../../src/platform/action.ts'
import type { Database } from '../../src/platform/database.ts'
import { respondentOf } from '../../src/platform/keys.ts'
import type { Protocol } from '../../src/protocol/model.ts'
import { openStage } from '../../src/questionnaires/windows/windows.ts'
import { type Allocating, type AllocatingOptions, startAllocating } from './allocation-under-way.ts'
import type { Somebody } from './hospital.ts'
import { succeeded } from './succeeded.ts'
import { send, type Visit, visit } from './visit.ts'
import type { Server } from './world.ts'

export type AskedInPrivate = Allocating & {
  readonly pageOf: (as: Somebody | undefined, path: string) => Promise<string>
  readonly sendTo: (
    as: Somebody | undefined,
    path: string,
    form: NonNullable<Visit['form']>,
  ) => Promise<Response>
  /** The lead closes the choices for the draw. */
  readonly lock: () => Promise<void>
  /** The first draw is not made. */
  readonly reopen: (number?: number) => Promise<void>
  readonly pseudonymOf: (person: Somebody | undefined) => string
}

type Options = Omit<AllocatingOptions, 'protocol'> & { readonly rules?: Partial<Protocol['rules']> }

export const askInPrivate = async (
  database: Database,
  server: Server,
  { rules = {}, ...options }: Options = {},
): Promise<AskedInPrivate> => {
  const protocol = (one: Protocol): Protocol => ({ ...one, rules: { ...one.rules, ...rules } })
  const allocating = await startAllocating(database, {
    mentors: 3,
    mentees: 3,
    ...options,
    protocol,
  })
  const { programmeId, lead, scopeOf, change, programmeKey } = allocating
  const scope: ActionScope = scopeOf(lead)
  const move = { programmeId, stage: 1, today: '2026-11-22', by: 'hand' } as const
  if (options.state === undefined) succeeded(await openStage(scope, move))
  const at = (path: string) => `/programmes/${programmeId}${path}`
  const who = (as: Somebody | undefined) => ({ as: as ?? null })
  return {
    ...allocating,
    pageOf: async (as, path) => (await visit(server, at(path), who(as))).text(),
    sendTo: (as, path, form) => send(server, at(path), { ...who(as), form }),
    lock: async () => {
      succeeded(await lockWillingness(scopeOf(lead), { programmeId }))
    },
    reopen: (number = 1) => change((tx, programme) => reopenDraw(tx, programme, number)),
    pseudonymOf: (person) => respondentOf(programmeKey, person?.personId ?? ''),
  }
}

/** What a mentor's form sends, by the place of the mentee. */
export const willingForm = (
  mentees: readonly Somebody[],
  reply: (place: number) => 'yes' | 'no',
  ranks: readonly string[] = [],
): Record<string, string> =>
  Object.fromEntries(
    mentees.flatMap(({ personId }, place) => [
      [`willing-${personId}`, reply(place)],
      [`rank-${personId}`, ranks[place] ?? ''],
    ]),
  )
