/**
 * The only way to write. An action loads, decides and saves in one transaction with one audit entry: both or neither.
 *
 * The writers of one organisation take turns: each action first takes the organisation's lock, so what it loads is what
 * is there when it saves, and the audit entries form one chain. Organisations do not wait for each other. Actions whose
 * conflicts among each other the database settles by itself (unique keys, rows they lock) may share a turn: they run
 * side by side, wait for each other at the audit entry only, and never run beside any other action.
 */
import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { fail, ok, type Problem, type Result } from '../lib/result.ts'
import type { Database, Transaction } from './database.ts'
import type { Key } from './keys.ts'
import { opening, unread } from './round-trips.ts'

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

type Turn = 'alone' | 'shared'

/**
 * @param event `noun.past`, as it stands in the audit log
 * @param body  its value is kept under the idempotency key, so it must be plain JSON and hold no secret
 * @param turn  alone: all other writers of the organisation wait; shared: all but those who share theirs too
 */
export const action =
  <Input, Value, P extends Problem>(
    event: string,
    body: Body<Input, Value, P>,
    turn: Turn = 'alone',
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
  await takeTurn(scope.tx, scope.organisationId, turn)
  const earlier = await findOutcome<Value>(scope, event)
  if (earlier !== null) return earlier
  const now = new Date()
  const result = await body({ ...scope, now }, input)
  if (!result.ok) return result
  await keepOutcome(scope, { event, value: result.value.value, now })
  await writeAuditEntry(scope, event, result.value)
  return ok(result.value.value)
}

/** The lock of the turns is not that of the audit log, which each entry takes for itself and keeps to the end. */
const turnLock = 1
const lockFor = {
  alone: sql.raw('pg_advisory_xact_lock'),
  shared: sql.raw('pg_advisory_xact_lock_shared'),
} as const

const takeTurn = async (tx: Transaction, organisationId: string, turn: Turn): Promise<void> => {
  await sql`${sql.raw(opening)}
    select set_config('app.organisation', ${organisationId}, true),
           ${lockFor[turn]}(hashtextextended(${organisationId}, ${turnLock}))`.execute(tx)
}

/**
 * Saves what is no record, such as what somebody is still typing: in a shared turn, without an audit entry. What is
 * refused is not saved.
 */
export const unrecorded = <R extends Result<unknown>>(
  { database, organisationId }: Pick<ActionScope, 'database' | 'organisationId'>,
  work: (tx: Transaction) => Promise<R>,
): Promise<R> =>
  retried(() =>
    inTransaction(database, async (tx) => {
      await takeTurn(tx, organisationId, 'shared')
      return work(tx)
    }),
  )

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
  // Position, time and hashes are the trigger's; SQL because the types ask for them. It goes out with the commit, so
  // that the lock of the audit log is held for no longer than that.
  await sql`${sql.raw(unread)}
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
