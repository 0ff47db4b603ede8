/** Who may not answer, or no more, or only late, or would rather not say: what they see, and what becomes of their form. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { updateProgramme } from '../../src/protocol/store.ts'
import { putStageWindow } from '../../src/questionnaires/windows/window-store.ts'
import { openAnswering } from '../support/answering.ts'
import type { Answering } from '../support/answering-programme.ts'
import { testDatabase } from '../support/database.ts'
import { everyAnswer, questionnaireIn } from '../support/every-answer.ts'
import type { Somebody } from '../support/hospital.ts'
import { sheffield } from '../support/protocols.ts'
import { send, visit } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const given: { answering?: Answering } = {}
const answering = (): Answering => given.answering as Answering
beforeAll(async () => {
  given.answering = await openAnswering(database, { mentors: 2 })
})

const start = (stage: number): string =>
  `/programmes/${answering().programmeId}/questionnaires/${stage}`
const mentee = (index: number): Somebody => answering().mentees[index] as Somebody
const mentor = (index: number): Somebody => answering().mentors[index] as Somebody

const get = async (as: Somebody, path: string): Promise<string> => {
  const reply = await visit(server, path, { as })
  expect(reply.status).toBe(200)
  return reply.text()
}
const post = (as: Somebody, path: string, form: Record<string, string>): Promise<Response> =>
  send(server, path, { as, form })

const answersAt = (stage: number, role: 'mentor' | 'mentee') =>
  everyAnswer(questionnaireIn({ protocol: sheffield }, { stage, role }))
const tags = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('who may not answer is told why', () => {
  const says = async (as: Somebody, path: string, words: string) =>
    expect(tags(await get(as, path))).toContain(words)

  test('a mentee at a stage that asks mentors', () =>
    says(mentee(0), start(1), 'There are no questions for you at this stage'))

  test('somebody who withdrew, and their form is shown to be copied', async () => {
    const as = mentor(0)
    await answering().change((tx) =>
      tx
        .updateTable('participants')
        .set({ state: 'withdrawn', leftAfterPhase: 1 })
        .where('participantId', '=', as.personId)
        .execute(),
    )
    await says(as, start(3), 'You have withdrawn from the programme')
    const answers = answersAt(3, 'mentor')
    const reply = await post(as, `${start(3)}/all`, answers)
    const page = await reply.text()
    expect(page).toContain('You have withdrawn from the programme')
    expect(page).toContain('>What I think about Benefits</textarea>')
  })

  test.each(['invited', 'declined'] as const)('somebody %s', async (state) => {
    const as = mentor(1)
    await answering().change((tx) =>
      tx
        .updateTable('participants')
        .set({ state })
        .where('participantId', '=', as.personId)
        .execute(),
    )
    const words = {
      invited: 'Decide first',
      declined: 'You said that you do not want to take part',
    }
    await says(as, start(3), words[state])
  })

  test('everybody while the stage is not open, and after it has closed', async () => {
    const other = await openAnswering(database)
    const [as] = other.mentees as [Somebody]
    const path = `/programmes/${other.programmeId}/questionnaires/4`
    const place = { organisationId: other.scope.organisationId, programmeId: other.programmeId }
    const dates = { opensOn: null, closesOn: null }
    const windows = [
      ['not_open', 'not open yet'],
      ['closed', 'has closed'],
    ] as const
    for (const [state, words] of windows) {
      await other.change((tx) =>
        putStageWindow(tx, place, { stage: 4, state, protocolVersion: 1, ...dates }),
      )
      await says(as, path, words)
      const sent = await post(as, `${path}/all`, answersAt(4, 'mentee'))
      expect(await sent.text()).toContain('>What I think about Concerns</textarea>')
    }
    await other.change((tx) =>
      putStageWindow(tx, place, { stage: 4, state: 'open', protocolVersion: 1, ...dates }),
    )
    await other.change((tx) => updateProgramme(tx, place, { state: 'closed' }))
    await says(as, path, 'has closed')
    await other.change((tx) => updateProgramme(tx, place, { state: 'setting_up' }))
    await says(as, path, 'not open yet')
  })
})

test('late answers are taken where the protocol says so, and the page says that they are late', async () => {
  const rules = { ...sheffield.rules, lateAnswers: 'until_next_stage' as const }
  const other = await openAnswering(database, { protocol: { ...sheffield, rules } })
  const [as] = other.mentees as [Somebody]
  const path = `/programmes/${other.programmeId}/questionnaires/4`
  const place = { organisationId: other.scope.organisationId, programmeId: other.programmeId }
  const put = (stage: number, state: 'closed' | 'not_open' | 'open') =>
    other.change((tx) => {
      const window = { stage, state, opensOn: null, closesOn: null, protocolVersion: 1 }
      return putStageWindow(tx, place, window)
    })
  await put(4, 'closed')
  await put(5, 'not_open')
  expect(await get(as, path)).toContain('You can still answer until the next one opens')
  await put(5, 'open')
  expect(await get(as, path)).toContain('This questionnaire has closed')
  await put(5, 'not_open')
  const sent = await post(as, `${path}/all`, answersAt(4, 'mentee'))
  expect(sent.headers.get('location')).toBe(`${path}/receipt`)
})

test('“Prefer not to say” is offered where the protocol says so, is enough, and leaves no trace', async () => {
  const protocol = {
    ...sheffield,
    measures: sheffield.measures.map((measure) => ({ ...measure, preferNotToSay: true })),
    items: sheffield.items.map((item) => ({ ...item, preferNotToSay: true, required: true })),
  }
  const other = await openAnswering(database, { protocol })
  const [as] = other.mentees as [Somebody]
  const path = `/programmes/${other.programmeId}/questionnaires/4`
  const page = await get(as, `${path}/all`)
  expect(page.match(/value="prefer-not-to-say"/g)).toHaveLength(19)
  const fields = [...page.matchAll(/name="([^"]+)" value="prefer-not-to-say"/g)]
  const form = Object.fromEntries(fields.map(([, name = '']) => [name, 'prefer-not-to-say']))
  const sent = await post(as, `${path}/all`, form)
  expect(sent.headers.get('location')).toBe(`${path}/receipt`)
  expect(tags(await get(as, `${path}/receipt`))).toContain('We have stored 0 answers of yours')
})
