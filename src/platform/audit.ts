/** Reading the audit log, and proving that it is whole. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from './database.ts'

export type AuditEntry = {
  readonly position: number
  readonly happenedAt: Date
  readonly event: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly subject: string | null
  readonly details: unknown
}

/** The latest first. */
export const listAuditEntries = async (
  tx: Transaction,
  organisationId: string,
  limit: number,
): Promise<readonly AuditEntry[]> => {
  const rows = await tx
    .selectFrom('auditEntries')
    .select(['position', 'happenedAt', 'event', 'actorKind', 'actorId', 'subject', 'details'])
    .where('organisationId', '=', organisationId)
    .orderBy('position', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, position: Number(row.position) }))
}

/** `brokenAt`: the first entry at which the chain does not hold; null: it holds. `lastHash`: in hexadecimal digits. */
export type ChainCheck = {
  readonly entries: number
  readonly brokenAt: number | null
  readonly lastHash: string
}

/** Computes every hash again, from the first entry to the last; an altered, missing or inserted entry breaks the chain. */
export const checkAuditChain = async (
  tx: Transaction,
  organisationId: string,
): Promise<ChainCheck> => {
  const rows = await tx
    .selectFrom('auditEntries as entry')
    .select(['position', 'hash', sql<string>`audit_entry_text(entry)`.as('text')])
    .where('organisationId', '=', organisationId)
    .orderBy('position')
    .execute()
  let previous = Buffer.alloc(32)
  for (const [index, row] of rows.entries()) {
    const hash = createHash('sha256').update(previous).update(row.text, 'utf8').digest()
    const follows = Number(row.position) === index + 1
    if (!follows || !hash.equals(row.hash)) {
      return { entries: rows.length, brokenAt: index + 1, lastHash: previous.toString('hex') }
    }
    previous = hash
  }
  return { entries: rows.length, brokenAt: null, lastHash: previous.toString('hex') }
}
