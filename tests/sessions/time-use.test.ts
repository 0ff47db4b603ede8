/** How long the steps took: said by each person under a pseudonym, and told of groups alone. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { listAuditEntries } from '../../src/platform/audit.ts'
import { read } from '../../src/platform/database.ts'
import { respondentOf } from '../../src/platform/keys.ts'
import { insertCompletion } from '../../src/questionnaires/completion-store.ts'
import { preparationStep } from '../../src/sessions/time-use/model.ts'
import { listTimeUses } from '../../src/sessions/time-use/time-use-store.ts'
import { testDatabase } from '../support/database.ts'
import { type DrawnPairs, startPublished } from '../support/drawn-pairs.ts'
import type { Somebody } from '../support/hospital.ts'
import { wordsAt } from '../support/signing-off.ts'
import { send } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const given: { published?: DrawnPairs } = {}
const published = () => given.published as DrawnPairs
beforeAll(async () => {
  given.published = await startPublished(database)
})

const path = (rest: string) => `/programmes/${published().programmeId}${rest}`
const words = (as: Somebody | undefined, rest = '/time') => wordsAt(server, path(rest), as)
const state = (as: Somebody | undefined, form: Readonly<Record<string, string>>) =>
  send(server, path('/time'), { as: as ?? null, form })

const kept = () => {
  const { scope, programmeId } = published()
  const { organisationId } = scope
  return read(database, organisationId, (tx) => listTimeUses(tx, { organisationId, programmeId }))
}

const preparing = `time.${preparationStep}`

test('somebody says how long what they took part in took them, under their pseudonym', async () => {
  const [mentor] = published().mentors
  expect(await words(mentor)).toContain('Preparing for the session')
  expect(await words(mentor)).not.toContain('questionnaire before phase 1')
  const reply = await state(mentor, { [preparing]: 'from_20' })
  expect(reply.headers.get('location')).toBe(path('/time?saved=1'))
  const respondent = respondentOf(published().programmeKey, mentor?.personId ?? '')
  expect(await kept()).toEqual([{ respondent, step: preparationStep, band: 'from_20' }])
  const { organisationId } = published().scope
  const [entry] = await published().change((tx) => listAuditEntries(tx, organisationId, 1))
  expect(entry).toMatchObject({ event: 'times.stated', actorId: null, subject: null })
})

test('changes it, and takes it back', async () => {
  const [mentor] = published().mentors
  await state(mentor, { [preparing]: 'over_120' })
  expect((await kept()).map(({ band }) => band)).toEqual(['over_120'])
  await state(mentor, { [preparing]: '' })
  expect(await kept()).toEqual([])
})

test('says nothing of a step that they took no part in, nor in a band that there is not', async () => {
  const [mentor] = published().mentors
  const other = await state(mentor, { 'time.session': 'from_20' })
  expect(other.status).toBe(422)
  const unknown = await state(mentor, { [preparing]: 'a_week' })
  expect([unknown.status, await unknown.text()]).toEqual([
    422,
    expect.stringContaining('Choose one of the lengths'),
  ])
  expect(await kept()).toEqual([])
})

test('a questionnaire counts once it is answered, and the home leads there', async () => {
  const [mentor] = published().mentors
  await published().change((tx, programme) =>
    insertCompletion(tx, programme, { stage: 1, participantId: mentor?.personId ?? '' }),
  )
  expect(await words(mentor)).toContain('questionnaire before phase 1')
  expect(await words(mentor, '')).toContain('Say how long it took you')
})

test('of four mentors nothing is told, of five what they said together', async () => {
  const { mentors, lead } = published()
  const told = async () => (await words(lead, '/progress')).split('Time it takes')[1] ?? ''
  for (const mentor of mentors.slice(0, 4)) await state(mentor, { [preparing]: 'from_10' })
  expect(await told()).toContain('Too few people have said how long a step took them')
  await state(mentors[4], { [preparing]: 'from_40' })
  expect(await told()).toContain('Said by 5 Median 10 to 19 minutes How many Too few in each band')
})
