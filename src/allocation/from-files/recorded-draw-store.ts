/** Draws that come with an imported study: their certificates, and nothing that leads to anybody. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { inStatements } from '../../platform/statements.ts'
import type { Certificate } from '../certificate/certificate.ts'

export type RecordedDrawRow = {
  readonly state: 'published' | 'replaced'
  readonly publishedAt: Date | null
  /** Word for word. */
  readonly text: string
  readonly certificate: Certificate
}

export const insertRecordedDraws = (
  tx: Transaction,
  place: Place,
  draws: readonly RecordedDrawRow[],
): Promise<void> =>
  inStatements(draws.map(rowOf), place, (rows) =>
    tx.insertInto('allocationDraws').values(rows).execute(),
  )

const rowOf = ({ state, publishedAt, text, certificate }: RecordedDrawRow) => {
  const { number, kind, mode, reason, askedBy, drawnAt } = certificate
  const random = certificate.mode === 'random' ? certificate : null
  const bytes = (hash: string | undefined) => (hash === undefined ? null : Buffer.from(hash, 'hex'))
  return {
    ...{ number, kind, mode, reason, state, publishedAt, askedByRole: askedBy },
    ...{ certificate: text, drawnAt: new Date(drawnAt) },
    lockedAt: new Date(random?.lockedAt ?? drawnAt),
    inputsSha256: bytes(random?.inputsSha256),
    commitment: bytes(random?.commitment),
  }
}
