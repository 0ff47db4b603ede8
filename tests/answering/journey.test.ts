/** A mentee and a mentor answer, without a browser: every page, and nothing is lost. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { openAnswering } from '../support/answering.ts'
import type { Answering } from '../support/answering-programme.ts'
import { testDatabase } from '../support/database.ts'
import { everyAnswer, questionnaireIn } from '../support/every-answer.ts'
import type { Somebody } from '../support/hospital.ts'
import { send, visit } from '../support/visit.ts'
import { type Server, serverOn } from '../support/world.ts'

const database = testDatabase()
afterAll(() => database.destroy())

const given: { answering?: Answering; server?: Server } = {}
const here = (): Answering => given.answering as Answering
beforeAll(async () => {
  given.answering = await openAnswering(database, { mentors: 4, mentees: 9 })
  given.server = serverOn(database)
})

const start = (stage: number): string => `/programmes/${here().programmeId}/questionnaires/${stage}`
const mentee = (index: number): Somebody => here().mentees[index] as Somebody
const mentor = (index: number): Somebody => here().mentors[index] as Somebody

const get = async (as: Somebody, path: string): Promise<string> => {
  const reply = await visit(given.server as Server, path, { as })
  expect(reply.status).toBe(200)
  return reply.text()
}
const post = (as: Somebody, path: string, form: Record<string, string>): Promise<Response> =>
  send(given.server as Server, path, { as, form })

const answersAt = (stage: number, role: 'mentor' | 'mentee') =>
  everyAnswer(questionnaireIn(here(), { stage, role }))
const sectionOf = (answers: Record<string, string>, start: string) =>
  Object.fromEntries(Object.entries(answers).filter(([field]) => field.startsWith(start)))
/** What the script of the page hears. */
const told = z.object({ state: z.string(), joined: z.record(z.string(), z.string()) })

const tags = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('the first page tells what it is, how long it takes, and how far one has come', async () => {
  const page = tags(await get(mentee(0), start(4)))
  expect(page).toContain('There are 19 questions. They take about 6 minutes.')
  expect(page).toContain('Awareness of how juniors see you')
  expect(page).toContain('Cannot start yet')
  expect(page).toContain('All questions on one page')
})

test('section by section to the receipt, back and forth, with an error on the way', async () => {
  const [as, answers] = [mentee(0), answersAt(4, 'mentee')]
  const awareness = sectionOf(answers, 'awareness')
  const { 'awareness-strengths': strengths, ...incomplete } = awareness
  const refused = await post(as, `${start(4)}/sections/1`, incomplete)
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('<title>Error: Awareness of how juniors see you')
  expect(page.match(/Select an answer for “Strengths”/g)).toHaveLength(2)
  expect(page).toContain('href="#awareness-strengths"')
  // What was given is kept all the same.
  expect(await get(as, `${start(4)}/sections/1`)).toMatch(
    /name="awareness-approachability"[^>]*checked=""[^>]*value="5"|name="awareness-approachability" value="5" checked=""/,
  )
  const first = await post(as, `${start(4)}/sections/1`, awareness)
  expect(first.headers.get('location')).toBe(`${start(4)}/sections/2`)
  const second = await post(as, `${start(4)}/sections/2`, sectionOf(answers, 'importance'))
  expect(second.headers.get('location')).toBe(`${start(4)}/sections/3`)
  expect(tags(await get(as, start(4)))).toMatch(/Awareness of how juniors see you .*? Completed/)
  const unsure = await post(as, `${start(4)}/check`, {})
  expect(unsure.status).toBe(422)
  const stillToDo = await unsure.text()
  expect(stillToDo).toContain('Enter a number for “Longest session expected”')
  expect(stillToDo).toContain(`href="${start(4)}/sections/3#expected_minutes"`)
  const { feedback_important = '', concerns_before = '' } = answers
  const closed = { feedback_important, concerns_before, expected_minutes: '7,5' }
  const comma = await post(as, `${start(4)}/sections/3`, closed)
  expect(await comma.text()).toContain('without a comma')
  await post(as, `${start(4)}/sections/3`, { ...closed, expected_minutes: '7.5' })
  const last = await post(as, `${start(4)}/sections/4`, { concerns: 'Too\r\nlittle time' })
  expect(last.headers.get('location')).toBe(`${start(4)}/check`)
  const check = await get(as, `${start(4)}/check`)
  expect(tags(check)).toContain('Longest session expected 7.5 minutes Change')
  expect(check).toContain('Too\nlittle time')
  const sent = await post(as, `${start(4)}/check`, {})
  expect(sent.headers.get('location')).toBe(`${start(4)}/receipt`)
  const receipt = tags(await get(as, `${start(4)}/receipt`))
  expect(receipt).toContain('We have stored 18 answers of yours for Gastroenterology')
  expect(receipt).toContain('The next step of the programme is: One-to-one session.')
  expect(receipt).not.toContain('little time')
})

test('leaving in the middle saves what is there and asks for nothing', async () => {
  const as = mentee(1)
  const form = { 'awareness-strengths': '2', saveAnd: 'leave' }
  const reply = await post(as, `${start(4)}/sections/1`, form)
  expect([reply.status, reply.headers.get('location')]).toEqual([303, start(4)])
  expect(await get(as, `${start(4)}/sections/1`)).toMatch(
    /name="awareness-strengths"[^>]*checked=""/,
  )
})

test('all on one page, faulty at first, keeps everything that was typed', async () => {
  const [as, answers] = [mentee(2), answersAt(4, 'mentee')]
  const long = 'x'.repeat(5001)
  const refused = await post(as, `${start(4)}/all`, { ...answers, concerns: long })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(await (await post(as, `${start(4)}/all`, {})).text()).toContain(
    'Select an answer for “Strengths” (Importance of feedback)',
  )
  await post(as, `${start(4)}/all`, { ...answers, concerns: long })
  expect(page).toContain('You have entered 5,001')
  expect(page).toContain(`>${long}</textarea>`)
  expect(await get(as, `${start(4)}/all`)).toContain(long)
  const sent = await post(as, `${start(4)}/all`, { ...answers, 'concerns-before': long })
  expect(sent.headers.get('location')).toBe(`${start(4)}/receipt`)
  expect(tags(await get(as, `${start(4)}/receipt`))).toContain('19 answers')
})

test('the same form sent again leads to the receipt; another is not stored and can be copied', async () => {
  const [as, answers] = [mentee(3), answersAt(4, 'mentee')]
  await post(as, `${start(4)}/all`, answers)
  const again = await post(as, `${start(4)}/all`, answers)
  expect(again.headers.get('location')).toBe(`${start(4)}/receipt`)
  const other = await post(as, `${start(4)}/all`, { ...answers, concerns: 'On second thoughts' })
  const page = await other.text()
  expect(page).toContain('The answers that you sent first were kept')
  expect(page).toContain('>On second thoughts</textarea>')
  expect(page).not.toContain('What I think about Benefits')
  const section = await post(as, `${start(4)}/sections/4`, { benefits: 'And another thing' })
  expect(await section.text()).toContain('>And another thing</textarea>')
  expect(tags(await get(as, `${start(4)}/receipt`))).toContain('19 answers')
  for (const path of ['', '/all', '/sections/1', '/check', '/paper']) {
    expect(await get(as, `${start(4)}${path}`)).toContain('You have sent your answers')
  }
})

describe('two devices', () => {
  test('that write different texts end with both, to be read before they are sent', async () => {
    const [as, answers] = [mentee(4), answersAt(4, 'mentee')]
    await post(as, `${start(4)}/sections/4`, { concerns: 'From the phone', benefits: '' })
    const joined = await post(as, `${start(4)}/all`, { ...answers, concerns: 'From the desk' })
    expect(joined.status).toBe(422)
    const page = await joined.text()
    expect(page).toContain('Nothing is lost: both texts are below')
    expect(page).toMatch(
      /From the desk\s+— Also written on another device or page: —\s+From the phone/,
    )
    expect(page).not.toContain('There is a problem')
    const [, before = ''] = /name="concerns-before" value="([^"]*)"/.exec(page) ?? []
    const form = { ...answers, concerns: 'From the desk and the phone', 'concerns-before': before }
    const sent = await post(as, `${start(4)}/all`, form)
    expect(sent.headers.get('location')).toBe(`${start(4)}/receipt`)
  })

  test('the script is told what its text was joined with, and that the stage was answered', async () => {
    const [as, answers] = [mentee(5), answersAt(4, 'mentee')]
    const type = async (to: string, from = '') => {
      const changes = JSON.stringify([{ field: 'concerns', from: [from], to }])
      const reply = await post(as, `${start(4)}/draft`, { changes })
      expect(reply.headers.get('content-type')).toBe('application/json')
      return told.parse(await reply.json())
    }
    expect(await type('One')).toEqual({ state: 'saved', joined: {} })
    const { joined } = await type('Two')
    expect(joined).toEqual({ concerns: expect.stringMatching(/^Two\s[\s\S]*\sOne$/) })
    await post(as, `${start(4)}/check`, {})
    await post(as, `${start(4)}/all`, { ...answers, 'concerns-before': String(joined.concerns) })
    expect(await type('Three')).toEqual({ state: 'answered', joined: {} })
  })

  test.each(['', '[', '{}', '[{"field":1}]', '"x"', '[{"field":"x","from":"","to":""}]'])(
    'the script’s changes %j are not understood, and say so',
    async (changes) => {
      expect((await post(mentee(5), `${start(4)}/draft`, { changes })).status).toBe(400)
    },
  )
})

test('a draft takes questions of its own stage and role alone, and no more than it can hold', async () => {
  const as = mentee(6)
  const type = async (changes: unknown) => {
    const form = { changes: JSON.stringify(changes) }
    return told.parse(await (await post(as, `${start(4)}/draft`, form)).json()).state
  }
  const foreign = ['confidence-strengths', 'idempotencyKey', 'nonsense'].map((field) => ({
    field,
    from: [],
    to: '3',
  }))
  expect(await type(foreign)).toBe('saved')
  expect(await type([{ field: 'concerns', from: [], to: 'a\0\ud800' }])).toBe('saved')
  expect(await get(as, `${start(4)}/sections/4`)).toContain('>a\ufffd</textarea>')
  for (const letter of ['b', 'c', 'd']) {
    const to = letter.repeat(300_000)
    expect(await type([{ field: 'concerns', from: [], to }])).toBe('saved')
  }
  expect(await type([{ field: 'concerns', from: [], to: 'e'.repeat(300_000) }])).toBe('too_long')
})

test('a stage that is no questionnaire is nowhere', async () => {
  for (const stage of [2, 9, '01', '1e0']) {
    const path = `/programmes/${here().programmeId}/questionnaires/${stage}`
    expect((await visit(given.server as Server, path, { as: mentor(2) })).status).toBe(404)
  }
})

test('the first answer locks the version of the protocol that was asked', async () => {
  const versions = await here().change((tx) =>
    tx
      .selectFrom('protocolVersions')
      .select('isLocked')
      .where('programmeId', '=', here().programmeId)
      .execute(),
  )
  expect(versions).toEqual([{ isLocked: true }])
})

test('a mentor who has answered is led on to their willingness where it is asked', async () => {
  for (const stage of [1, 3]) {
    await post(mentor(3), `${start(stage)}/all`, answersAt(stage, 'mentor'))
    const receipt = await get(mentor(3), `${start(stage)}/receipt`)
    expect(receipt.includes(`href="/programmes/${here().programmeId}/willing"`)).toBe(stage === 1)
  }
})
