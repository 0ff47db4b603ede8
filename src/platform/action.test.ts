import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { newOrganisation, testDatabase } from '../../tests/support/database.ts'
import { fail, ok } from '../lib/result.ts'
import { listOrganisations } from '../organisations/store.ts'
import { type ActionContext, action } from './action.ts'
import { checkAuditChain, listAuditEntries } from './audit.ts'
import { installationId, read } from './database.ts'

const database = testDatabase()
afterAll(() => database.destroy())

const writeProtocol = async ({ tx, organisationId }: ActionContext, text: string) =>
  tx
    .insertInto('protocols')
    .values({ organisationId, sha256: createHash('sha256').update(text).digest(), text })
    .execute()

const keepProtocol = action('protocol.kept', async (context, text: string) => {
  await writeProtocol(context, text)
  return ok({ value: { text }, subject: text })
})

const countProtocols = (organisationId: string): Promise<number> =>
  read(database, organisationId, async (tx) => {
    const rows = await tx.selectFrom('protocols').select('text').execute()
    return rows.length
  })

const entriesOf = (organisationId: string) =>
  read(database, organisationId, (tx) => listAuditEntries(tx, organisationId, 1000))

describe('an action', () => {
  test('leaves its change and one audit entry', async () => {
    const scope = await newOrganisation(database)
    expect(await keepProtocol(scope, 'a')).toEqual(ok({ text: 'a' }))
    expect(await countProtocols(scope.organisationId)).toBe(1)
    expect(await entriesOf(scope.organisationId)).toMatchObject([
      { position: 1, event: 'protocol.kept', actorKind: 'operator', subject: 'a' },
    ])
  })

  test('that is refused leaves neither', async () => {
    const refuse = action('protocol.kept', async (context, text: string) => {
      await writeProtocol(context, text)
      return fail({ kind: 'protocol.unwanted' })
    })
    const scope = await newOrganisation(database)
    expect(await refuse(scope, 'a')).toEqual(fail({ kind: 'protocol.unwanted' }))
    expect(await countProtocols(scope.organisationId)).toBe(0)
    expect(await entriesOf(scope.organisationId)).toEqual([])
  })

  test('that fails leaves neither, and the failure is not hidden', async () => {
    const broken = action('protocol.kept', async (context, text: string) => {
      await writeProtocol(context, text)
      throw new Error('a defect')
    })
    const scope = await newOrganisation(database)
    await expect(broken(scope, 'a')).rejects.toThrow('a defect')
    expect(await countProtocols(scope.organisationId)).toBe(0)
    expect(await entriesOf(scope.organisationId)).toEqual([])
  })

  test('sent eight times at once under one key happens once and answers eight times the same', async () => {
    const scope = {
      ...(await newOrganisation(database)),
      idempotencyKey: crypto.randomUUID(),
    }
    const texts = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    const outcomes = await Promise.all(texts.map((text) => keepProtocol(scope, text)))
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
    expect(await countProtocols(scope.organisationId)).toBe(1)
    expect(await entriesOf(scope.organisationId)).toHaveLength(1)
  })

  test.each([
    { keys: 'one key', keyOf: () => 'a1c0ffee-0000-4000-8000-000000000000', entries: 1 },
    { keys: 'keys of their own', keyOf: () => crypto.randomUUID(), entries: 8 },
  ])('that shares its turn, eight times at once under $keys', async ({ keyOf, entries }) => {
    const keepLate = action(
      'protocol.kept',
      async (context, text: string) => {
        await writeProtocol(context, text)
        return ok({ value: null })
      },
      'shared',
    )
    const scope = await newOrganisation(database)
    const texts = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    const outcomes = await Promise.all(
      texts.map((text) => keepLate({ ...scope, idempotencyKey: keyOf() }, text)),
    )
    expect(outcomes).toEqual(texts.map(() => ok(null)))
    expect(await countProtocols(scope.organisationId)).toBe(entries)
    const { organisationId } = scope
    const chain = await read(database, organisationId, (tx) => checkAuditChain(tx, organisationId))
    expect(chain).toMatchObject({ entries, brokenAt: null })
  })

  test('refuses a key that another kind of action has used', async () => {
    const scope = { ...(await newOrganisation(database)), idempotencyKey: crypto.randomUUID() }
    await keepProtocol(scope, 'a')
    const other = action('protocol.renamed', async () => ok({ value: null }))
    expect(await other(scope, null)).toEqual(fail({ kind: 'request.key_used_otherwise' }))
  })

  test.each(['40001', '40P01'])('runs again after the conflict %s', async (code) => {
    const runs: string[] = []
    const conflicting = action('protocol.kept', async (context, text: string) => {
      runs.push(text)
      await writeProtocol(context, text)
      if (runs.length < 3) {
        await sql
          .raw(`do $$ begin raise exception 'again' using errcode = '${code}'; end $$`)
          .execute(context.tx)
      }
      return ok({ value: null })
    })
    const scope = await newOrganisation(database)
    expect(await conflicting(scope, 'a')).toEqual(ok(null))
    expect(runs).toHaveLength(3)
    expect(await countProtocols(scope.organisationId)).toBe(1)
    expect(await entriesOf(scope.organisationId)).toHaveLength(1)
  })

  test('reads what the one before it wrote, however many run at once', async () => {
    const countThenKeep = action('protocol.kept', async (context, _: null) => {
      const rows = await context.tx.selectFrom('protocols').select('text').execute()
      await writeProtocol(context, `${rows.length}`)
      return ok({ value: rows.length })
    })
    const scope = await newOrganisation(database)
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => countThenKeep(scope, null)))
    const seen = outcomes.map((outcome) => (outcome.ok ? outcome.value : -1))
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index))
  })
})

describe('the audit log', () => {
  const filled = async () => {
    const scope = await newOrganisation(database)
    for (const text of ['a', 'b', 'c', 'd']) await keepProtocol(scope, text)
    return scope.organisationId
  }
  const check = (organisationId: string) =>
    read(database, organisationId, (tx) => checkAuditChain(tx, organisationId))

  test('is a chain that holds', async () => {
    expect(await check(await filled())).toMatchObject({ entries: 4, brokenAt: null })
  })

  test.each([
    "update audit_entries set event = 'x.y'",
    'delete from audit_entries',
    'truncate audit_entries',
  ])('cannot be altered by the app: %s', async (statement) => {
    const organisationId = await filled()
    const attempt = database.transaction().execute(async (tx) => {
      await sql`select set_config('app.organisation', ${organisationId}, true)`.execute(tx)
      await sql.raw(statement).execute(tx)
    })
    await expect(attempt).rejects.toMatchObject({ code: '42501' })
  })

  test('gives position, time and hash itself, whatever an insert claims', async () => {
    const organisationId = await filled()
    await database.transaction().execute(async (tx) => {
      await sql`select set_config('app.organisation', ${organisationId}, true)`.execute(tx)
      await sql`insert into audit_entries
        (organisation_id, position, happened_at, event, actor_kind, previous_hash, hash)
        values (${organisationId}, 1, '2001-01-01', 'x.y', 'operator', sha256('a'), sha256('b'))`.execute(
        tx,
      )
    })
    expect(await check(organisationId)).toMatchObject({ entries: 5, brokenAt: null })
  })
})

test('an organisation sees its own rows alone, the installation sees the names of all', async () => {
  const [first, second] = [await newOrganisation(database), await newOrganisation(database)]
  await keepProtocol(first, 'a')
  expect(await countProtocols(second.organisationId)).toBe(0)
  const all = await read(database, installationId, listOrganisations)
  expect(all.map(({ organisationId }) => organisationId)).toEqual(
    expect.arrayContaining([first.organisationId, second.organisationId]),
  )
  const own = await read(database, second.organisationId, listOrganisations)
  expect(own).toHaveLength(1)
})

test('outside an organisation nothing is seen', async () => {
  await keepProtocol(await newOrganisation(database), 'a')
  expect(await database.selectFrom('protocols').select('text').execute()).toEqual([])
  expect(await database.selectFrom('organisations').select('name').execute()).toEqual([])
})
