/**
 * Who of the mentors said what, had seen what, or asked for a change, is nowhere to be found by a mentee, a lead or an
 * administrator: in worlds that differ in nothing else, every byte that they can obtain is the same.
 * `SWAPS=200 npm test -- tests/interview/swap.test.ts` compares more worlds.
 */

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRandom } from '../../src/lib/random.ts'
import { allRoutes } from '../../src/web/all-routes.ts'
import type { Kind, Route } from '../../src/web/route.ts'
import type { Somebody } from '../support/hospital.ts'
import {
  type Base,
  buildBase,
  type Cast,
  castsFor,
  drawCast,
  type PlayedWorld,
  playWorld,
} from '../support/interview-worlds.ts'
import { everythingObtainable } from '../support/obtainable.ts'
import { writing } from '../support/programme-under-way.ts'

const swaps = Number(process.env.SWAPS ?? 6)
const given: { base?: Base } = {}
const base = (): Base => given.base as Base
beforeAll(async () => {
  given.base = await buildBase()
})
afterAll(() => given.base?.drop())

type Everything = Readonly<Record<string, ReadonlyMap<string, string>>>

const viewersOf = ({ interviewing }: Base) => {
  const { administrator, lead, mentees } = interviewing
  const [met, notMet] = mentees
  return {
    administrator: { as: administrator, kinds: ['administrator'] },
    lead: { as: lead, kinds: ['lead'] },
    'a mentee after the session': { as: met as Somebody, kinds: ['mentee'] },
    'a mentee before the session': { as: notMet as Somebody, kinds: ['mentee'] },
  } satisfies Record<string, { as: Somebody; kinds: readonly Kind[] }>
}
type Viewer = keyof ReturnType<typeof viewersOf>
const menteesOnly: readonly Viewer[] = ['a mentee after the session', 'a mentee before the session']

const seenIn = async (
  { database, server }: PlayedWorld,
  routes: readonly Route[],
  who: readonly Viewer[],
): Promise<Everything> => {
  const { mentors, mentees, programmeId } = base().interviewing
  const parameters = {
    participant: [...mentors, ...mentees].map(({ personId }) => personId),
    mentee: mentees.map(({ personId }) => personId),
    version: ['1', '2'],
    stage: ['1', '4'],
    role: ['mentor', 'mentee'],
  }
  const looking = { server, database, routes, programmeId, parameters }
  const viewers = viewersOf(base())
  const seen = await Promise.all(
    who.map(async (name) => [name, await everythingObtainable(looking, viewers[name])] as const),
  )
  return Object.fromEntries(seen)
}

const everybody: readonly Viewer[] = ['administrator', 'lead', ...menteesOnly]

const play = async (cast: Cast, who = everybody, routes = allRoutes): Promise<Everything> => {
  const world = await playWorld(base(), cast, routes)
  const seen = await seenIn(world, routes, who)
  await world.drop()
  return seen
}

/** Where two worlds differ; by address, so that a failure says where to look. */
const differences = (one: Everything, other: Everything): readonly string[] =>
  Object.entries(one).flatMap(([viewer, pages]) => {
    const others = other[viewer] ?? new Map<string, string>()
    const addresses = [...new Set([...pages.keys(), ...others.keys()])]
    return addresses
      .filter((address) => pages.get(address) !== others.get(address))
      .map((address) => `${viewer}: ${address}`)
  })

describe('worlds that differ only in which mentor did what', () => {
  test(`look the same to mentees, leads and administrators, ${swaps} times`, async () => {
    const [first, ...others] = castsFor(swaps, 'swap')
    const seen = await play(first as Cast)
    expect(seen['a mentee after the session']?.size).toBeGreaterThan(10)
    expect([...(seen['a mentee after the session']?.values() ?? [])].join()).toContain(
      'Starts lists on time',
    )
    expect([...(seen['a mentee before the session']?.values() ?? [])].join()).not.toContain(
      'Starts lists on time',
    )
    for (const cast of others) expect(differences(seen, await play(cast))).toEqual([])
  }, 600_000)

  test('look the same to mentees whoever leaves, or nobody', async () => {
    const random = createRandom('leaving')
    const seen = await play(drawCast(random), menteesOnly)
    for (const leaver of [0, 3, 5])
      expect(differences(seen, await play({ ...drawCast(random), leaver }, menteesOnly))).toEqual(
        [],
      )
  }, 120_000)
})

/** What a careless action would write: who asked for the change, as the actor of its entry in the audit log. */
const plantLeak = ({ database }: PlayedWorld, cast: Cast): Promise<unknown> => {
  const { scope, mentors } = base().interviewing
  const { organisationId } = scope
  const actorId = mentors[cast.requesters[0] ?? 0]?.personId ?? null
  const details = JSON.stringify({})
  return writing(database, organisationId, (tx) =>
    sql`insert into audit_entries (organisation_id, event, actor_kind, actor_id, subject, details)
        values (${organisationId}, 'change.requested', 'participant', ${actorId}, null, ${details}::jsonb)`.execute(
      tx,
    ),
  )
}

test('a planted leak is found', async () => {
  const cast = drawCast(createRandom('planted'))
  const others = cast.requesters.map((mentor) => (mentor + 1) % 6)
  const seen: Everything[] = []
  for (const one of [cast, { ...cast, requesters: others }]) {
    const world = await playWorld(base(), one)
    await plantLeak(world, one)
    seen.push(await seenIn(world, allRoutes, ['administrator']))
    await world.drop()
  }
  expect(differences(seen[0] ?? {}, seen[1] ?? {})).toEqual(['administrator: /organisation/audit'])
}, 60_000)
