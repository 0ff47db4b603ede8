/**
 * Who of the mentors refused whom is nowhere to be found by a mentee: in worlds that differ in nothing else, every byte
 * that they can obtain is the same. `SWAPS=200 npm test -- tests/allocation/swap.test.ts` compares more worlds.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRandom } from '../../src/lib/random.ts'
import { allRoutes } from '../../src/web/all-routes.ts'
import type { Kind } from '../../src/web/route.ts'
import {
  anyRefusals,
  type Base,
  buildBase,
  type Ending,
  playWorld,
  refusing,
  type Willing,
  type World,
  withOnePairing,
} from '../support/allocation-worlds.ts'
import type { Somebody } from '../support/hospital.ts'
import { everythingObtainable } from '../support/obtainable.ts'
import { writing } from '../support/programme-under-way.ts'

const swaps = Number(process.env.SWAPS ?? 2)
const given: { base?: Base } = {}
const base = (): Base => given.base as Base
beforeAll(async () => {
  given.base = await buildBase()
})
afterAll(() => given.base?.drop())

type Seen = ReadonlyMap<string, string>
type Everything = ReadonlyMap<string, Seen>
type Viewer = { readonly name: string; readonly as: Somebody; readonly kinds: readonly Kind[] }

const mentees = (): readonly Viewer[] =>
  base().allocating.mentees.map((as, place) => ({
    name: `mentee ${place + 1}`,
    as,
    kinds: ['mentee'],
  }))
const staff = (): readonly Viewer[] => {
  const { lead, administrator } = base().allocating
  return [
    { name: 'lead', as: lead, kinds: ['lead'] },
    { name: 'administrator', as: administrator, kinds: ['administrator'] },
  ]
}

const looked = async ({ server, database }: World, viewers: readonly Viewer[]) => {
  const { allocating } = base()
  const parameters = {
    participant: [...allocating.mentors, ...allocating.mentees].map(({ personId }) => personId),
    mentee: allocating.mentees.map(({ personId }) => personId),
    draw: ['1'],
    stage: ['1', '4'],
    role: ['mentor', 'mentee'],
  }
  const { programmeId } = allocating
  const looking = { server, database, routes: allRoutes, programmeId, parameters }
  const seen = new Map<string, Seen>()
  for (const viewer of viewers) seen.set(viewer.name, await everythingObtainable(looking, viewer))
  return seen
}

const play = async (
  willing: Willing,
  ending: Ending,
  { viewers, leak }: { viewers: readonly Viewer[]; leak?: (world: World) => Promise<unknown> },
): Promise<Everything> => {
  const world = await playWorld(base(), willing, ending)
  await leak?.(world)
  const seen = await looked(world, viewers)
  await world.drop()
  return seen
}

/** These hold ids of mails, and compressed hashes, which are new in each world whoever refused whom. */
const ofChance = /\/deliveries$|\/certificate\.pdf$/

/** By address, so that a failure says where to look. */
const differences = (one: Everything, other: Everything): readonly string[] =>
  [...one].flatMap(([viewer, pages]) => {
    const others = other.get(viewer) ?? new Map<string, string>()
    return [...new Set([...pages.keys(), ...others.keys()])]
      .filter((address) => !ofChance.test(address))
      .filter((address) => pages.get(address) !== others.get(address))
      .map((address) => `${viewer}: ${address}`)
  })

describe('worlds that differ only in who refused whom', () => {
  test(`look the same to mentees and to staff where the pairs are the same, ${swaps} times`, async () => {
    const random = createRandom('refusals')
    const viewers = [...mentees(), ...staff()]
    const seen = await play(withOnePairing(random), 'told', { viewers })
    const [first] = [...seen.values()]
    expect([...(first?.values() ?? [])].join()).toContain('Dr Mentor 1')
    for (let swap = 0; swap < swaps; swap += 1)
      expect(differences(seen, await play(withOnePairing(random), 'told', { viewers }))).toEqual([])
  }, 600_000)

  test('look the same to mentees and to staff whoever it is whom nobody wants to mentor', async () => {
    const viewers = [...mentees(), ...staff()]
    const seen = await play(refusing(0), 'reopened', { viewers })
    for (const refused of [1, 4])
      expect(differences(seen, await play(refusing(refused), 'reopened', { viewers }))).toEqual([])
  }, 120_000)

  test('look the same to a mentee but for the name of the own partner', async () => {
    const random = createRandom('any refusals')
    const viewers = mentees()
    const worlds: Everything[] = []
    for (let world = 0; world < 3; world += 1) {
      const played = await playWorld(base(), anyRefusals(random), 'told')
      const seen = await looked(played, viewers)
      worlds.push(new Map([...seen].map(([name, pages]) => [name, nameless(played, name, pages)])))
      await played.drop()
    }
    const [first, ...others] = worlds
    for (const other of others) expect(differences(first ?? new Map(), other)).toEqual([])
  }, 120_000)
})

/** With the partner's name and id replaced. */
const nameless = ({ partners }: World, viewer: string, pages: Seen): Seen => {
  const mentee = mentees().find(({ name }) => name === viewer)?.as.personId ?? ''
  const partner = partners.get(mentee)
  if (partner === undefined) throw new Error(`${viewer} has no partner.`)
  return new Map(
    [...pages].map(([address, text]) => [
      address,
      text.replaceAll(partner.name, 'the partner').replaceAll(partner.personId, 'partner'),
    ]),
  )
}

/** What a careless action would write: whom nobody wanted, as the subject of its entry in the audit log. */
const plantLeak =
  (refused: number) =>
  ({ database }: World): Promise<unknown> => {
    const { organisationId } = base().allocating.scope
    const subject = base().allocating.mentees[refused]?.personId ?? null
    return writing(database, organisationId, (tx) =>
      sql`insert into audit_entries (organisation_id, event, actor_kind, actor_id, subject, details)
          values (${organisationId}, 'shortage.found', 'operator', null, ${subject}, '{}'::jsonb)`.execute(
        tx,
      ),
    )
  }

test('a planted leak is found', async () => {
  const viewers = staff().filter(({ name }) => name === 'administrator')
  const worlds: Everything[] = []
  for (const refused of [1, 2])
    worlds.push(await play(refusing(refused), 'reopened', { viewers, leak: plantLeak(refused) }))
  const [one = new Map(), other = new Map()] = worlds
  expect(differences(one, other)).toEqual(['administrator: /organisation/audit'])
}, 60_000)
