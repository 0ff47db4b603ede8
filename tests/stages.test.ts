/** A lead opens, closes and plans stages, by hand and by date; and what closing does to the answers. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertCodebook, insertCodings, listCodings } from '../src/content-analysis/store.ts'
import { listAuditEntries } from '../src/platform/audit.ts'
import { type Database, read } from '../src/platform/database.ts'
import { respondentOf } from '../src/platform/keys.ts'
import { insertComments, listComments } from '../src/questionnaires/store.ts'
import { listStageWindows } from '../src/questionnaires/windows/window-store.ts'
import {
  closeStage,
  moveWindowsByDate,
  openStage,
  planStage,
} from '../src/questionnaires/windows/windows.ts'
import { newDatabase, testDatabase } from './support/database.ts'
import {
  answer,
  placeOf,
  type Running,
  startRunning,
  writing,
} from './support/programme-under-way.ts'
import { send, visit } from './support/visit.ts'
import { type Server, serverOn } from './support/world.ts'

const database = testDatabase()
const server: Server = serverOn(database)
afterAll(() => database.destroy())

const today = '2026-11-22'
const at = ({ programmeId }: Running, stage: number, by: 'hand' | 'date' = 'hand') =>
  ({ programmeId, stage, today, by }) as const

const windowsOf = (running: Running, of: Database = database) =>
  read(of, running.scope.organisationId, (tx) => listStageWindows(tx, placeOf(running)))

const eventsOf = async (running: Running): Promise<readonly string[]> => {
  const { organisationId } = running.scope
  const entries = await read(database, organisationId, (tx) =>
    listAuditEntries(tx, organisationId, 100),
  )
  return entries.map(({ event }) => event).toReversed()
}

describe('by hand', () => {
  const path = (running: Running, rest = '') =>
    `/programmes/${running.programmeId}/collecting${rest}`

  test('a lead opens, plans, closes and opens again, page by page', async () => {
    const running = await startRunning(database)
    const as = running.lead
    expect(await (await visit(server, path(running), { as })).text()).toContain('Not open yet')
    const [year] = new Date().toISOString().split('-')
    const dates = { 'closes-day': '31', 'closes-month': '12', 'closes-year': String(year) }
    expect((await send(server, path(running, '/1/plan'), { as, form: dates })).status).toBe(303)
    expect((await send(server, path(running, '/1/open'), { as })).status).toBe(303)
    const open = await (await visit(server, path(running), { as })).text()
    expect(open).toContain('Collecting')
    expect(open).toContain(`31 December ${year}`)
    expect((await send(server, path(running, '/1/close'), { as })).status).toBe(303)
    const again = await (await visit(server, path(running, '/1/open'), { as })).text()
    expect(again).toContain('who have not answered this stage')
    expect((await send(server, path(running, '/1/open'), { as })).status).toBe(303)
    expect(await (await visit(server, path(running), { as })).text()).toContain(
      'For people who come late',
    )
    expect(await windowsOf(running)).toMatchObject([
      { stage: 1, state: 'open', protocolVersion: 1, earlierVersions: [1] },
    ])
    expect(await eventsOf(running)).toEqual([
      'stage.planned',
      'stage.opened',
      'stage.closed',
      'stage.opened',
    ])
  })

  test('a day that does not exist comes back as it was typed, with a sentence beside it', async () => {
    const running = await startRunning(database)
    const form = { 'opens-day': '31', 'opens-month': '2', 'opens-year': '2027' }
    const reply = await send(server, path(running, '/1/plan'), { as: running.lead, form })
    expect(reply.status).toBe(422)
    const page = await reply.text()
    expect(page).toContain('href="#opens-day">Enter a day that exists')
    expect(page).toMatch(/name="opens-month"[^>]*value="2"/)
    expect(await windowsOf(running)).toEqual([])
  })

  test('before the programme is open nothing opens, and the page says what to do', async () => {
    const running = await startRunning(database, { state: 'setting_up' })
    const as = running.lead
    const reply = await send(server, path(running, '/1/open'), { as })
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('The programme is not open yet')
    expect(await (await visit(server, path(running), { as })).text()).toContain('set-up/open')
  })

  test('an earlier stage that was left out is named, and does not stand in the way', async () => {
    const running = await startRunning(database)
    const as = running.lead
    const page = await (await visit(server, path(running, '/3/open'), { as })).text()
    expect(page).toContain('was never open')
    expect((await send(server, path(running, '/3/open'), { as })).status).toBe(303)
  })

  test('a stage that is no questionnaire has no such page', async () => {
    const running = await startRunning(database)
    const reply = await visit(server, path(running, '/2/open'), { as: running.lead })
    expect(reply.status).toBe(404)
  })
})

describe('by date', () => {
  const days = { opensOn: '2026-12-01', closesOn: '2026-12-05' }
  const moved = (running: Running, day: string) => moveWindowsByDate(running.scope, { today: day })

  test('a stage opens on its day and closes after its last, once each', async () => {
    const running = await startRunning(database)
    const { programmeId } = running
    expect((await planStage(running.scope, { ...at(running, 1), ...days })).ok).toBe(true)
    expect(await moved(running, '2026-11-30')).toEqual([])
    expect(await moved(running, '2026-12-01')).toEqual([{ programmeId, stage: 1, move: 'open' }])
    expect(await moved(running, '2026-12-01')).toEqual([])
    expect(await moved(running, '2026-12-05')).toEqual([])
    expect(await moved(running, '2026-12-06')).toEqual([{ programmeId, stage: 1, move: 'close' }])
    expect(await moved(running, '2026-12-07')).toEqual([])
    expect(await eventsOf(running)).toEqual(['stage.planned', 'stage.opened', 'stage.closed'])
  })

  test('two clocks at the same moment open it once', async () => {
    const running = await startRunning(database)
    await planStage(running.scope, { ...at(running, 1), ...days })
    const both = await Promise.all([moved(running, '2026-12-01'), moved(running, '2026-12-01')])
    expect(both.flat()).toHaveLength(1)
    expect(await eventsOf(running)).toEqual(['stage.planned', 'stage.opened'])
  })

  test('nothing opens while the programme is being set up', async () => {
    const running = await startRunning(database, { state: 'setting_up' })
    await planStage(running.scope, { ...at(running, 1), ...days })
    expect(await moved(running, '2026-12-01')).toEqual([])
  })
})

describe('closing a stage', () => {
  // A database of its own: where nothing else is written, rows stand in the order in which they came.
  const given: { database?: Database; drop?: () => Promise<void> } = {}
  const alone = (): Database => given.database as Database
  beforeAll(async () => {
    Object.assign(given, await newDatabase())
  })
  afterAll(() => given.drop?.())

  type Trace = { readonly row: string; readonly xmin: string }
  const order = {
    scores: 'respondent',
    comments: 'respondent',
    completions: "encode(completion_key, 'hex')",
  } as const

  /** The rows of stage 1 as they lie in the file, each with the transaction that wrote it. */
  const traces = (running: Running, table: keyof typeof order): Promise<readonly Trace[]> =>
    read(alone(), running.scope.organisationId, async (tx) => {
      const { rows } = await sql<Trace>`
        select ${sql.raw(order[table])}::text as row, xmin::text as xmin
        from ${sql.table(table)}
        where programme_id = ${running.programmeId} and stage = 1 order by ctid`.execute(tx)
      return rows
    })

  const comment = async (running: Running, place: number): Promise<string> => {
    const commentId = crypto.randomUUID()
    const respondent = respondentOf(running.programmeKey, running.mentors[place]?.personId ?? '')
    const said = { commentId, label: commentId, respondent, stage: 1, question: 'concerns' }
    await writing(alone(), running.scope.organisationId, (tx) =>
      insertComments(tx, placeOf(running), [{ ...said, text: `Comment ${place}` }]),
    )
    return commentId
  }

  const code = (running: Running, commentId: string) =>
    writing(alone(), running.scope.organisationId, async (tx) => {
      const book = { place: 0, code: 'fear', theme: 'a', category: 'b', definition: 'c' }
      await insertCodebook(tx, { ...place(running) }, [book])
      const coding = { commentId, startAt: 0, endAt: 3, code: 'fear', coder: 'A' }
      await insertCodings(tx, place(running), [coding])
    })
  const place = ({ scope, programmeId }: Running) => ({
    organisationId: scope.organisationId,
    programmeId,
  })

  test('leaves neither place nor transaction that tells in which order people answered', async () => {
    const running = await startRunning(alone())
    await openStage(running.scope, at(running, 1))
    for (const [index, person] of running.mentors.entries()) {
      await answer(alone(), running, { person, stage: 1 })
      await comment(running, index)
    }
    const asTheyCame = running.mentors.map(({ personId }) =>
      respondentOf(running.programmeKey, personId),
    )
    const before = await traces(running, 'scores')
    expect(before.map(({ row }) => row)).toEqual(asTheyCame)
    expect(new Set(before.map(({ xmin }) => xmin)).size).toBe(asTheyCame.length)
    expect((await closeStage(running.scope, at(running, 1))).ok).toBe(true)
    const transactions = new Set<string>()
    for (const table of ['scores', 'comments', 'completions'] as const) {
      const after = await traces(running, table)
      expect(after.map(({ row }) => row)).toEqual(after.map(({ row }) => row).toSorted())
      expect(after).toHaveLength(asTheyCame.length)
      for (const { xmin } of after) transactions.add(xmin)
    }
    expect(transactions.size).toBe(1)
  })

  test('keeps every comment with its text and its codings', async () => {
    const running = await startRunning(alone())
    await openStage(running.scope, at(running, 1))
    const commentId = await comment(running, 0)
    await code(running, commentId)
    const stored = () =>
      read(alone(), running.scope.organisationId, async (tx) => [
        await listComments(tx, placeOf(running)),
        await listCodings(tx, place(running)),
      ])
    const before = await stored()
    expect((await closeStage(running.scope, at(running, 1))).ok).toBe(true)
    expect(await stored()).toEqual(before)
  })

  test('leaves other stages and other programmes as they lie', async () => {
    const [running, other] = [await startRunning(alone()), await startRunning(alone())]
    const [person, stranger] = [running.mentors[0], other.mentors[0]]
    if (person === undefined || stranger === undefined) throw new Error('There is nobody.')
    await openStage(running.scope, at(running, 1))
    await answer(alone(), running, { person, stage: 3 })
    await answer(alone(), other, { person: stranger, stage: 1 })
    const before = await traces(other, 'scores')
    await closeStage(running.scope, at(running, 1))
    expect(await traces(other, 'scores')).toEqual(before)
  })

  test('late answers lose their traces when the next stage opens', async () => {
    const running = await startRunning(alone(), {
      protocol: (protocol) => ({
        ...protocol,
        rules: { ...protocol.rules, lateAnswers: 'until_next_stage' },
      }),
    })
    const [first, late] = running.mentors
    if (first === undefined || late === undefined) throw new Error('There is nobody.')
    await openStage(running.scope, at(running, 1))
    await answer(alone(), running, { person: first, stage: 1 })
    await closeStage(running.scope, at(running, 1))
    await answer(alone(), running, { person: late, stage: 1 })
    expect(new Set((await traces(running, 'scores')).map(({ xmin }) => xmin)).size).toBe(2)
    await openStage(running.scope, at(running, 3))
    expect(new Set((await traces(running, 'scores')).map(({ xmin }) => xmin)).size).toBe(1)
  })
})
