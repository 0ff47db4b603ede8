/**
 * The same programme up to the minute in which pairs are told, with other refusals: whom the mentors say yes to is the
 * cast. Each world is a copy of one database, so that everything else is the same.
 */
import { expect } from 'vitest'
import type { Random } from '../../src/lib/random.ts'
import { type Database, read } from '../../src/platform/database.ts'
import { putStageWindow } from '../../src/questionnaires/windows/window-store.ts'
import { type Allocating, startAllocating } from './allocation-under-way.ts'
import { newDatabase } from './database.ts'
import type { Somebody } from './hospital.ts'
import { placeOf } from './programme-under-way.ts'
import { send } from './visit.ts'
import { type Server, serverOn } from './world.ts'

export const people = 5

/** Row: a mentor; column: a mentee. */
export type Willing = readonly (readonly boolean[])[]

const places = Array.from({ length: people }, (_, place) => place)

/**
 * Only one pairing is possible, in which everybody has the partner of the same number: in an order of chance, nobody is
 * willing for whoever comes later.
 */
export const withOnePairing = (random: Random): Willing => {
  const order = random.shuffle(places)
  return order.map((mine, mentor) =>
    order.map((theirs, mentee) => mentor === mentee || (theirs < mine && random.below(3) > 0)),
  )
}

/** Everybody is willing for everybody but one mentee, for whom nobody is. */
export const refusing = (refused: number): Willing =>
  places.map(() => places.map((mentee) => mentee !== refused))

/** Whom anybody refuses is chance; the partner of the same number is never refused. */
export const anyRefusals = (random: Random): Willing =>
  places.map((mentor) => places.map((mentee) => mentor === mentee || random.below(2) === 0))

export type Base = {
  readonly allocating: Allocating
  readonly template: string
  readonly drop: () => Promise<void>
}

/** Before any mentor has said anything, with an address for everybody. */
export const buildBase = async (): Promise<Base> => {
  const { database, name, drop } = await newDatabase()
  const allocating = await startAllocating(database, {
    ...{ mentors: people, mentees: people },
    protocol: (protocol) => ({ ...protocol, rules: { ...protocol.rules, minimumWilling: 1 } }),
  })
  await allocating.change(async (tx, programme) => {
    await tx.deleteFrom('willingness').where('programmeId', '=', programme.programmeId).execute()
    for (const { personId } of [...allocating.mentors, ...allocating.mentees])
      await tx
        .updateTable('participants')
        .set({ email: `${personId}@hospital.example` })
        .where('participantId', '=', personId)
        .execute()
    const window = { stage: 1, state: 'open', opensOn: '2026-11-01', closesOn: null } as const
    await putStageWindow(tx, programme, { ...window, protocolVersion: 1 })
  })
  await database.destroy()
  return { allocating, template: name, drop }
}

export type World = {
  readonly database: Database
  readonly server: Server
  /** For each mentee the name and id of their mentor; empty before the pairs are told. */
  readonly partners: ReadonlyMap<string, Somebody>
  readonly drop: () => Promise<void>
}

type Stage = { readonly server: Server; readonly allocating: Allocating }
type Filled = {
  readonly as: Somebody
  readonly path: string
  readonly form?: Readonly<Record<string, string>>
}

const fillIn = async (
  { server, allocating: { programmeId } }: Stage,
  { as, path, form = {} }: Filled,
): Promise<void> => {
  const reply = await send(server, `/programmes/${programmeId}${path}`, { as, form })
  const said = reply.status === 303 ? '' : mainOf(await reply.text())
  expect([path, reply.status, said]).toEqual([path, 303, ''])
}

const mainOf = (page: string): string =>
  (/<main.*<\/main>/s.exec(page)?.[0] ?? page).replaceAll(/<[^>]*>/g, ' ').slice(0, 500)

const say = async (stage: Stage, willing: Willing): Promise<void> => {
  const { mentors, mentees } = stage.allocating
  for (const [mentor, as] of mentors.entries()) {
    const form = Object.fromEntries(
      mentees.map(({ personId }, mentee) => [
        `willing-${personId}`,
        willing[mentor]?.[mentee] === true ? 'yes' : 'no',
      ]),
    )
    await fillIn(stage, { as, path: '/willing', form })
  }
}

const number = '1'

const drawAndTell = async (stage: Stage): Promise<void> => {
  const { lead, facilitator } = stage.allocating
  for (const [role, as] of Object.entries({ lead, facilitator }))
    await fillIn(stage, {
      as,
      path: '/allocation/values',
      form: { number, role, value: '1234 5678 9012 3456' },
    })
  const confirmed = { number, confirmed: 'yes' }
  await fillIn(stage, { as: lead, path: '/allocation/draw', form: confirmed })
  const told = { number, knows: 'yes' }
  await fillIn(stage, { as: lead, path: '/allocation/publish', form: told })
}

/** `reopened`: there was no complete pairing, and all mentors have been asked to reconsider. */
export type Ending = 'told' | 'reopened'

export const playWorld = async (
  { allocating, template }: Base,
  willing: Willing,
  ending: Ending,
): Promise<World> => {
  const { database, drop } = await newDatabase(template)
  const server = serverOn(database)
  const stage = { server, allocating }
  await say(stage, willing)
  await fillIn(stage, { as: allocating.lead, path: '/allocation/lock' })
  if (ending === 'told') await drawAndTell(stage)
  else {
    const form = { number, asksMentors: 'yes' }
    await fillIn(stage, { as: allocating.lead, path: '/allocation/reopen', form })
  }
  return { database, server, partners: await partnersIn(database, allocating), drop }
}

const partnersIn = (database: Database, allocating: Allocating): Promise<World['partners']> => {
  const { organisationId, programmeId } = placeOf(allocating)
  return read(database, organisationId, async (tx) => {
    const rows = await tx
      .selectFrom('pairs')
      .select(['mentorId', 'menteeId'])
      .where('programmeId', '=', programmeId)
      .execute()
    const mentors = new Map(allocating.mentors.map((mentor) => [mentor.personId, mentor]))
    return new Map(
      rows.flatMap(({ mentorId, menteeId }) => {
        const mentor = mentors.get(mentorId)
        return mentor === undefined ? [] : [[menteeId, mentor] as const]
      }),
    )
  })
}
