/** The board as pages: in every state of the interview, and its forms. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listNotes } from '../../src/interview/board/note-store.ts'
import type { Note } from '../../src/interview/model.ts'
import { listMentees } from '../../src/interview/store.ts'
import { testDatabase } from '../support/database.ts'
import type { Somebody } from '../support/hospital.ts'
import { type Interviewing, startInterviewing } from '../support/interview-under-way.ts'
import { startRunning } from '../support/programme-under-way.ts'
import { send, visit } from '../support/visit.ts'
import { type Server, serverOn } from '../support/world.ts'

const database = testDatabase()
let interview: Interviewing
let server: Server
beforeAll(async () => {
  interview = await startInterviewing(database, { mentees: 2 })
  server = serverOn(database)
})
afterAll(() => database.destroy())

const at = (path: string): string => `/programmes/${interview.programmeId}/interview${path}`
const mentee = (index: number): Somebody => interview.mentees[index] as Somebody
const cell = (index: number, domain = 'strengths') =>
  `/board/${mentee(index).personId}?domain=${domain}`
const as = () => interview.facilitator
const show = async (path: string): Promise<string> => {
  const reply = await visit(server, at(path), { as: as() })
  expect(reply.status).toBe(200)
  return reply.text()
}

const notes = (): Promise<readonly Note[]> =>
  interview.change(async (tx, programme) =>
    listNotes(tx, programme, await listMentees(tx, programme)),
  )

test('the page of a mentee has every domain in the order of the protocol, with its prompts', async () => {
  const page = await show(`/board/${mentee(0).personId}`)
  const domains = [...page.matchAll(/id="domain-(\w+)"/g)].map(([, id]) => id)
  expect(domains).toEqual([
    ...['use_of_technology', 'clinical_practice', 'approach_to_juniors', 'time_management'],
    ...['approachability', 'strengths', 'areas_for_improvement'],
  ])
  expect(page).toContain('What does this consultant do especially well?')
  expect(page).toContain('What difference did it make, and to whom?')
})

test.each([
  ['somebody who is not on the board', () => `/board/${crypto.randomUUID()}`],
  ['a mentor', () => `/board/${interview.mentors[0]?.personId}`],
  ['a point that is gone', () => `/notes/${crypto.randomUUID()}`],
])('of %s the page says so, and leads back', async (_, path) => {
  const page = await show(path())
  expect(page).toContain('Not on the board')
  expect(page).toContain(`href="${at('/board')}"`)
})

test('a domain that is not in the protocol leads to the first that is not done', async () => {
  const page = await show(cell(1, 'nowhere'))
  expect(page).toMatch(/data-cell-domain="use_of_technology"[^>]*><div/)
  expect(page).toMatch(/data-cell-domain="strengths" hidden=""/)
})

describe('a point', () => {
  test('is added once, however often its form is sent', async () => {
    const form = {
      idempotencyKey: crypto.randomUUID(),
      mentee: mentee(0).personId,
      domain: 'strengths',
      text: ' Teaches\r\nwell ',
    }
    const replies = await Promise.all(
      [1, 2, 3].map(() => visit(server, at('/notes'), { as: as(), form })),
    )
    expect(replies.map(({ status }) => status)).toEqual([303, 303, 303])
    expect((await notes()).map(({ text }) => text)).toEqual(['Teaches\nwell'])
  })

  test.each([
    ['without text', { text: ' ' }, 'Enter the point'],
    ['that is too long', { text: 'a'.repeat(5001) }, 'must be 5,000 characters or fewer'],
    ['on nothing that is on the board', { text: 'Kept', domain: 'x' }, 'no longer on the board'],
  ])('%s is refused, and what was typed comes back', async (_, given, words) => {
    const form = { mentee: mentee(0).personId, domain: 'strengths', ...given }
    const reply = await send(server, at('/notes'), { as: as(), form })
    const page = await reply.text()
    expect(reply.status).toBe(422)
    expect(page).toContain(words)
    expect(page).toContain(`>${given.text}</textarea>`)
  })

  test('goes to another cell by its form', async () => {
    const [note] = await notes()
    const before = `${mentee(0).personId} strengths`
    const form = {
      ...{ do: 'save', text: 'Teaches well', beforeText: 'Teaches\r\nwell' },
      ...{ beforeCell: before, beforePlace: note?.place ?? '' },
      cell: `${mentee(1).personId} approachability`,
    }
    const reply = await send(server, at(`/notes/${note?.noteId}`), { as: as(), form })
    expect(reply.headers.get('location')).toBe(at(cell(1, 'approachability')))
    expect(await notes()).toMatchObject([{ menteeId: mentee(1).personId, text: 'Teaches well' }])
  })
})

test('before the interview has started the board leads to it', async () => {
  const running = await startRunning(database)
  const base = `/programmes/${running.programmeId}/interview`
  for (const path of ['/board', `/board/${running.mentees[0]?.personId}`]) {
    const page = await (await visit(server, `${base}${path}`, { as: running.facilitator })).text()
    expect(page).toContain('The interview has not started')
    expect(page).toContain(`href="${base}"`)
    expect(page).not.toContain('data-board')
  }
})

test('when the interview has ended points are read and not changed', async () => {
  const ended = await startInterviewing(database, { mentees: 1 })
  const [only] = ended.mentees
  const noteId = crypto.randomUUID()
  const menteeId = only?.personId ?? ''
  await ended.putNotes([{ noteId, menteeId, domain: 'strengths', place: 'F', text: 'Teaches' }])
  await ended.change((tx, { programmeId }) =>
    tx
      .updateTable('interviews')
      .set({ state: 'ended' })
      .where('programmeId', '=', programmeId)
      .execute(),
  )
  const base = `/programmes/${ended.programmeId}/interview`
  for (const path of [`/board/${menteeId}?domain=strengths`, `/notes/${noteId}`]) {
    const page = await (await visit(server, `${base}${path}`, { as: ended.facilitator })).text()
    expect(page).toContain('Teaches')
    expect(page).not.toMatch(/data-board=|<textarea/)
  }
  const form = { do: 'remove' }
  const reply = await send(server, `${base}/notes/${noteId}`, { as: ended.facilitator, form })
  expect(reply.status).toBe(422)
})
