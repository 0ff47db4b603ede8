/** Two organisations in one database: neither can read or touch a row of the other, in any table. */
import type { Client, QueryResult } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { withClient } from '../../src/platform/connections.ts'
import { testDatabase } from '../support/database.ts'
import { filledOrganisation, fullStudy } from './filled-organisation.ts'
import { tableFactsOf } from './table-facts.ts'

const tables = await withClient(inject('owner'), tableFactsOf)
const names = tables.map(({ name }) => name)
const database = testDatabase()
const study = await fullStudy()
const north = await filledOrganisation(database, study)
const south = await filledOrganisation(database, study)
afterAll(() => database.destroy())

const nowhere = ''
const refused = { code: '42501' }

/** In the name of an organisation, or of none; whatever happens is undone. */
const within = <T>(organisationId: string, work: (client: Client) => Promise<T>): Promise<T> =>
  withClient(inject('app'), async (client) => {
    await client.query('begin')
    await client.query("select set_config('app.organisation', $1, true)", [organisationId])
    return work(client)
  })

const run = (
  organisationId: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<QueryResult> => within(organisationId, (client) => client.query(statement, [...values]))

/** Every row that can be read, as text. */
const rowsOf = async (organisationId: string, table: string): Promise<readonly string[]> => {
  const { rows } = await run(organisationId, `select to_jsonb(one)::text as row from ${table} one`)
  return rows.map(({ row }) => row).toSorted()
}

const insert = (from: string, table: string, row: string | undefined): Promise<QueryResult> =>
  run(from, `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [row])

const owns = (organisationId: string) => (row: string) => row.includes(organisationId)

describe.each(names)('in the table %s', (table) => {
  let ofNorth: readonly string[] = []
  beforeAll(async () => {
    ofNorth = await rowsOf(north.organisationId, table)
  })

  test('an organisation reads its own rows', () => {
    expect(ofNorth.length).toBeGreaterThan(0)
    expect(ofNorth.every(owns(north.organisationId))).toBe(true)
  })

  test('another organisation reads none of them', async () => {
    const ofSouth = await rowsOf(south.organisationId, table)
    expect(ofSouth.length).toBeGreaterThan(0)
    expect(ofSouth.filter(owns(north.organisationId))).toEqual([])
  })

  test('nobody reads any outside an organisation, or in one that is not there', async () => {
    expect(await rowsOf(nowhere, table)).toEqual([])
    expect(await rowsOf(crypto.randomUUID(), table)).toEqual([])
  })

  test.each(['update %t set organisation_id = organisation_id', 'delete from %t'])(
    'another organisation, or nobody, cannot: %s',
    async (form) => {
      const statement = `${form.replace('%t', table)} where organisation_id = $1`
      for (const from of [south.organisationId, nowhere]) {
        const attempt = run(from, statement, [north.organisationId])
        if (table === 'audit_entries') await expect(attempt).rejects.toMatchObject(refused)
        else expect(await attempt).toMatchObject({ rowCount: 0 })
      }
    },
  )

  test('another organisation, or nobody, cannot insert', async () => {
    for (const from of [south.organisationId, nowhere]) {
      await expect(insert(from, table, ofNorth[0])).rejects.toMatchObject(refused)
    }
  })

  test('its own organisation is refused only because the row is there', async () => {
    const attempt = insert(north.organisationId, table, ofNorth[0])
    if (table === 'audit_entries') expect(await attempt).toMatchObject({ rowCount: 1 })
    else await expect(attempt).rejects.toMatchObject({ code: '23505' })
  })

  test('a row cannot be given away to another organisation', async () => {
    const statement = `update ${table} set organisation_id = $1`
    const attempt = run(north.organisationId, statement, [south.organisationId])
    await expect(attempt).rejects.toMatchObject(refused)
  })
})

test('comments have ids of chance', async () => {
  const { rows } = await run(north.organisationId, 'select comment_id from comments')
  expect(rows.filter(({ comment_id: id }) => !/^.{14}4.{4}[89ab]/.test(id))).toEqual([])
})

describe('what is in order in the study', () => {
  const orderIn = async (organisationId: string) => {
    const { rows } = await run(organisationId, 'select label from comments order by comment_id')
    return rows.map(({ label }) => label)
  }

  test('is in another order for each organisation', async () => {
    const [first, second] = [
      await orderIn(north.organisationId),
      await orderIn(south.organisationId),
    ]
    expect(first.toSorted()).toEqual(second.toSorted())
    expect(first).not.toEqual(second)
  })
})
