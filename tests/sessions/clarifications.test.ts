/** A mentee asks the group about a point of their document, through the facilitator; the group answers as a group. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { listAuditEntries } from '../../src/platform/audit.ts'
import { declinedSentence } from '../../src/sessions/clarifications/model.ts'
import {
  type AskingGroup,
  startAsking,
  thePoint,
  theQuestion,
} from '../support/asking-the-group.ts'
import { testDatabase } from '../support/database.ts'
import type { Somebody } from '../support/hospital.ts'
import { mailsOf } from '../support/mailbox.ts'
import { wordsAt } from '../support/signing-off.ts'
import { visit, wordsOf } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const database = testDatabase()
const server = serverOn(database)
const given: { asking?: AskingGroup } = {}
const world = (): AskingGroup => given.asking as AskingGroup
beforeAll(async () => {
  given.asking = await startAsking(database, server)
})
afterAll(() => database.destroy())

const listOf = ({ programmeId }: AskingGroup): string => `/programmes/${programmeId}/clarifications`
const words = (as: Somebody | undefined, path = listOf(world())) => wordsAt(server, path, as)
const stateOf = async (at: string): Promise<string | undefined> =>
  (await world().all()).find(({ clarificationId }) => at.endsWith(clarificationId))?.state

const withGroup = async (turns: readonly (string | null)[] = []): Promise<string> => {
  const at = await world().ask()
  await world().passOn(at)
  for (const [mentor, note] of turns.entries()) await world().takeTurn(at, mentor, note)
  return at
}

const spoken = ['On ward rounds most of all.', null, 'In clinics too.', null, null]
const groupAnswer = 'We see it on ward rounds, and in clinics as well.'

describe('a question', () => {
  test('goes to the facilitator, to the group, and comes back as one answer of the group', async () => {
    const { mentee, mentors, facilitator, sent } = world()
    const at = await world().ask()
    expect(await words(mentee)).toContain('With the facilitator')
    expect(await words(mentors[0])).toContain('There is no question now')
    expect(await words(facilitator, at)).toContain(`A question from Dr Mentee 1 Domain Strengths`)
    const reworded = 'Is it the ward rounds, or clinics as well?'
    expect((await sent(facilitator, `${at}/pass-on`, { text: reworded }))[0]).toBe(303)
    expect(await words(mentors[0], at)).toContain(reworded)
    expect(await words(mentors[0], at)).not.toContain(theQuestion)
    expect(await words(mentee)).toContain('With the group')
    expect(await words(mentee)).not.toContain(reworded)
    for (const [mentor, note] of spoken.entries()) await world().takeTurn(at, mentor, note)
    expect(await words(facilitator, at)).toContain('At least 5 of the group have taken their turn')
    await world().hear(at)
    expect(await words(facilitator, at)).toContain('In clinics too. On ward rounds most of all.')
    expect((await sent(facilitator, `${at}/answer`, { text: groupAnswer }))[0]).toBe(303)
    for (const as of [mentee, mentors[5]])
      expect(await words(as, as === mentee ? undefined : at)).toContain(groupAnswer)
    expect(await words(mentee)).not.toMatch(/Dr Mentor|\d of \d/)
  })

  test('is about a point of the document, of at most 500 characters, three at a time', async () => {
    const { mentee, mentees, sent } = world()
    const path = `${listOf(world())}/ask`
    expect(await words(mentee, `${path}?domain=strengths`)).toContain(thePoint)
    const form = { domain: 'strengths', point: thePoint, question: 'x'.repeat(501) }
    const [status, html] = await sent(mentee, path, form)
    expect([status, html.includes('Write 500 characters or fewer')]).toEqual([422, true])
    expect(html).toContain('x'.repeat(501))
    expect((await sent(mentee, path, { ...form, point: 'Another point.' }))[1]).toContain(
      'Select the point that you ask about',
    )
    expect((await sent(mentees[1], path, form))[1]).toContain('once you have opened your document')
    const open = [await world().ask(), await world().ask(), await world().ask()]
    expect((await sent(mentee, path, { ...form, question: 'A fourth?' }))[0]).toBe(422)
    expect((await world().all()).filter(({ question }) => question === 'A fourth?')).toEqual([])
    for (const at of open) expect((await sent(mentee, `${at}/take-back`))[0]).toBe(303)
    expect(await stateOf(open[0] ?? '')).toBe('taken_back')
    expect((await sent(mentee, `${open[0]}/take-back`))[0]).toBe(422)
  })

  test('that names somebody comes back with warnings, and goes out once they were read', async () => {
    const { facilitator, sent } = world()
    const text = 'Did Dr Mentor 2 say this?'
    const at = await world().ask(text)
    expect(await words(facilitator, at)).toContain('“Mentor” is the name of somebody')
    const [status, html] = await sent(facilitator, `${at}/pass-on`, { text })
    expect([status, await stateOf(at)]).toEqual([422, 'asked'])
    expect(html).toContain('Send these words as they are')
    const other = { text, confirmed: 'Other words.' }
    expect((await sent(facilitator, `${at}/pass-on`, other))[0]).toBe(422)
    expect((await sent(facilitator, `${at}/pass-on`, { text, confirmed: text }))[0]).toBe(303)
    const stored = (await world().all()).find(({ clarificationId }) => at.endsWith(clarificationId))
    expect([stored?.question, stored?.passedOn]).toEqual([text, text])
    expect((await sent(facilitator, `${at}/decline`, { text: '' }))[0]).toBe(303)
  })

  test('is declined in a sentence that is always the same, with one of the facilitator’s own', async () => {
    const { facilitator, mentee, sent } = world()
    const at = await withGroup(['A note.'])
    const own = 'This is better asked in the session.'
    expect((await sent(facilitator, `${at}/decline`, { text: own }))[0]).toBe(303)
    const page = await words(mentee)
    for (const sentence of [declinedSentence, own]) expect(page).toContain(sentence)
    expect((await sent(facilitator, `${at}/answer`, { text: groupAnswer }))[0]).toBe(422)
    const left = await world().change(async (tx) => [
      ...(await tx.selectFrom('clarificationTurns').selectAll().execute()),
      ...(await tx.selectFrom('clarificationNotes').selectAll().execute()),
    ])
    expect(left).toEqual([])
  })

  test('is told about in mails that name no mentee and hold nothing of it', async () => {
    const { scope, facilitator, mentors, mentee, sent } = world()
    const before = (await mailsOf(database, scope.organisationId)).length
    const at = await withGroup()
    await sent(facilitator, `${at}/decline`, { text: '' })
    const all = await mailsOf(database, scope.organisationId)
    const mails = all.slice(0, all.length - before)
    const tos = mails.map(({ purpose, to }) => `${purpose} ${to}`).toSorted()
    const expected = [
      ...[facilitator, world().secondFacilitator].map(({ email }) => `question_asked ${email}`),
      ...mentors.map(({ personId }) => `question_with_group ${personId}@hospital.example`),
      `question_closed ${mentee.personId}@hospital.example`,
    ]
    expect(tos).toEqual(expected.toSorted())
    for (const { purpose, subject, text } of mails) {
      expect(`${subject} ${text}`).not.toContain('ward rounds')
      if (purpose !== 'question_closed') expect(text).not.toContain('Dr Mentee')
    }
  })
})

describe('a turn', () => {
  test('is taken once, by whoever took part, and comes back if it is not understood', async () => {
    const { mentors, sent } = world()
    const at = await withGroup()
    const [, html] = await sent(mentors[0], `${at}/turn`, { turn: 'note', note: '' })
    expect(html).toContain('Write what you would say to the question')
    const kept = await sent(mentors[0], `${at}/turn`, { turn: 'nothing', note: 'Something.' })
    expect([kept[0], kept[1].includes('Something.')]).toEqual([422, true])
    await world().takeTurn(at, 0, null)
    await world().takeTurn(at, 0, 'A second thought.')
    const notes = await world().change((tx) =>
      tx.selectFrom('clarificationNotes').selectAll().execute(),
    )
    expect(notes).toEqual([])
    expect(await words(mentors[0], at)).toContain('You have taken your turn')
    await sent(world().mentee, `${at}/take-back`)
  })

  test('leaves the same behind, whether something was said or nothing, and in no order', async () => {
    const { scope, mentee, sent } = world()
    const at = await withGroup(['One.', null, 'Three.', 'Four.'])
    const rowsOf = (table: string, key: string) =>
      world().change(async (tx) => {
        const { rows } = await sql<{ id: string; xmin: string }>`
          select ${sql.raw(key)}::text as id, xmin::text as xmin from ${sql.table(table)}
          where programme_id = ${world().programmeId} order by ctid`.execute(tx)
        return rows
      })
    const turns = await rowsOf('clarification_turns', 'participant_id')
    const notes = await rowsOf('clarification_notes', 'note_id')
    expect([turns.length, notes.length]).toEqual([4, 3])
    for (const rows of [turns, notes])
      expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).toSorted())
    expect(new Set([...turns, ...notes].map(({ xmin }) => xmin)).size).toBe(1)
    const entries = (
      await world().change((tx) => listAuditEntries(tx, scope.organisationId, 1000))
    ).filter(({ event }) => event === 'clarification.turn_taken')
    const left = entries.map(({ actorId, subject, details }) => ({ actorId, subject, details }))
    expect(new Set(left.map((entry) => JSON.stringify(entry)))).toEqual(
      new Set([JSON.stringify({ actorId: null, subject: null, details: {} })]),
    )
    await sent(mentee, `${at}/take-back`)
  })
})

test('once the facilitator reads, nobody adds anything: no note can be seen to come alone', async () => {
  const { facilitator, mentors, mentee, sent } = world()
  const at = await withGroup(['One.', 'Two.', null, null, null])
  expect((await sent(facilitator, `${at}/answer`, { text: groupAnswer }))[0]).toBe(422)
  await world().hear(at)
  await world().takeTurn(at, 5, 'Too late to hide.')
  expect(await words(mentors[5], at)).toContain('The facilitator is writing the group’s answer')
  expect(await words(facilitator, at)).toContain('One. Two.')
  expect(await words(facilitator, at)).not.toContain('Too late to hide.')
  await sent(mentee, `${at}/take-back`)
})

test('below k the facilitator reads nothing, sees no number, and cannot answer', async () => {
  const { facilitator, mentee, sent } = world()
  const at = await withGroup()
  const nobody = await words(facilitator, at)
  for (const [mentor, note] of ['Not yet to be seen.', null, null, 'Nor this.'].entries())
    await world().takeTurn(at, mentor, note)
  expect(await words(facilitator, at)).toBe(nobody)
  const [status, html] = await sent(facilitator, `${at}/hear`)
  expect([status, html.includes('Fewer than 5 of the group')]).toEqual([422, true])
  await world().takeTurn(at, 4, null)
  expect(await words(facilitator, at)).toContain('Once you read, nobody can add anything')
  expect(await words(facilitator, at)).not.toContain('Nor this.')
  const leave = world()
    .mentors.slice(0, 2)
    .map(({ personId }) => personId)
  await world().change((tx) =>
    tx.deleteFrom('interviewAttendances').where('participantId', 'in', leave).execute(),
  )
  expect(await words(facilitator)).toContain('Waits for you: the group has become too small')
  const small = await words(facilitator, at)
  expect(small).toContain('nobody reads what was written. Decline the question.')
  expect(small).not.toContain('Nor this.')
  await world().change((tx) => tx.updateTable('programmes').set({ state: 'closed' }).execute())
  expect(await words(facilitator)).not.toContain('Waits for you')
  for (const as of [facilitator, mentee])
    expect(await words(as)).toContain('The programme has closed before it was answered')
})

/** Ids, which are new in each programme, and the keys of forms. */
const withoutIds = (page: string): string =>
  page.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')

/** All that mentee and facilitator can see: below k, from k on, and afterwards. */
const seen = async (turns: readonly (readonly [number, string | null])[]): Promise<string[]> => {
  const asking = await startAsking(database, server)
  const { mentee, facilitator, sent } = asking
  const at = await asking.ask()
  const pages: string[] = []
  const look = async (as: Somebody, path: string): Promise<void> => {
    pages.push(withoutIds(await wordsOf(await visit(server, path, { as }))))
  }
  const lookAtAll = async (): Promise<void> => {
    for (const [as, path] of [
      ...[
        [mentee, listOf(asking)] as const,
        [mentee, `/programmes/${asking.programmeId}`] as const,
      ],
      ...[[facilitator, listOf(asking)] as const, [facilitator, at] as const],
    ])
      await look(as, path)
  }
  await asking.passOn(at)
  for (const [place, [mentor, note]] of turns.entries()) {
    await asking.takeTurn(at, mentor, note)
    if (place === 1 || place === 4) await lookAtAll()
  }
  await asking.hear(at)
  await lookAtAll()
  await sent(facilitator, `${at}/answer`, { text: groupAnswer })
  await lookAtAll()
  const mails = await mailsOf(database, asking.scope.organisationId)
  const toThem = mails.filter(({ about }) => about === null || about === mentee.personId)
  return [
    ...pages,
    ...toThem.map(({ subject, text }) => withoutIds(`${subject} ${text}`)).toSorted(),
  ]
}

test('mentee and facilitator see the same bytes whichever mentors wrote the same words, and in which order', async () => {
  const [first, second] = ['On ward rounds most of all.', 'In clinics too.']
  const one = await seen([
    [0, first],
    [1, second],
    [2, null],
    [3, null],
    [4, null],
  ])
  const other = await seen([
    [5, null],
    [4, second],
    [3, null],
    [2, first],
    [0, null],
  ])
  expect(one.length).toBeGreaterThan(12)
  expect(one.join()).toContain(first)
  expect(one.slice(4, 6)).toEqual(one.slice(0, 2))
  expect(other).toEqual(one)
})
