/** What must hold for every table, asked of a real PostgreSQL. */
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, inject, test } from 'vitest'
import { withClient } from '../src/platform/connections.ts'
import { migrate } from '../src/platform/migrations.ts'
import { readTableFiles } from '../src/platform/table-files.ts'
import { catalogueOf } from './schema/catalogue.ts'
import { withDatabaseOf } from './schema/database-of.ts'
import { type TableFacts, tableFactsOf } from './schema/table-facts.ts'

const root = path.resolve(import.meta.dirname, '..')
const noTables = 'template1'

const tables = await withClient(inject('owner'), tableFactsOf)
const tableNamed = (name: string): TableFacts => {
  const table = tables.find((one) => one.name === name)
  if (table === undefined) throw new Error(`There is no table ${name}`)
  return table
}

test('the migrations make the tables that the table files describe', async () => {
  const migrated = await withDatabaseOf(noTables, async (owner) => {
    await migrate(owner, path.join(root, 'migrations'))
    return withClient(owner, catalogueOf)
  })
  const described = await withDatabaseOf(noTables, (owner) =>
    withClient(owner, async (client) => {
      for (const file of await readTableFiles(root)) await client.query(file.sql)
      return catalogueOf(client)
    }),
  )
  expect(described).toEqual(migrated)
  expect(described.length).toBeGreaterThan(tables.length)
})

test('the row types are the ones that the tables give', async () => {
  const script = path.join(root, 'scripts', 'generate-types.ts')
  const checking = promisify(execFile)(process.execPath, [script, '--check'], { cwd: root })
  await expect(checking).resolves.toHaveProperty('stdout')
}, 120_000)

const wall = '(organisation_id = current_organisation())'

/** Ways around the wall. Each lets somebody read, and only rows that they can already name or may list. */
const listed = {
  organisations_listed_by_the_installation:
    "(current_organisation() = '00000000-0000-0000-0000-000000000000'::uuid)",
  staff_found_by_their_email:
    "(email_key = decode(NULLIF(current_setting('app.email_key'::text, true), ''::text), 'hex'::text))",
  invitations_found_by_their_code:
    "(code_key = decode(NULLIF(current_setting('app.code_key'::text, true), ''::text), 'hex'::text))",
}

describe.each(tables)('the table $name', (table) => {
  test('has the organisation first in its primary key', () => {
    expect(table.primaryKey[0]).toBe('organisation_id')
  })

  test('has the organisation first in every foreign key, on both sides', () => {
    const elsewhere = table.foreignKeys.filter(
      ({ columns, targetColumns }) =>
        columns[0] !== 'organisation_id' || targetColumns[0] !== 'organisation_id',
    )
    expect(elsewhere).toEqual([])
  })

  test('is behind the wall of its organisation, for its owner too', () => {
    const { name, isSecured, isForced, policies } = table
    expect({ isSecured, isForced }).toEqual({ isSecured: true, isForced: true })
    const walls = policies.filter((policy) => policy.name === `${name}_of_the_organisation`)
    expect(walls).toMatchObject([
      { command: '*', isPermissive: true, using: wall, withCheck: null },
    ])
  })

  test('has no other policy, but for the ones listed, which only read', () => {
    const others = table.policies.filter(({ name }) => name !== `${table.name}_of_the_organisation`)
    const unknown = others.filter(
      ({ name, command, using }) =>
        command !== 'r' ||
        Object.entries(listed).every(([key, text]) => key !== name || text !== using),
    )
    expect(unknown).toEqual([])
  })

  test('can be read and written by the app, and nothing else', () => {
    const expected =
      table.name === 'audit_entries'
        ? ['SELECT', 'INSERT']
        : ['SELECT', 'INSERT', 'UPDATE', 'DELETE']
    expect(table.appRights).toEqual(expected)
  })
})

test('each policy that is listed is there', () => {
  const names = tables.flatMap(({ policies }) => policies.map(({ name }) => name))
  expect(names).toEqual(expect.arrayContaining(Object.keys(listed)))
})

test('no function runs with the rights of its owner', async () => {
  const { rows } = await withClient(inject('owner'), (client) =>
    client.query(
      `select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace`,
    ),
  )
  expect(rows).toEqual([])
})

describe('the roles', () => {
  const ask = async <Row extends object>(query: string): Promise<readonly Row[]> =>
    withClient(inject('owner'), async (client) => (await client.query<Row>(query)).rows)

  test('of owner and app are neither superusers nor above row-level security', async () => {
    const roles = await ask(`
      select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
      from pg_roles where rolname like 'turnabout\\_%' order by rolname`)
    const powers = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    }
    expect(roles).toEqual([
      { rolname: 'turnabout_app', ...powers },
      { rolname: 'turnabout_owner', ...powers },
    ])
  })

  test('of owner and app are members of no other role', async () => {
    const memberships = await ask(`
      select member::regrole, roleid::regrole from pg_auth_members
      where member::regrole::text like 'turnabout%'`)
    expect(memberships).toEqual([])
  })

  test('of the app owns nothing', async () => {
    const owned = await ask(`
      select classid::regclass, objid from pg_shdepend
      where refobjid = 'turnabout_app'::regrole and deptype = 'o'`)
    expect(owned).toEqual([])
    expect(new Set(tables.map(({ owner }) => owner))).toEqual(new Set(['turnabout_owner']))
  })

  test.each([
    'create table visits (visit_id uuid)',
    'create schema visits',
    'create function visits() returns int language sql return 1',
    'alter table pairs disable row level security',
    'drop table pairs',
    'truncate pairs',
    'set role turnabout_owner',
    "copy pairs to program 'true'",
  ])('of the app cannot: %s', async (statement) => {
    const attempt = withClient(inject('app'), (client) => client.query(statement))
    await expect(attempt).rejects.toMatchObject({ code: '42501' })
  })
})

const confidential = [
  ...['scores', 'answers', 'comments', 'willingness', 'characteristics'],
  ...['session_pulses', 'time_uses'],
].map(tableNamed)

/** This table, the tables that it refers to, those that they refer to, and so on. */
const reachedFrom = (name: string): readonly string[] => {
  const reached = new Set([name])
  for (const one of reached) {
    for (const { table } of tableNamed(one).foreignKeys) reached.add(table)
  }
  return [...reached]
}

describe.each(confidential)('of what people said in confidence, $name', (table) => {
  test('has no time', () => {
    expect(table.columns.filter(({ type }) => /time|date|interval/.test(type))).toEqual([])
  })

  test('has nothing that counts up', () => {
    const counting = table.columns.filter(
      (column) => column.default !== null || column.identity !== '' || column.type === 'bigint',
    )
    expect(counting).toEqual([])
  })

  test('has ids that are random or a keyed hash', () => {
    const ids = table.columns.filter(({ name }) => /_id$|^respondent$|^mentor$|^mentee$/.test(name))
    expect(new Set(ids.map(({ type }) => type))).toEqual(new Set(['uuid']))
  })

  test('has no person, and no way to one', () => {
    const people = /participant|person|staff|author|written|created|updated|email|^name$/
    expect(table.columns.filter(({ name }) => people.test(name))).toEqual([])
    expect(reachedFrom(table.name).filter((name) => people.test(name))).toEqual([])
  })
})

/** Every column there is, so that none is added without a thought. */
const sessionColumns: Readonly<Record<string, readonly string[]>> = {
  sessions: ['session_id', 'pair_id', 'duration_minutes', 'held_on', 'mode'],
  session_plans: [
    ...['plan_id', 'pair_id', 'state', 'proposed_by', 'calendar_uid', 'calendar_sequence'],
    ...['times_moved', 'starts_at', 'minutes', 'mode', 'sealed_place'],
  ],
  session_proposals: ['plan_id', 'starts_at'],
  session_agreements: ['pair_id', 'participant_id', 'rules_sha256', 'agreed_on'],
  session_pulses: ['respondent', 'number', 'question', 'value'],
}

test.each(Object.entries(sessionColumns))('%s has no column for what was said', (name, columns) => {
  const expected = ['organisation_id', 'programme_id', ...columns]
  expect(tableNamed(name).columns.map((column) => column.name)).toEqual(expected)
})

test.each(['sessions', 'session_plans'])('%s takes words of a list alone', async (name) => {
  const { columns } = tableNamed(name)
  const texts = columns.filter(({ type }) => type === 'text').map((column) => column.name)
  const { rows } = await withClient(inject('owner'), (client) =>
    client.query<{ check: string }>(
      `select pg_get_constraintdef(oid) as check from pg_constraint
       where contype = 'c' and conrelid = $1::regclass`,
      [name],
    ),
  )
  const listed = rows.flatMap(({ check }) => /\((\w+) = ANY \(ARRAY/.exec(check)?.[1] ?? [])
  expect(texts.filter((text) => !listed.includes(text))).toEqual([])
})
