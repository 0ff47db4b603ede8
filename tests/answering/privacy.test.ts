/** After people have answered, nothing in the database but the programme's key leads from a person to an answer. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAnswering } from '../support/answering.ts'
import type { Answering } from '../support/answering-programme.ts'
import { testDatabase } from '../support/database.ts'
import { sendAllTwice } from '../support/double-submissions.ts'

const database = testDatabase()
afterAll(() => database.destroy())

const given: { answering?: Answering } = {}
const here = (): Answering => given.answering as Answering
beforeAll(async () => {
  given.answering = await openAnswering(database, { mentees: 8 })
  await sendAllTwice(here(), 2)
})

type Column = { readonly tableName: string; readonly columnName: string }

/** Every value of every column of the organisation, as text. */
const valuesByColumn = (): Promise<ReadonlyMap<string, ReadonlySet<string>>> =>
  here().change(async (tx) => {
    const columns = await sql<Column>`
      select table_name, column_name from information_schema.columns
      where table_schema = 'public' and column_name <> 'organisation_id'
        and table_name in (
          select table_name from information_schema.columns where column_name = 'organisation_id'
        )`.execute(tx)
    const values = new Map<string, ReadonlySet<string>>()
    for (const { tableName, columnName } of columns.rows) {
      const { rows } = await sql<{ value: string | null }>`
        select distinct ${sql.ref(columnName)}::text as value from ${sql.table(tableName)}
        where organisation_id = ${here().scope.organisationId}`.execute(tx)
      const known = rows.flatMap(({ value }) => (value === null ? [] : [value]))
      values.set(`${tableName}.${columnName}`, new Set(known))
    }
    return values
  })

const columnsWith = (
  values: ReadonlyMap<string, ReadonlySet<string>>,
  wanted: ReadonlySet<string>,
): readonly string[] =>
  [...values]
    .filter(([, some]) => [...wanted].some((id) => [...some].some((value) => value.includes(id))))
    .map(([column]) => column)
    .toSorted()

test('who took part, and what was answered, share no value in any column', async () => {
  const values = await valuesByColumn()
  const people = values.get('participants.participant_id') ?? new Set()
  const respondents = values.get('scores.respondent') ?? new Set()
  expect([people.size, respondents.size]).toEqual([9, 8])
  expect(columnsWith(values, people)).toEqual(['participants.participant_id', 'sign_ins.person_id'])
  expect(columnsWith(values, respondents)).toEqual([
    'answers.respondent',
    'comments.respondent',
    'respondents.respondent',
    'scores.respondent',
  ])
  const completions = values.get('completions.completion_key') ?? new Set()
  expect(completions.size).toBe(8)
  expect(columnsWith(values, completions)).toEqual(['completions.completion_key'])
})

test('sending leaves audit entries without a person or a subject, and no key of a form', async () => {
  const [entries, keys] = await here().change(async (tx) => [
    await tx
      .selectFrom('auditEntries')
      .select(['event', 'actorKind', 'actorId', 'subject', 'details'])
      .where('event', '=', 'response.sent')
      .execute(),
    await tx.selectFrom('idempotencyKeys').select('event').execute(),
  ])
  const entry = { event: 'response.sent', actorKind: 'participant', actorId: null, subject: null }
  expect(entries).toEqual(Array(8).fill({ ...entry, details: { stage: 4 } }))
  expect(keys).toEqual([])
})

test('typing leaves no audit entry', async () => {
  const events = await here().change((tx) =>
    tx.selectFrom('auditEntries').select('event').distinct().execute(),
  )
  expect(events).toEqual([{ event: 'response.sent' }])
})

/** The transaction that wrote or locked a row is a hidden column of it. */
test('no row that names a person was written or locked by a transaction that stored answers', async () => {
  const transactions = (table: string) => sql<string>`
    select xmin::text as id from ${sql.table(table)} union
    select xmax::text from ${sql.table(table)} where xmax::text <> '0'`
  const idsIn = (table: string): Promise<readonly string[]> =>
    here().change(async (tx) => {
      const { rows } = await sql<{ id: string }>`${transactions(table)}`.execute(tx)
      return rows.map(({ id }) => id)
    })
  const storing = new Set(await idsIn('scores'))
  expect(storing.size).toBe(8)
  for (const table of ['participants', 'sign_ins']) {
    expect((await idsIn(table)).filter((id) => storing.has(id))).toEqual([])
  }
})

test('the texts are nowhere in the clear, and their labels follow from nothing', async () => {
  const values = await valuesByColumn()
  expect(columnsWith(values, new Set(['Written in', 'What I think']))).toEqual([])
  const labels = [...(values.get('comments.label') ?? [])]
  expect(labels).toHaveLength(16)
  expect(labels.every((label) => /^T[2-9A-Z]{6}$/.test(label))).toBe(true)
})
