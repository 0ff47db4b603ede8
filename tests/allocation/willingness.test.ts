/** Whom a mentor would mentor: asked in private, kept under pseudonyms, seen by nobody but the draw. */
import { afterAll, describe, expect, test } from 'vitest'
import { insertPairs, listWillingness } from '../../src/allocation/store.ts'
import { setParticipantState } from '../../src/people/consent/store.ts'
import { read } from '../../src/platform/database.ts'
import { respondentOf } from '../../src/platform/keys.ts'
import type { Protocol } from '../../src/protocol/model.ts'
import { openStage } from '../../src/questionnaires/windows/windows.ts'
import { testDatabase } from '../support/database.ts'
import { allRowsOf } from '../support/everything-stored.ts'
import type { Somebody } from '../support/hospital.ts'
import { pagesOf } from '../support/pages-of.ts'
import {
  addPeople,
  newPerson,
  placeOf,
  type Running,
  type RunningOptions,
  startRunning,
  writing,
} from '../support/programme-under-way.ts'
import { send, visit } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const at = ({ programmeId }: Running) => `/programmes/${programmeId}/willing`

const asked = async (options: RunningOptions = {}): Promise<Running> => {
  const running = await startRunning(database, options)
  const { programmeId } = running
  const move = { programmeId, stage: 1, today: '2026-11-22', by: 'hand' } as const
  expect((await openStage(running.scope, move)).ok).toBe(true)
  return running
}

const withRules =
  (change: Partial<Protocol['rules']>) =>
  (protocol: Protocol): Protocol => ({ ...protocol, rules: { ...protocol.rules, ...change } })

const first = (people: readonly Somebody[]): Somebody => {
  const [somebody] = people
  if (somebody === undefined) throw new Error('There is nobody.')
  return somebody
}

type Reply = 'yes' | 'no'
const form = (people: readonly Somebody[], reply: (place: number) => Reply) =>
  Object.fromEntries(people.map(({ personId }, place) => [`willing-${personId}`, reply(place)]))

const give = (running: Running, reply: (place: number) => Reply, as = first(running.mentors)) =>
  send(server, at(running), { as, form: form(running.mentees, reply) })

const kept = (running: Running) =>
  read(database, running.scope.organisationId, (tx) => listWillingness(tx, placeOf(running)))

const pageOf = async (running: Running, as = first(running.mentors)): Promise<string> =>
  (await visit(server, at(running), { as })).text()

describe('a mentor', () => {
  test('is asked about every mentee by name, with nothing chosen, and the own supervisor marked', async () => {
    const running = await asked({ isSupervised: true })
    const page = await pageOf(running)
    for (const { name } of running.mentees) expect(page).toContain(name)
    expect(page).not.toContain(' checked')
    expect(page.match(/Your own supervisor/g)).toHaveLength(1)
    const other = running.mentors[1]
    expect(await pageOf(running, other)).not.toContain('Your own supervisor')
  })

  test('says yes and no, under pseudonyms, and finds it chosen when they come back', async () => {
    const running = await asked()
    expect((await give(running, (place) => (place === 1 ? 'no' : 'yes'))).status).toBe(303)
    const mentor = respondentOf(running.programmeKey, first(running.mentors).personId)
    const rows = await kept(running)
    expect(new Set(rows.map((row) => row.mentor))).toEqual(new Set([mentor]))
    const declined = respondentOf(running.programmeKey, running.mentees[1]?.personId ?? '')
    expect(rows.filter(({ isWilling }) => !isWilling).map(({ mentee }) => mentee)).toEqual([
      declined,
    ])
    expect((await pageOf(running)).match(/ checked=""/g)).toHaveLength(5)
  })

  test('may change it, and what was said before is gone', async () => {
    const running = await asked()
    await give(running, () => 'yes')
    await give(running, () => 'no')
    expect((await kept(running)).map(({ isWilling }) => isWilling)).toEqual(Array(5).fill(false))
    expect(await pageOf(running)).toContain('You said no to everybody')
  })

  test('who leaves somebody out is asked again, and what they chose is still chosen', async () => {
    const running = await asked()
    const [, ...others] = running.mentees
    const reply = await send(server, at(running), {
      as: first(running.mentors),
      form: form(others, () => 'yes'),
    })
    expect(reply.status).toBe(422)
    const page = await reply.text()
    expect(page).toContain(`Say whether you would mentor ${first(running.mentees).name}`)
    expect(page.match(/ checked=""/g)).toHaveLength(4)
    expect(await kept(running)).toEqual([])
  })

  test('who says yes to fewer than the minimum reads why, and nothing is forced', async () => {
    const running = await asked({ protocol: withRules({ minimumWilling: 3 }) })
    const reply = await give(running, (place) => (place < 2 ? 'yes' : 'no'))
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('You said yes to 2. Say yes to at least 3')
    expect(await kept(running)).toEqual([])
    expect((await give(running, () => 'no')).status).toBe(303)
  })

  test('is not asked about their own supervisor where that is forbidden, and reads so', async () => {
    const running = await asked({
      isSupervised: true,
      protocol: withRules({ supervisor: 'forbid' }),
    })
    const supervisor = first(running.mentees)
    const page = await pageOf(running)
    expect(page).not.toContain(`willing-${supervisor.personId}`)
    expect(page).toContain(`You are not asked about ${supervisor.name}`)
    expect((await give(running, () => 'yes')).status).toBe(303)
    expect(await kept(running)).toHaveLength(4)
  })

  test('is asked about people who join later, and about nobody who has declined', async () => {
    const running = await asked()
    await give(running, () => 'yes')
    const { organisationId } = running.scope
    const declined = running.mentees[4]?.personId ?? ''
    await writing(database, organisationId, async (tx) => {
      const more = [newPerson('mentee', 6, 'invited'), newPerson('mentee', 7, 'agreed')]
      await addPeople(tx, placeOf(running), more)
      await setParticipantState(tx, placeOf(running), {
        participantId: declined,
        state: 'declined',
      })
    })
    const page = await pageOf(running)
    expect(page).toContain('2 more people have joined: say whether you would mentor them')
    expect(page).not.toContain(`willing-${declined}`)
    const home = await visit(server, `/programmes/${running.programmeId}`, {
      as: first(running.mentors),
    })
    expect(await home.text()).toContain('2 more people have joined')
  })

  test('is not asked before the stage opens, and can change nothing after the draw', async () => {
    const early = await startRunning(database)
    expect(await pageOf(early)).toContain('You are asked about this later')
    await give(early, () => 'yes')
    expect(await kept(early)).toEqual([])
    const running = await asked()
    await give(running, () => 'yes')
    const pair = {
      ...{ pairId: crypto.randomUUID(), label: '1', drawNumber: null },
      mentorId: first(running.mentors).personId,
      menteeId: first(running.mentees).personId,
    }
    const { organisationId, programmeId } = placeOf(running)
    await writing(database, organisationId, (tx) =>
      insertPairs(tx, { organisationId, programmeId }, [pair]),
    )
    const page = await pageOf(running)
    expect(page).toContain('What you said is final')
    expect(page).not.toContain(`action="${at(running)}"`)
    await give(running, () => 'no')
    expect((await kept(running)).every(({ isWilling }) => isWilling)).toBe(true)
  })

  test('who sends the form twice has said it once', async () => {
    const running = await asked()
    const fields = { idempotencyKey: crypto.randomUUID(), ...form(running.mentees, () => 'yes') }
    const as = first(running.mentors)
    const replies = await Promise.all(
      [1, 2].map(() => send(server, at(running), { as, form: fields })),
    )
    expect(replies.map(({ status }) => status)).toEqual([303, 303])
    expect(await kept(running)).toHaveLength(5)
  })
})

describe('whoever is not the draw', () => {
  test('sees the same bytes whatever was said: a mentee, a lead, an administrator, another mentor', async () => {
    const running = await asked()
    const [, otherMentor] = running.mentors
    const { programmeId } = running
    const others = [
      [first(running.mentees), 'mentee'],
      [running.lead, 'lead'],
      [running.administrator, 'administrator'],
      [otherMentor ?? running.lead, 'mentor'],
    ] as const
    const seen = async () => {
      const pages: ReadonlyMap<string, string>[] = []
      for (const [as, kind] of others)
        pages.push(await pagesOf(server, { as, kind, programmeId, about: first(running.mentors) }))
      return pages
    }
    const before = await seen()
    for (const reply of ['yes', 'no'] as const) {
      expect((await give(running, () => reply)).status).toBe(303)
      expect(await seen()).toEqual(before)
    }
  }, 120_000)

  test('finds in the audit log that some participant said something, and no more', async () => {
    const running = await asked()
    await give(running, () => 'yes')
    await give(running, () => 'no')
    const entries = (await allRowsOf(database, 'audit_entries'))
      .map((text) => JSON.parse(text))
      .filter((entry) => entry.organisation_id === running.scope.organisationId)
      .filter((entry) => entry.event === 'willingness.given')
    expect(entries).toHaveLength(2)
    for (const { actor_kind, actor_id, subject, details } of entries)
      expect([actor_kind, actor_id, subject, details]).toEqual(['participant', null, null, {}])
  })
})
