/** Withdrawing does what the consent promised, and the study can be read, exported and imported afterwards. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WithdrawalChoice } from '../src/people/model.ts'
import { listParticipants, listRespondents } from '../src/people/store.ts'
import { type Database, read } from '../src/platform/database.ts'
import { respondentOf } from '../src/platform/keys.ts'
import { findAnswering } from '../src/questionnaires/answering/answering-store.ts'
import { analyseStudy } from '../src/report/analyse-study.ts'
import { importStudy } from '../src/report/exchange/import-study.ts'
import { loadStudy } from '../src/report/exchange/load-study.ts'
import { readStudyFiles } from '../src/report/exchange/study-folder.ts'
import { studyFolderFiles } from '../src/report/exchange/write-study-folder.ts'
import type { Study } from '../src/report/study.ts'
import { masterKey, newOrganisation, testDatabase } from './support/database.ts'
import {
  effects,
  type Leaver,
  leaverIn,
  studyUnderWay,
  type UnderWay,
} from './support/study-under-way.ts'
import { succeeded } from './support/succeeded.ts'
import { send } from './support/visit.ts'
import { type Server, serverOn } from './support/world.ts'

let database: Database
let server: Server
beforeAll(() => {
  database = testDatabase()
  server = serverOn(database)
})
afterAll(() => database.destroy())

const withdraw = (running: UnderWay, as: { readonly token: string }): Promise<Response> =>
  send(server, `/programmes/${running.programmeId}/withdraw`, { as, form: { confirmed: 'yes' } })

const studyOf = async ({ scope, programmeId }: UnderWay): Promise<Study> => {
  const { organisationId } = scope
  const place = { organisationId, programmeId, masterKey }
  const loaded = await read(database, organisationId, (tx) => loadStudy(tx, place))
  if (loaded === null) throw new Error('The study is gone.')
  return loaded.study
}

/** Out as files, and in again as another programme. */
const isWhole = async (running: UnderWay): Promise<Study> => {
  const study = await studyOf(running)
  const files = studyFolderFiles(study)
  const open = async (name: string) => {
    const text = files.get(name)
    return text === undefined ? null : Buffer.from(text)
  }
  const again = succeeded(await readStudyFiles(open))
  const scope = await newOrganisation(database)
  const programmeId = crypto.randomUUID()
  const nameOf = ({ participant }: { participant: string }) => participant
  succeeded(await importStudy(scope, { programmeId, name: 'Again', study: again, nameOf }))
  analyseStudy(study)
  expect(await studyOf({ ...running, scope, programmeId })).toEqual(study)
  return study
}

/** How many rows of each kind stand under a pseudonym. */
const rowsUnder = (running: UnderWay, respondent: string) =>
  read(database, running.scope.organisationId, async (tx) => {
    const count = async (table: string, column = 'respondent'): Promise<number> => {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.table(table)}
        where ${sql.ref(column)} = ${respondent}`.execute(tx)
      return rows[0]?.n ?? -1
    }
    return {
      respondents: await count('respondents'),
      scores: await count('scores'),
      answers: await count('answers'),
      comments: await count('comments'),
      characteristics: await count('characteristics'),
      willingness: await count('willingness', 'mentor'),
    }
  })

const leftBehind = async (running: UnderWay, leaver: Leaver) => {
  const { organisationId } = running.scope
  const place = { organisationId, programmeId: running.programmeId }
  const asked = { ...running.scope, ...place, stage: leaver.stage, participantId: leaver.personId }
  const respondent = respondentOf(running.programmeKey, leaver.personId)
  return read(database, organisationId, async (tx) => {
    const people = await listParticipants(tx, place)
    const answering = await findAnswering(tx, asked)
    const person = people.find(({ participantId }) => participantId === leaver.personId)
    return {
      state: person?.state,
      leftAfterPhase: person?.leftAfterPhase,
      respondent,
      respondents: await listRespondents(tx, place),
      completed: answering?.hasAnswered,
      draft: answering?.draft,
    }
  })
}

const nothing = { scores: 0, answers: 0, comments: 0, characteristics: 0, willingness: 0 }

/** What then still stands under the pseudonym of before. */
const keptOf = (effect: WithdrawalChoice, was: object): object =>
  ({
    stop: was,
    remove: { ...nothing, respondents: 1 },
    unlink: { ...nothing, respondents: 0 },
  })[effect]

/** A mentor with a supervisor, a mentee who supervises, another mentee; before and after the allocation. */
const leavers = ['M1', 'C1', 'C2'] as const
const times = [
  { when: 'in phase 1', opened: [1] },
  { when: 'in phase 2', opened: [1, 3, 4, 5] },
] as const
const cases = effects.flatMap((effect) =>
  leavers.flatMap((code) => times.map((time) => ({ effect, code, ...time }))),
)

describe('whoever withdraws leaves what was promised', () => {
  test.each(cases)('$effect: $code $when', async ({ effect, code, opened }) => {
    const running = await studyUnderWay(database, opened)
    const leaver = await leaverIn(database, running, { code, effect })
    const before = await studyOf(running)
    const was = await rowsUnder(running, respondentOf(running.programmeKey, leaver.personId))
    expect((await withdraw(running, leaver)).status).toBe(303)
    const is = await leftBehind(running, leaver)
    const rows = await rowsUnder(running, is.respondent)
    expect(is.state).toBe('withdrawn')
    expect(is.draft).toEqual({})
    expect(is.leftAfterPhase).toBe(opened.length > 1 ? 2 : { M1: 1, C1: 0, C2: 0 }[code])
    expect(is.completed).toBe(effect === 'stop')
    const after = await isWhole(running)
    expect(after.participants).toHaveLength(before.participants.length)
    expect(rows).toEqual(keptOf(effect, was))
    const gone = { stop: nothing, remove: was, unlink: { ...was, scores: 0 } }[effect]
    expect(after.scores).toHaveLength(before.scores.length - gone.scores)
    expect(after.comments).toHaveLength(before.comments.length - gone.comments)
    const kept = new Set(after.comments.map(({ comment }) => comment))
    expect(after.codings).toEqual(before.codings.filter(({ comment }) => kept.has(comment)))
  })
})

describe('figures whose link is cut', () => {
  test('stay together, under a code and a pseudonym that nobody can derive', async () => {
    const running = await studyUnderWay(database, [1, 3, 4, 5])
    const leaver = await leaverIn(database, running, { code: 'M1', effect: 'unlink' })
    const before = await studyOf(running)
    await withdraw(running, leaver)
    const { respondents } = await leftBehind(running, leaver)
    const { organisationId } = running.scope
    const place = { organisationId, programmeId: running.programmeId }
    const people = await read(database, organisationId, (tx) => listParticipants(tx, place))
    const derived = people.map(({ participantId }) =>
      respondentOf(running.programmeKey, participantId),
    )
    const strangers = respondents.filter(({ respondent }) => !derived.includes(respondent))
    expect(strangers).toHaveLength(1)
    const stranger = strangers[0]
    expect(stranger?.code).toMatch(/^M\d{3}$/)
    expect(stranger?.respondent[14]).toBe('4')
    const after = await studyOf(running)
    const figuresOf = (study: Study, participant: string | undefined) =>
      [...study.scores, ...study.answers]
        .filter((row) => row.participant === participant)
        .map(({ participant: _, ...row }) => JSON.stringify(row))
        .toSorted()
    expect(figuresOf(after, stranger?.code)).toEqual(figuresOf(before, 'M1'))
    expect(after.participants.find((one) => one.participant === stranger?.code)).toMatchObject({
      supervisor: null,
      characteristics: {},
    })
    const sessions = before.sessions.filter(({ mentor }) => mentor !== 'M1')
    expect(after.sessions).toEqual(sessions)
  })

  test('stand among the others, in the order of the pseudonyms', async () => {
    const running = await studyUnderWay(database, [1])
    await withdraw(running, await leaverIn(database, running, { code: 'M3', effect: 'unlink' }))
    const { rows } = await read(database, running.scope.organisationId, (tx) =>
      sql<{ respondent: string; transaction: string }>`
        select respondent::text, xmin::text as transaction
        from scores where stage = 1 order by ctid`.execute(tx),
    )
    const order = rows.map(({ respondent }) => respondent)
    expect(order).toEqual(order.toSorted())
    expect(new Set(rows.map(({ transaction }) => transaction)).size).toBe(1)
  })

  test('of a mentee take the willingness for that mentee with them, and no other', async () => {
    const running = await studyUnderWay(database, [1])
    const before = await studyOf(running)
    await withdraw(running, await leaverIn(database, running, { code: 'C2', effect: 'unlink' }))
    const after = await studyOf(running)
    expect(after.willingness).toEqual(before.willingness.filter(({ mentee }) => mentee !== 'C2'))
  })
})
