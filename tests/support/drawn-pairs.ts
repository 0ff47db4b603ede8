/** A programme whose pairs are drawn, and hands to publish them and to look at what came of it. */
import { giveValue, lockWillingness, makeDraw } from '../../src/allocation/procedure/actions.ts'
import { findDrawnPairs } from '../../src/allocation/procedure/draw-store.ts'
import type { DrawnPair } from '../../src/allocation/procedure/model.ts'
import { startDraw } from '../../src/allocation/procedure/start-draw.ts'
import { publishAllocation } from '../../src/allocation/publishing/actions.ts'
import { listPairs, type StoredPair } from '../../src/allocation/store.ts'
import type { Database } from '../../src/platform/database.ts'
import type { StoredMail } from '../../src/platform/mail.ts'
import { type Allocating, type AllocatingOptions, startAllocating } from './allocation-under-way.ts'
import type { Somebody } from './hospital.ts'
import { mailsOf } from './mailbox.ts'
import { succeeded } from './succeeded.ts'
import { usualUrl } from './world.ts'

export type DrawnPairs = Allocating & {
  /** Both values, and the draw. */
  readonly draw: (number: number) => Promise<void>
  /** Closes the willingness for the first draw. */
  readonly lock: () => Promise<number>
  /** A draw among some, after somebody has left. */
  readonly lockAfterDeparture: (
    mentors: readonly Somebody[],
    mentees: readonly Somebody[],
  ) => Promise<number>
  readonly publish: (number: number, by?: Somebody) => ReturnType<typeof publishAllocation>
  /** Of a draw that was made; nobody sees them. */
  readonly drawn: (number: number) => Promise<readonly DrawnPair[]>
  readonly pairs: () => Promise<readonly StoredPair[]>
  readonly mails: () => Promise<readonly StoredMail[]>
  /** Everybody gets an address, all but these. */
  readonly giveAddresses: (but?: readonly Somebody[]) => Promise<void>
  readonly setState: (person: Somebody, state: 'agreed' | 'withdrawn') => Promise<void>
}

export const startDrawing = async (
  database: Database,
  options: AllocatingOptions = {},
): Promise<DrawnPairs> => {
  const allocating = await startAllocating(database, options)
  const { programmeId, scope, scopeOf, change, lead, facilitator, mentors, mentees } = allocating
  const { organisationId } = scope
  const idsOf = (people: readonly Somebody[]) => people.map(({ personId }) => personId)
  const update = (person: Somebody, values: { email?: string; state?: string }) =>
    change(async (tx) => {
      await tx
        .updateTable('participants')
        .set({ ...values, ...(values.state === 'withdrawn' ? { leftAfterPhase: 1 } : {}) })
        .where('participantId', '=', person.personId)
        .execute()
    })
  return {
    ...allocating,
    lock: async () => succeeded(await lockWillingness(scopeOf(lead), { programmeId })).number,
    lockAfterDeparture: (some, others) =>
      change(async (tx, programme) => {
        const context = { ...scopeOf(lead), tx, now: new Date() }
        const takingPart = { mentors: idsOf(some), mentees: idsOf(others), taken: new Map() }
        const asked = { kind: 'departure', reason: 'Somebody left.', askedByRole: 'lead' } as const
        return (await startDraw(context, programme, { ...asked, takingPart })).number
      }),
    draw: async (number) => {
      for (const [by, role] of [
        [lead, 'lead'],
        [facilitator, 'facilitator'],
      ] as const) {
        const given = { programmeId, number, role, value: `thrown by the ${role}: 4 2 6 6 1` }
        succeeded(await giveValue(scopeOf(by), given))
      }
      succeeded(await makeDraw(scopeOf(lead), { programmeId, number }))
    },
    publish: (number, by = lead) =>
      publishAllocation(scopeOf(by), { programmeId, number, publicUrl: usualUrl }),
    drawn: (number) =>
      change(async (tx, programme) => (await findDrawnPairs(tx, programme, number)) ?? []),
    pairs: () => change((tx, programme) => listPairs(tx, programme)),
    mails: () => mailsOf(database, organisationId),
    giveAddresses: async (but = []) => {
      for (const person of [...mentors, ...mentees]) {
        if (!but.includes(person))
          await update(person, { email: `${person.personId}@hospital.example` })
      }
    },
    setState: (person, state) => update(person, { state }),
  }
}

/** Drawn, and not published. */
export const startDrawn = async (
  database: Database,
  options: AllocatingOptions = {},
): Promise<DrawnPairs> => {
  const drawing = await startDrawing(database, options)
  await drawing.giveAddresses()
  await drawing.draw(await drawing.lock())
  return drawing
}

/** Told to everybody. */
export const startPublished = async (
  database: Database,
  options: AllocatingOptions = {},
): Promise<DrawnPairs> => {
  const drawn = await startDrawn(database, options)
  succeeded(await drawn.publish(1))
  return drawn
}

export const everybodyIn = ({ mentors, mentees }: DrawnPairs): readonly Somebody[] => [
  ...mentors,
  ...mentees,
]

/** The names of somebody's partners of now. */
export const partnersOf = async (
  published: DrawnPairs,
  { personId }: Somebody,
): Promise<readonly string[]> => {
  const nameOf = new Map(everybodyIn(published).map((one) => [one.personId, one.name]))
  return (await published.pairs()).flatMap(({ mentorId, menteeId, hasEnded }) => {
    if (hasEnded || ![mentorId, menteeId].includes(personId)) return []
    return [nameOf.get(mentorId === personId ? menteeId : mentorId) ?? '']
  })
}
