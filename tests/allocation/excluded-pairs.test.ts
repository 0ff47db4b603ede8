/** The lead takes pairs out of the draw, and lets them in again, while no draw is under way. */
import { afterAll, describe, expect, test } from 'vitest'
import { changeDraw, findInputs } from '../../src/allocation/procedure/draw-store.ts'
import { insertPairs, listExcludedPairs } from '../../src/allocation/store.ts'
import { updateProgramme } from '../../src/protocol/store.ts'
import { testDatabase } from '../support/database.ts'
import { allRowsOf } from '../support/everything-stored.ts'
import { type AskedInPrivate, askInPrivate } from '../support/private-answers.ts'
import { serverOn } from '../support/world.ts'

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const ask = (options: Parameters<typeof askInPrivate>[2] = {}) =>
  askInPrivate(database, server, options)

const path = '/allocation/excluded'

const pairOf = ({ mentors, mentees }: AskedInPrivate, one = 0, other = 0) => ({
  mentor: mentors[one]?.personId ?? '',
  mentee: mentees[other]?.personId ?? '',
})

const exclude = (asked: AskedInPrivate, form: Record<string, string> = pairOf(asked)) =>
  asked.sendTo(asked.lead, path, form)
const include = (asked: AskedInPrivate, form: Record<string, string> = pairOf(asked)) =>
  asked.sendTo(asked.lead, `${path}/remove`, form)
const look = (asked: AskedInPrivate) => asked.pageOf(asked.lead, path)

const excluded = (asked: AskedInPrivate) =>
  asked.change((tx, place) => listExcludedPairs(tx, place))

/** Follows the redirect. */
const pageAfter = async (asked: AskedInPrivate, reply: Promise<Response>): Promise<string> => {
  const { status, headers } = await reply
  expect(status).toBe(303)
  const to = headers.get('location') ?? ''
  return asked.pageOf(asked.lead, to.replace(`/programmes/${asked.programmeId}`, ''))
}

describe('the list', () => {
  test('says where it is empty that most programmes need none, and what it is not', async () => {
    const page = await look(await ask())
    expect(page).toContain('No pair is excluded')
    expect(page).toContain('The reason is not stored')
    expect(page).toContain('This is something else than willingness')
  })

  test('has a pair that was added, which can be undone', async () => {
    const asked = await ask()
    const page = await pageAfter(asked, exclude(asked))
    expect(page).toContain('Dr Mentor 1 and Dr Mentee 1 are excluded')
    expect(page).toContain('Undo')
    expect(await excluded(asked)).toHaveLength(1)
    expect(await pageAfter(asked, include(asked))).toContain('can be drawn again')
    expect(await excluded(asked)).toEqual([])
    expect(await pageAfter(asked, exclude(asked))).toContain('are excluded')
  })

  test('asks whom where nobody is chosen, and keeps what was', async () => {
    const asked = await ask()
    const { mentor } = pairOf(asked)
    const reply = await exclude(asked, { mentor, mentee: '' })
    expect(reply.status).toBe(422)
    const page = await reply.text()
    expect(page).toContain('href="#mentee"')
    expect(page).toContain(`<option value="${mentor}" selected="">`)
    const none = await (await exclude(asked, {})).text()
    expect(none).toContain('href="#mentor"')
  })

  test('says so of a pair that is there, and of one that is not any more', async () => {
    const asked = await ask()
    await exclude(asked)
    expect(await (await exclude(asked)).text()).toContain('This pair is excluded already')
    await include(asked)
    const gone = await include(asked)
    expect(gone.status).toBe(422)
    expect(await gone.text()).toContain('not excluded any more')
  })

  test('takes nobody who is not of the programme, or in the wrong role', async () => {
    const asked = await ask()
    const { mentor, mentee } = pairOf(asked)
    for (const form of [
      { mentor: mentee, mentee: mentor },
      { mentor, mentee: crypto.randomUUID() },
    ])
      expect((await exclude(asked, form)).status).toBe(422)
    expect(await excluded(asked)).toEqual([])
  })
})

describe('a draw', () => {
  test('has the pair in its inputs, and the list is fixed until it is over', async () => {
    const asked = await ask()
    await exclude(asked)
    await asked.lock()
    const text = await asked.change((tx, programme) => findInputs(tx, programme, 1))
    expect(JSON.parse(text ?? '').excluded).toHaveLength(1)
    const page = await look(asked)
    expect(page).toContain('A draw is under way')
    expect(page).toContain('Dr Mentor 1')
    expect(page).not.toContain('Exclude this pair')
    expect(page).not.toContain('Remove')
    for (const reply of [exclude(asked, pairOf(asked, 1, 1)), include(asked)])
      expect((await reply).status).toBe(422)
    expect(await excluded(asked)).toHaveLength(1)
    await asked.reopen()
    expect(await pageAfter(asked, include(asked))).toContain('can be drawn again')
  })

  test('that is published leaves the list to later draws', async () => {
    const asked = await ask()
    await asked.lock()
    const { mentor: mentorId, mentee: menteeId } = pairOf(asked)
    const pair = { pairId: crypto.randomUUID(), label: 'P1', mentorId, menteeId, drawNumber: 1 }
    await asked.change(async (tx, programme) => {
      const { organisationId, programmeId } = programme
      await changeDraw(tx, programme, {
        ...{ number: 1, state: 'published', commitment: '00'.repeat(32), certificate: '{}' },
        ...{ drawnAt: new Date(), publishedAt: new Date() },
      })
      await insertPairs(tx, { organisationId, programmeId }, [pair])
    })
    expect(await look(asked)).toContain('counts for a draw that is still to come')
    expect((await exclude(asked, pairOf(asked, 1, 2))).status).toBe(303)
  })
})

test('in a closed programme the list stays as it is', async () => {
  const asked = await ask()
  await exclude(asked)
  const place = { organisationId: asked.scope.organisationId, programmeId: asked.programmeId }
  await asked.change((tx) => updateProgramme(tx, place, { state: 'closed' }))
  expect(await look(asked)).toContain('The programme is closed')
  expect((await include(asked)).status).toBe(422)
  expect(await excluded(asked)).toHaveLength(1)
})

test('where there is nobody to choose yet, the page says what comes first', async () => {
  const page = await look(await ask({ mentors: 0, mentees: 0, state: 'setting_up' }))
  expect(page).toContain('A pair can be excluded once there are mentors and mentees')
})

test('what the lead did stands in the audit log with ids and no names', async () => {
  const asked = await ask()
  await exclude(asked)
  await include(asked)
  const entries = (await allRowsOf(database, 'audit_entries'))
    .map((text) => JSON.parse(text))
    .filter((entry) => entry.organisation_id === asked.scope.organisationId)
    .filter(({ event }) => event === 'pair.excluded' || event === 'pair.included')
    .toSorted((one, other) => one.position - other.position)
  const { mentor: mentorId, mentee: menteeId } = pairOf(asked)
  expect(entries.map(({ event, actor_id, details }) => [event, actor_id, details])).toEqual(
    ['pair.excluded', 'pair.included'].map((event) => [
      ...[event, asked.lead.personId],
      { mentorId, menteeId },
    ]),
  )
})
