/** Three waves of follow-up, with the clock moved: opened, told about, answered, closed, and what is said of them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultConsentText } from '../../src/people/consent/default.ts'
import { insertConsent, putConsentText } from '../../src/people/consent/store.ts'
import { linkFor } from '../../src/people/inviting/invitation-links.ts'
import { insertInvitations } from '../../src/people/inviting/invitation-store.ts'
import type { Place } from '../../src/people/store.ts'
import { listAuditEntries } from '../../src/platform/audit.ts'
import { read } from '../../src/platform/database.ts'
import { respondentOf } from '../../src/platform/keys.ts'
import { chooseFollowUps } from '../../src/protocol/content/follow-ups.ts'
import type { Protocol } from '../../src/protocol/model.ts'
import { insertCompletion } from '../../src/questionnaires/completion-store.ts'
import { remindAboutStages } from '../../src/questionnaires/reminders/stage-reminders.ts'
import { insertAnswers, insertScores } from '../../src/questionnaires/store.ts'
import { listStageWindows } from '../../src/questionnaires/windows/window-store.ts'
import { moveWindowsByDate } from '../../src/questionnaires/windows/windows.ts'
import { loadStudy } from '../../src/report/exchange/load-study.ts'
import { readStudyFiles } from '../../src/report/exchange/study-folder.ts'
import { studyFolderFiles } from '../../src/report/exchange/write-study-folder.ts'
import { openFollowUps } from '../../src/sessions/follow-ups/clock-tasks.ts'
import { insertSessions } from '../../src/sessions/store.ts'
import { masterKey, testDatabase } from '../support/database.ts'
import { type DrawnPairs, everybodyIn, startPublished } from '../support/drawn-pairs.ts'
import { heldSession } from '../support/held-session.ts'
import type { Somebody } from '../support/hospital.ts'
import { succeeded } from '../support/succeeded.ts'
import { send, visit, wordsOf } from '../support/visit.ts'
import { serverOn, usualUrl } from '../support/world.ts'

const database = testDatabase()
const server = serverOn(database)
let published: DrawnPairs
/** Left after the session: asked no more. */
let gone: Somebody
afterAll(() => database.destroy())

const withWaves = (protocol: Protocol) => succeeded(chooseFollowUps(protocol, [3, 6, 12]))

const only = ({ organisationId, programmeId }: Place): Place => ({ organisationId, programmeId })

beforeAll(async () => {
  published = await startPublished(database, { mentors: 6, mentees: 5, protocol: withWaves })
  const { change, scope } = published
  const invitedAt = new Date('2026-10-01T10:00:00Z')
  const which = { organisationId: scope.organisationId, generation: 1 }
  await change(async (tx, place) => {
    const invitations = everybodyIn(published).map(({ personId: participantId }) => {
      const keys = { masterKey, publicUrl: usualUrl }
      const { codeKey } = linkFor(keys, { ...which, participantId })
      return { participantId, generation: 1, invitedAt, codeKey }
    })
    await insertInvitations(tx, only(place), invitations)
  })
  const pairs = await published.pairs()
  const free = published.mentors.find(
    ({ personId }) => !pairs.some(({ mentorId }) => mentorId === personId),
  )
  if (free === undefined) throw new Error('Everybody has a partner.')
  gone = free
  await published.setState(gone, 'withdrawn')
  const held = pairs.map(({ pairId }, place) =>
    heldSession(pairId, { heldOn: `2026-11-${18 + place}` }),
  )
  await change((tx, place) => insertSessions(tx, place, held))
})

const tick = async (time: string): Promise<void> => {
  const now = new Date(time)
  await openFollowUps(published.scope, { now })
  await moveWindowsByDate(published.scope, { today: time.slice(0, 10) })
  await remindAboutStages(published.scope, { now, publicUrl: usualUrl })
}

const windowOf = (stage: number) =>
  published.change(async (tx, place) => {
    const window = (await listStageWindows(tx, place)).find((one) => one.stage === stage)
    return [window?.state ?? 'not_open', window?.opensOn ?? null, window?.closesOn ?? null]
  })

const textOf = async (as: Somebody, rest: string): Promise<string> => {
  const reply = await visit(server, `/programmes/${published.programmeId}${rest}`, { as })
  expect(reply.status).toBe(200)
  return (await reply.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

const mailed = async (purpose: string): Promise<readonly string[]> =>
  (await published.mails())
    .filter((mail) => mail.purpose === purpose)
    .map(({ to }) => to)
    .toSorted()

const addressesOf = (people: readonly Somebody[]): readonly string[] =>
  people.map(({ personId }) => `${personId}@hospital.example`).toSorted()

const staying = (): readonly Somebody[] => published.mentors.filter((one) => one !== gone)

/** As sent, without the page. */
const store = (person: Somebody, stage: number, answers: Readonly<Record<string, string>>) =>
  published.change(async (tx, place) => {
    const respondent = respondentOf(place.programmeKey, person.personId)
    await insertCompletion(tx, place, { stage, participantId: person.personId })
    const rows = Object.entries(answers).map(([item, answer]) => ({
      ...{ respondent, stage, item, answer },
    }))
    await insertAnswers(tx, only(place), rows)
    const score = { measure: 'understanding', domain: 'overall', score: 4 }
    const isMentor = published.mentors.includes(person)
    await insertScores(tx, only(place), isMentor ? [{ respondent, stage, ...score }] : [])
  })

test('the lead is told when the first wave opens, and nothing opens before that day', async () => {
  const collecting = await textOf(published.lead, '/collecting')
  expect(collecting).toContain('By itself, 3 months after the last session: see when that is')
  expect(await textOf(published.lead, '/follow-ups')).toContain(
    'Opens by itself 3 months after the last session: about 22 February 2027.',
  )
  await tick('2027-02-21T12:00:00Z')
  expect(await windowOf(6)).toEqual(['not_open', null, null])
})

test('on its day a wave opens for four weeks, and whoever takes part is told', async () => {
  await tick('2027-02-22T09:00:00Z')
  expect(await windowOf(6)).toEqual(['open', '2027-02-22', '2027-03-22'])
  const everybody = [...staying(), ...published.mentees]
  expect(await mailed('stage_opened')).toEqual(addressesOf(everybody))
  const page = await textOf(gone, '/questionnaires/6')
  expect(page).toContain('You have withdrawn')
})

test('a mentee answers, beside the way to the guardian; whoever has not is reminded', async () => {
  const [first, ...others] = published.mentees
  if (first === undefined) throw new Error('There is nobody.')
  const all = `/questionnaires/6/all`
  expect(await textOf(first, all)).toContain('speak in confidence to the Freedom to Speak Up')
  const domains = withWaves((await loaded()).protocol).domains.map(({ id }) => id)
  const scores = ['awareness', 'importance'].flatMap((measure) =>
    domains.map((domain): [string, string] => [`${measure}-${domain}`, '4']),
  )
  const form = {
    ...Object.fromEntries(scores),
    follow_up_lasting: 'lasted',
    follow_up_relationship: 'prefer-not-to-say',
    follow_up_retaliation: 'no',
    follow_up_helped: 'A colleague who asked me about it.',
  }
  const sent = await send(server, `/programmes/${published.programmeId}${all}`, { as: first, form })
  expect(sent.status).toBe(303)
  const rest = { follow_up_lasting: 'lasted', follow_up_retaliation: 'no' }
  const seen = async () =>
    wordsOf(
      await visit(server, `/programmes/${published.programmeId}/follow-ups`, {
        as: published.lead,
      }),
    )
  const before = await seen()
  for (const person of others.slice(1))
    await store(person, 6, { ...rest, follow_up_relationship: 'same' })
  expect(await seen()).toBe(before)
  await tick('2027-02-25T09:00:00Z')
  expect(await mailed('stage_reminder')).toEqual(addressesOf([...others.slice(0, 1), ...staying()]))
  for (const person of others.slice(0, 1))
    await store(person, 6, { ...rest, follow_up_relationship: 'same' })
  for (const [place, person] of staying().entries()) {
    const retaliation = place === 0 ? 'yes' : 'no'
    const noticed = place < 3 ? 'some' : 'none'
    await store(person, 6, {
      ...{ follow_up_noticed: noticed, follow_up_relationship: 'better' },
      follow_up_retaliation: retaliation,
    })
  }
})

test('closed, it says what k people or more said, and that somebody was treated worse', async () => {
  await tick('2027-03-23T09:00:00Z')
  expect(await windowOf(6)).toEqual(['closed', '2027-02-22', '2027-03-22'])
  for (const as of [published.lead, published.researcher]) {
    const page = await textOf(as, '/follow-ups')
    expect(page).toContain('5 mentees or more said “Yes, and it has lasted”.')
    expect(page).toContain('Fewer than 5 mentees gave an answer.')
    expect(page).toContain('Nobody said “Yes”.')
    expect(page).toContain('No answer was given by 5 mentors or more.')
    expect(page).toContain('Nobody said “Worse”. 5 mentors or more said “Better”.')
    expect(page).toContain('At least one said “Yes”.')
    expect(page).not.toMatch(/[1-46-9] ment(or|ee)s/)
  }
})

test('the second and the third wave open in their turn', async () => {
  await tick('2027-05-21T09:00:00Z')
  expect(await windowOf(7)).toEqual(['not_open', null, null])
  await tick('2027-05-22T09:00:00Z')
  expect(await windowOf(7)).toEqual(['open', '2027-05-22', '2027-06-19'])
  for (const person of staying()) await store(person, 7, { follow_up_noticed: 'much' })
  await tick('2027-11-22T09:00:00Z')
  expect(await windowOf(7)).toEqual(['closed', '2027-05-22', '2027-06-19'])
  await tick('2027-11-22T09:01:00Z')
  expect(await windowOf(8)).toEqual(['open', '2027-11-22', '2027-12-20'])
  await tick('2027-12-21T09:00:00Z')
  expect(await windowOf(8)).toEqual(['closed', '2027-11-22', '2027-12-20'])
  const opened = (await auditEntries()).filter(({ event }) => event === 'stage.opened').toReversed()
  expect(opened.map(({ details }) => details)).toEqual([
    { by: 'date', stage: 6, version: 1 },
    { by: 'date', stage: 7, version: 1 },
    { by: 'date', stage: 8, version: 1 },
  ])
})

test('the median of a scale is drawn from wave to wave', async () => {
  const page = await textOf(published.lead, '/follow-ups')
  expect(page).toContain('Mentors: Understanding of reverse mentoring')
  expect(page).toContain('After 3 months 4 After 6 months 4')
})

test('a wave that was opened again is never shown here any more', async () => {
  const reopen = `/programmes/${published.programmeId}/collecting/7/open`
  expect((await send(server, reopen, { as: published.lead })).status).toBe(303)
  const close = reopen.replace('open', 'close')
  expect((await send(server, close, { as: published.lead })).status).toBe(303)
  const page = await textOf(published.lead, '/follow-ups')
  expect(page).not.toContain('“Much”')
  expect(page).toContain('It was opened again after it had closed.')
  expect(page).toContain('5 mentees or more said “Yes, and it has lasted”.')
})

test('the report names the waves, and counts no answer about being treated worse', async () => {
  const report = await textOf(published.researcher, '/report')
  expect(report).toContain('Stage 6: Follow-up after 3 months')
  expect(report).toContain('Treated worse for taking part At least one said “Yes”.')
  expect(report).toContain('asked of mentors in confidence: At least one said “Yes”.')
  expect(report).not.toMatch(/Yes: \d out of 5/)
})

test('a group is not shown any more once somebody left and took their answers out, whatever phase the lead chose', async () => {
  const [leaving] = staying()
  if (leaving === undefined) throw new Error('There is nobody.')
  await published.change(async (tx, programme) => {
    await putConsentText(tx, programme, defaultConsentText(programme.protocol, programme))
    const consent = {
      version: 1,
      statements: {},
      withdrawal: 'remove',
      agreedAt: new Date(),
    } as const
    await insertConsent(tx, programme, { participantId: leaving.personId, ...consent })
  })
  const path = `/programmes/${published.programmeId}/people/${leaving.personId}/withdraw`
  const form = { phase: '1', confirmed: 'yes' }
  expect((await send(server, path, { as: published.lead, form })).status).toBe(303)
  const page = await textOf(published.lead, '/follow-ups')
  expect(page).toContain('Mentors gave answers that have been deleted')
  expect(page).not.toContain('Nobody said “Worse”. 5 mentors')
  expect(page).toContain('5 mentees or more said “Yes, and it has lasted”.')
})

test('a study with waves is written to a study folder and read again the same', async () => {
  const study = await loaded()
  const files = studyFolderFiles(study)
  const again = await readStudyFiles(async (path) => {
    const text = files.get(path)
    return text === undefined ? null : new TextEncoder().encode(text)
  })
  expect(again).toEqual({ ok: true, value: study })
})

const loaded = async () => {
  const { scope, programmeId } = published
  const asked = { organisationId: scope.organisationId, programmeId, masterKey }
  const found = await read(database, scope.organisationId, (tx) => loadStudy(tx, asked))
  if (found === null) throw new Error('There is no study.')
  return found.study
}

const auditEntries = () =>
  read(database, published.scope.organisationId, (tx) =>
    listAuditEntries(tx, published.scope.organisationId, 100),
  )
