/** One of a pair ends it without a reason: nobody can tell which of them it was, and they are not paired again. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { allocationInputOf, inputsSchema } from '../../src/allocation/certificate/inputs.ts'
import { findInputs, findPeople } from '../../src/allocation/procedure/draw-store.ts'
import { drawAllocation, prepareDraw } from '../../src/allocation/rules.ts'
import { listPairs, type StoredPair } from '../../src/allocation/store.ts'
import { createRandom } from '../../src/lib/random.ts'
import { listParticipants } from '../../src/people/store.ts'
import { type Database, read, type Transaction } from '../../src/platform/database.ts'
import { type OpenProgramme, openProgramme } from '../../src/protocol/open-programme.ts'
import type { Plan } from '../../src/sessions/planning/model.ts'
import { listPlans, putPlan } from '../../src/sessions/planning/plan-store.ts'
import { theFirstPair } from '../support/agreeing.ts'
import { masterKey, newDatabase } from '../support/database.ts'
import { type DrawnPairs, startPublished } from '../support/drawn-pairs.ts'
import type { Somebody } from '../support/hospital.ts'
import { mailsOf } from '../support/mailbox.ts'
import { placeOf } from '../support/programme-under-way.ts'
import { send, visit, wordsOf } from '../support/visit.ts'
import { type Server, serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const startsAt = new Date('2099-06-01T09:00:00Z')
const planned = (pairId: string): Plan => ({
  ...{ planId: crypto.randomUUID(), pairId, state: 'planned', proposedBy: 'mentee', proposals: [] },
  ...{ startsAt, calendarUid: crypto.randomUUID(), calendarSequence: 0, timesMoved: 0 },
  ...{ minutes: 45, mode: 'face_to_face', place: 'Seminar room 2' },
})

type Base = {
  readonly published: DrawnPairs
  readonly mentor: Somebody
  readonly mentee: Somebody
  readonly template: string
}
let base: Base
const drops: (() => Promise<void>)[] = []

beforeAll(async () => {
  const { database, name, drop } = await newDatabase()
  drops.push(drop)
  const published = await startPublished(database, { mentors: 4, mentees: 3 })
  const { mentor, mentee } = await theFirstPair(published)
  const [pair] = await published.pairs()
  await published.change((tx, programme) => putPlan(tx, programme, planned(pair?.pairId ?? '')))
  await database.destroy()
  base = { published, mentor, mentee, template: name }
  untouched = await newWorld()
  byMentor = await newWorld()
  byMentee = await newWorld()
})
afterAll(async () => {
  for (const drop of drops.toReversed()) await drop()
})

type World = { readonly database: Database; readonly server: Server }

/** The same programme each time, to the id; the mentor, the mentee or nobody has ended their pair. */
let byMentor: World
let byMentee: World
let untouched: World

const newWorld = async (): Promise<World> => {
  const { database, drop } = await newDatabase(base.template)
  drops.push(drop)
  return { database, server: serverOn(database) }
}

const pathOf = (rest: string): string => `/programmes/${base.published.programmeId}${rest}`
const exitPath = '/session/exit'

const exit = (
  { server }: World,
  as: Somebody,
  form: Readonly<Record<string, string>> = {},
): Promise<Response> => {
  const partner = as === base.mentor ? base.mentee : base.mentor
  const sent = { partner: partner.personId, confirmed: 'yes', ...form }
  return send(server, pathOf(exitPath), { as, form: sent })
}

const looking = <T>(
  { database }: World,
  work: (tx: Transaction, programme: OpenProgramme) => Promise<T>,
): Promise<T> => {
  const place = placeOf(base.published)
  return read(database, place.organisationId, async (tx) => {
    const programme = await openProgramme(tx, { ...place, masterKey })
    if (programme === null) throw new Error('The programme is not there.')
    return work(tx, programme)
  })
}

const isTheirs = ({ mentorId, menteeId }: Pick<StoredPair, 'mentorId' | 'menteeId'>): boolean =>
  mentorId === base.mentor.personId && menteeId === base.mentee.personId

const newMails = async ({ database }: World) => {
  const mails = await mailsOf(database, base.published.scope.organisationId)
  return mails.filter(({ purpose }) => purpose !== 'pairs_published')
}

describe('whichever of the two ends it', () => {
  const pages = ['', '/partner', '/session', exitPath] as const
  const ofLead = ['', '/allocation', '/allocation/departure', '/deliveries'] as const

  const pagesIn = async ({ server }: World): Promise<readonly string[]> => {
    const { mentor, mentee, published } = base
    const [other] = published.mentees.filter((one) => one !== mentee)
    const asked = [
      ...[mentor, mentee, other].flatMap((as) => pages.map((rest) => ({ as, rest }))),
      ...ofLead.map((rest) => ({ as: published.lead, rest })),
    ]
    return Promise.all(
      asked.map(async ({ as = null, rest }) => {
        const reply = await visit(server, pathOf(rest), { as })
        expect(reply.status).toBe(200)
        return wordsOf(reply)
      }),
    )
  }

  /** But for what is chance or the clock. */
  const recordedIn = (world: World) =>
    looking(world, async (tx) => {
      const { rows } = await sql`
        select event, actor_kind, actor_id, subject, details from audit_entries order by position`.execute(
        tx,
      )
      return rows
    })

  const mailedIn = async (world: World): Promise<readonly string[]> =>
    (await newMails(world))
      .map(({ purpose, about, to, subject, text, calendar }) =>
        JSON.stringify([purpose, about, to, subject, text, calendar?.text]).replaceAll(
          /DTSTAMP:\w+|(?:CREATED|LAST-MODIFIED):\w+/g,
          '',
        ),
      )
      .toSorted()

  test('both, the others and the lead see the same bytes, and the same is mailed and recorded', async () => {
    expect((await exit(byMentor, base.mentor)).status).toBe(303)
    expect((await exit(byMentee, base.mentee)).status).toBe(303)
    expect(await pagesIn(byMentee)).toEqual(await pagesIn(byMentor))
    expect(await recordedIn(byMentee)).toEqual(await recordedIn(byMentor))
    expect(await mailedIn(byMentee)).toEqual(await mailedIn(byMentor))
  })
})

describe('ending a pair', () => {
  test('asks for a tick, and has no field for a reason', async () => {
    const world = untouched
    const page = await visit(world.server, pathOf(exitPath), { as: base.mentee })
    const text = await page.text()
    const form = /<form[^>]*session\/exit.*?<\/form>/s.exec(text)?.[0] ?? ''
    const names = [...form.matchAll(/ name="(\w+)"/g)].map(([, name]) => name)
    expect(names).toEqual(['idempotencyKey', 'partner', 'confirmed'])
    expect(text).toContain('Not recorded')
    expect(text).toContain('/concern')
    const unticked = await exit(world, base.mentee, { confirmed: '' })
    expect(unticked.status).toBe(422)
    expect(await unticked.text()).toContain('href="#confirmed"')
    expect((await exit(world, base.mentee, { partner: '' })).status).toBe(422)
    const foreign = base.published.mentors.find((one) => one !== base.mentor)?.personId ?? ''
    expect((await exit(world, base.mentee, { partner: foreign })).status).toBe(303)
    const pairs = await looking(world, listPairs)
    expect(pairs.filter(({ hasEnded }) => hasEnded)).toEqual([])
  })

  test('ends it at once, cancels what was planned, and tells both and the lead without a name', async () => {
    const world = untouched
    expect((await exit(world, base.mentor)).headers.get('location')).toBe(pathOf('/partner'))
    expect((await exit(world, base.mentee)).status).toBe(303)
    const pairs = await looking(world, listPairs)
    const ended = pairs.filter(({ hasEnded }) => hasEnded)
    expect(ended.map((pair) => [isTheirs(pair), pair.hasExited])).toEqual([[true, true]])
    expect((await looking(world, listPlans)).map(({ state }) => state)).toEqual(['cancelled'])
    const mails = await newMails(world)
    const told = (purpose: string) => mails.filter((mail) => mail.purpose === purpose)
    const both = [base.mentor.personId, base.mentee.personId].toSorted()
    expect(
      told('pair_ended')
        .map(({ about }) => about)
        .toSorted(),
    ).toEqual(both)
    expect(told('session_cancelled').map(({ calendar }) => calendar?.method)).toEqual([
      ...['CANCEL', 'CANCEL'],
    ])
    const people = await looking(world, (tx, programme) => listParticipants(tx, programme))
    const leads = told('pair_exited')
    expect(leads).toHaveLength(2)
    for (const { about, text } of leads) {
      expect([about, text]).toEqual([null, expect.stringContaining(`Pair ${ended[0]?.label} in`)])
      expect(text).toContain('/allocation/departure')
      expect(people.filter(({ name }) => text.includes(name))).toEqual([])
    }
    const page = await (await visit(world.server, pathOf('/partner'), { as: base.mentee })).text()
    expect(page).toContain('Your pair has ended.')
    const again = await visit(world.server, pathOf(exitPath), { as: base.mentor })
    expect(await again.text()).toContain('You have no partner at the moment')
  })
})

describe('after that', () => {
  test('the lead reads how many pairs have ended, and no draw gives the pair again', async () => {
    const world = byMentor
    const { lead } = base.published
    const path = pathOf('/allocation/departure')
    const page = await (await visit(world.server, path, { as: lead })).text()
    expect(page).toContain('1 pair of this programme has ended.')
    const reason = 'One pair has ended.'
    expect((await send(world.server, path, { as: lead, form: { reason } })).status).toBe(303)
    await looking(world, async (tx, programme) => {
      const people = await findPeople(tx, programme, 2)
      expect(people?.mentees).toEqual([base.mentee.personId])
      expect(people?.mentors).toHaveLength(1)
      expect(people?.mentors).not.toContain(base.mentor.personId)
    })
  })

  test('where both are drawn again, a thousand draws keep them apart', async () => {
    const world = byMentee
    const [, second] = (await looking(world, listPairs)).filter((pair) => !isTheirs(pair))
    const { mentors, mentees, lead } = base.published
    const other = mentors.find(({ personId }) => personId === second?.mentorId)
    const theirs = mentees.find(({ personId }) => personId === second?.menteeId)
    const form = { partner: theirs?.personId ?? '', confirmed: 'yes' }
    await send(world.server, pathOf(exitPath), { as: other ?? null, form })
    const path = pathOf('/allocation/departure')
    await send(world.server, path, { as: lead, form: { reason: 'Two pairs have ended.' } })
    await looking(world, async (tx, programme) => {
      const people = await findPeople(tx, programme, 2)
      expect(people?.mentors).toContain(base.mentor.personId)
      const inputs = inputsSchema.parse(JSON.parse((await findInputs(tx, programme, 2)) ?? ''))
      const draw = prepareDraw(allocationInputOf(inputs))
      if (!draw.ok) throw new Error('Nobody can be drawn.')
      const label = (ids: readonly (string | null)[] = [], letter: string, id: string) =>
        `${letter}${ids.indexOf(id) + 1}`
      const never = [
        label(people?.mentors, 'M', base.mentor.personId),
        label(people?.mentees, 'C', base.mentee.personId),
      ]
      for (let seed = 0; seed < 1000; seed += 1) {
        const { pairs } = drawAllocation(draw.value, createRandom(`seed ${seed}`))
        expect(pairs.map(({ mentor, mentee }) => [mentor, mentee])).not.toContainEqual(never)
      }
    })
  })
})
