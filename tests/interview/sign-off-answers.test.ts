/** What the group answers about a text: once each, without a name, and without a trace that leads to one. */
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { listAuditEntries } from '../../src/platform/audit.ts'
import { testDatabase } from '../support/database.ts'
import {
  kindOf,
  type SigningOff,
  type SigningOffOptions,
  startSigningOff,
  wordsAt,
} from '../support/signing-off.ts'
import { send } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const sent = async (options: SigningOffOptions = {}): Promise<SigningOff> => {
  const signing = await startSigningOff(database, options)
  expect(kindOf(await signing.send())).toBe('done')
  return signing
}

const facilitatorPage = ({ programmeId, mentee, facilitator }: SigningOff): Promise<string> =>
  wordsAt(server, `/programmes/${programmeId}/documents/${mentee.personId}/sign-off`, facilitator)
const ownPath = ({ programmeId, mentee }: SigningOff): string =>
  `/programmes/${programmeId}/sign-off/${mentee.personId}`

describe('an answer', () => {
  test('is given once, whatever is sent after it: a double click, two tabs', async () => {
    const signing = await sent()
    const [mentor] = signing.mentors
    const form = { version: '1', answer: 'agree', request: '' }
    const replies = await Promise.all(
      [1, 2].map(() => send(server, ownPath(signing), { as: mentor ?? null, form })),
    )
    expect(replies.map(({ status }) => status)).toEqual([303, 303])
    const other = { version: '1', answer: 'change', request: 'Something else.' }
    await send(server, ownPath(signing), { as: mentor ?? null, form: other })
    const { answered, requests } = await signing.look()
    expect([answered, requests]).toEqual([1, []])
    expect(await wordsAt(server, ownPath(signing), mentor)).toContain(
      'You have answered about this text',
    )
  })

  test.each([
    [{ answer: '', request: '' }, 'Select whether you agree to this text or ask for a change'],
    [{ answer: 'change', request: '  ' }, 'Write which words you ask to change, and why'],
    [{ answer: 'change', request: 'x'.repeat(2001) }, 'Write 2000 characters or fewer'],
    [{ answer: 'agree', request: 'The end of it.' }, 'You wrote about a change and selected'],
  ])('that is not understood comes back as it was typed: $1', async (typed, sentence) => {
    const signing = await sent()
    const form = { version: '1', ...typed }
    const reply = await send(server, ownPath(signing), { as: signing.mentors[0] ?? null, form })
    const html = await reply.text()
    expect(reply.status).toBe(422)
    expect(html.split(sentence).length - 1).toBe(2)
    expect(html).toContain(typed.request)
    expect((await signing.look()).answered).toBe(0)
  })

  test('about a version that was replaced meanwhile is not counted, and the new text is shown', async () => {
    const signing = await sent()
    await signing.write('You ask us what we think.')
    await signing.send()
    const form = { version: '1', answer: 'change', request: 'Leave out the end.' }
    const reply = await send(server, ownPath(signing), { as: signing.mentors[0] ?? null, form })
    const html = await reply.text()
    expect(reply.status).toBe(422)
    expect(html).toContain('The text was changed while you were reading')
    expect(html).toContain('You ask us what we think.')
    expect(html).toContain('Leave out the end.')
    expect(html).toContain('name="version" value="2"')
    expect((await signing.look()).answered).toBe(0)
  })

  test('leaves the same behind in the audit log, whatever it was, and names nobody', async () => {
    const signing = await sent()
    await signing.answer(signing.mentors[0])
    await signing.answer(signing.mentors[1], 'The first sentence.')
    const { organisationId } = signing.scope
    const entries = (await signing.change((tx) => listAuditEntries(tx, organisationId, 100)))
      .filter(({ event }) => event === 'document.answered')
      .map(({ actorKind, actorId, subject, details }) => ({ actorKind, actorId, subject, details }))
    const entry = { actorKind: 'participant', actorId: null, subject: null, details: {} }
    expect(entries).toEqual([entry, entry])
    const keys = await signing.change((tx) =>
      tx.selectFrom('idempotencyKeys').selectAll().execute(),
    )
    expect(keys).toEqual([])
  })

  test('cannot be told from another by its transaction, its place or its order in the tables', async () => {
    const signing = await sent()
    for (const [index, mentor] of signing.mentors.entries())
      await signing.answer(mentor, index % 2 === 0 ? `Change number ${index}.` : null)
    const rowsOf = (table: string, key: string) =>
      signing.change(async (tx) => {
        const { rows } = await sql<{ id: string; xmin: string }>`
          select encode(${sql.raw(key)}::text::bytea, 'hex') as id, xmin::text as xmin
          from ${sql.table(table)} where programme_id = ${signing.programmeId} order by ctid`.execute(
          tx,
        )
        return rows
      })
    const marks = await rowsOf('sign_offs', 'sign_off_key')
    const requests = await rowsOf('change_requests', 'request_id')
    expect([marks.length, requests.length]).toEqual([6, 3])
    for (const rows of [marks, requests]) {
      const ids = rows.map(({ id }) => id)
      expect(ids).toEqual(ids.toSorted())
    }
    expect(new Set([...marks, ...requests].map(({ xmin }) => xmin)).size).toBe(1)
  })

  test('of a request is shown to the facilitator in an order of chance, without a name', async () => {
    const signing = await sent()
    for (const mentor of signing.mentors) await signing.answer(mentor, `From ${mentor.personId}.`)
    const { requests } = await signing.look()
    expect(requests.toSorted()).toEqual(
      signing.mentors.map(({ personId }) => `From ${personId}.`).toSorted(),
    )
    const words = await facilitatorPage(signing)
    expect(words).toContain('In an order of chance')
    expect(words).not.toContain('Dr Mentor')
  })

  test('of a request is held back until k have answered or the day is over', async () => {
    const signing = await sent()
    const words = 'Leave out the first sentence.'
    const nobody = await facilitatorPage(signing)
    await signing.answer(signing.mentors[0], words)
    for (const mentor of signing.mentors.slice(1, 4)) await signing.answer(mentor)
    expect(await facilitatorPage(signing)).toBe(nobody)
    expect(kindOf(await signing.send())).toBe('document.sent_already')
    expect(kindOf(await signing.release())).toBe('document.too_few_agree')
    await signing.answer(signing.mentors[4])
    expect(await facilitatorPage(signing)).toContain(words)
    const other = await sent()
    await other.answer(other.mentors[0], words)
    await other.passDays(15)
    expect(await facilitatorPage(other)).toContain(words)
  })

  test('is a number for the facilitator from k on, and below k no number', async () => {
    const signing = await sent()
    const shown: string[] = []
    for (const mentor of signing.mentors) {
      await signing.answer(mentor)
      shown.push(
        /Answers (.*?) Not|Answers (All 6 mentors)/.exec(await facilitatorPage(signing))?.[0] ?? '',
      )
    }
    expect(new Set(shown.slice(0, 4)).size).toBe(1)
    expect(shown[0]).toContain('Fewer than 5 of 6 mentors')
    expect(shown[4]).toContain('5 of 6 mentors')
    expect(shown[5]).toContain('All 6 mentors')
  })
})
