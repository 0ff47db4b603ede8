/**
 * The only way to write. An action loads, decides and saves in one transaction with one audit entry: both or neither.
 *
 * The writers of one organisation take turns: each action first takes the organisation's lock, so what it loads is what
 * is there when it saves, and the audit entries form one chain. Organisations do not wait for each other. An action
 * whose conflicts the database settles by itself (unique keys, rows it locks) may take its turn last, at its audit entry.
 */
import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { fail, ok, type Problem, type Result } from '../lib/result.ts'
import { type Database, enterOrganisation, type Transaction } from './database.ts'
import type { Key } from './keys.ts'

export type Actor = {
  readonly kind: 'staff' | 'participant' | 'visitor' | 'operator'
  readonly id: string | null
}

/** In whose name and by what means an action runs. */
export type ActionScope = {
  readonly database: Database
  readonly masterKey: Key
  readonly organisationId: string
  readonly actor: Actor
  /** From the form; the same key again gives the same outcome and changes nothing. Null: from the command line. */
  readonly idempotencyKey: string | null
}

export type ActionContext = ActionScope & { readonly tx: Transaction; readonly now: Date }

/** What was done: the value for the caller, and for the audit log ids and counts, never names or answers. */
export type Done<Value> = {
  readonly value: Value
  readonly subject?: string
  readonly details?: Readonly<Record<string, string | number | boolean>>
}

export type RepeatedKeyProblem = { readonly kind: 'request.key_used_otherwise' }

type Body<Input, Value, P extends Problem> = (
  context: ActionContext,
  input: Input,
) => Promise<Result<Done<Value>, P>>

export type Action<Input, Value, P extends Problem> = (
  scope: ActionScope,
  input: Input,
) => Promise<Result<Value, P | RepeatedKeyProblem>>

type Turn = 'first' | 'last'

/**
 * @param event `noun.past`, as it stands in the audit log
 * @param body  its value is kept under the idempotency key, so it must be plain JSON and hold no secret
 * @param turn  whether other writers of the organisation wait from the start, or at the audit entry only
 */
export const action =
  <Input, Value, P extends Problem>(
    event: string,
    body: Body<Input, Value, P>,
    turn: Turn = 'first',
  ): Action<Input, Value, P> =>
  (scope, input) =>
    retried(() =>
      inTransaction(scope.database, (tx) =>
        perform({ event, body, turn }, { ...scope, tx }, input),
      ),
    )

/** Commits what succeeded; of what was refused or failed nothing stays. */
const inTransaction = async <R extends Result<unknown>>(
  database: Database,
  work: (tx: Transaction) => Promise<R>,
): Promise<R> => {
  const tx = await database.startTransaction().setIsolationLevel('read committed').execute()
  try {
    const result = await work(tx)
    await (result.ok ? tx.commit() : tx.rollback()).execute()
    return result
  } catch (error) {
    if (!tx.isCommitted && !tx.isRolledBack) {
      await tx
        .rollback()
        .execute()
        .catch(() => undefined)
    }
    throw error
  }
}

const perform = async <Input, Value, P extends Problem>(
  { event, body, turn }: { event: string; body: Body<Input, Value, P>; turn: Turn },
  scope: ActionScope & { readonly tx: Transaction },
  input: Input,
): Promise<Result<Value, P | RepeatedKeyProblem>> => {
  if (turn === 'first') await takeTurn(scope.tx, scope.organisationId)
  else await enterOrganisation(scope.tx, scope.organisationId)
  const earlier = await findOutcome<Value>(scope, event)
  if (earlier !== null) return earlier
  const now = new Date()
  const result = await body({ ...scope, now }, input)
  if (!result.ok) return result
  await keepOutcome(scope, { event, value: result.value.value, now })
  await writeAuditEntry(scope, event, result.value)
  return ok(result.value.value)
}

const takeTurn = async (tx: Transaction, organisationId: string): Promise<void> => {
  await sql`
    select set_config('app.organisation', ${organisationId}, true),
           pg_advisory_xact_lock(hashtextextended(${organisationId}, 0))`.execute(tx)
}

const hashOfKey = (actor: Actor, key: string): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([actor.kind, actor.id, key]))
    .digest()

const findOutcome = async <Value>(
  { tx, actor, organisationId, idempotencyKey }: ActionScope & { readonly tx: Transaction },
  event: string,
): Promise<Result<Value, RepeatedKeyProblem> | null> => {
  if (idempotencyKey === null) return null
  const row = await tx
    .selectFrom('idempotencyKeys')
    .select(['event', sql<string>`outcome::text`.as('outcome')])
    .where('organisationId', '=', organisationId)
    .where('keyHash', '=', hashOfKey(actor, idempotencyKey))
    .executeTakeFirst()
  if (row === undefined) return null
  if (row.event !== event) return fail({ kind: 'request.key_used_otherwise' })
  return ok(JSON.parse(row.outcome).value)
}

const keptDays = 30

const keepOutcome = async <Value>(
  { tx, actor, organisationId, idempotencyKey }: ActionScope & { readonly tx: Transaction },
  { event, value, now }: { event: string; value: Value; now: Date },
): Promise<void> => {
  if (idempotencyKey === null) return
  const outcome = JSON.stringify({ value })
  const keptUntil = new Date(now.getTime() + keptDays * 86_400_000)
  const keyHash = hashOfKey(actor, idempotencyKey)
  await tx
    .insertInto('idempotencyKeys')
    .values({ organisationId, keyHash, event, outcome, keptUntil })
    .execute()
}

const writeAuditEntry = async <Value>(
  { tx, actor, organisationId }: ActionScope & { readonly tx: Transaction },
  event: string,
  done: Done<Value>,
): Promise<void> => {
  // Position, time and hashes are the trigger's; SQL because the types ask for them.
  await sql`
    insert into audit_entries (organisation_id, event, actor_kind, actor_id, subject, details)
    values (${organisationId}, ${event}, ${actor.kind}, ${actor.id}, ${done.subject ?? null},
            ${JSON.stringify(done.details ?? {})}::jsonb)
  `.execute(tx)
}

const attempts = 8
const conflictCodes = ['40001', '40P01']

/** Undone by the database for the sake of another transaction, or sent twice at the same moment. */
const isConflict = (error: unknown): boolean => {
  if (!(error instanceof Error && 'code' in error)) return false
  const isSameKey = 'constraint' in error && error.constraint === 'idempotency_keys_pkey'
  return isSameKey || conflictCodes.includes(String(error.code))
}

/** A serialisation conflict, a deadlock or a repeated key undoes one of two transactions; that one runs again from the start. */
const retried = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (!isConflict(error) || attempt === attempts) throw error
      await wait(2 ** attempt * (0.5 + Math.random()))
    }
  }
}
