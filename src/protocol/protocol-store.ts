/** Protocols as they are kept: the text under its hash, parsed once. */
import type { Transaction } from '../platform/database.ts'
import type { Protocol } from './model.ts'
import { parseProtocol } from './rules.ts'

/** Parsed protocols by the hash of their text: parsing one takes longer than everything else on a page. */
const parsedProtocols = new Map<string, Protocol>()
const keptProtocols = 100

/** What was stored had been parsed before; if it does not parse now, the database or the program is at fault. */
export const storedProtocol = (sha256: string, text: string): Protocol => {
  const known = parsedProtocols.get(sha256)
  if (known !== undefined) return known
  const parsed = parseProtocol(text)
  if (!parsed.ok) throw new Error(`A stored protocol does not parse: ${parsed.problem.kind}`)
  if (parsedProtocols.size >= keptProtocols) parsedProtocols.clear()
  parsedProtocols.set(sha256, parsed.value)
  return parsed.value
}

/** The protocol of a version that was just read: its text is fetched only when this process has not parsed it before. */
export const parsedProtocol = async (
  tx: Transaction,
  organisationId: string,
  sha256: Buffer,
): Promise<Protocol> => {
  const hash = sha256.toString('hex')
  const protocol = parsedProtocols.get(hash) ?? (await findProtocol(tx, organisationId, hash))
  if (protocol === null) throw new Error(`A version has no protocol: ${hash}`)
  return protocol
}

/** A protocol that some programme has or had, by the hash of its text. */
export const findProtocol = async (
  tx: Transaction,
  organisationId: string,
  sha256: string,
): Promise<Protocol | null> => {
  const row = await tx
    .selectFrom('protocols')
    .select('text')
    .where('organisationId', '=', organisationId)
    .where('sha256', '=', Buffer.from(sha256, 'hex'))
    .executeTakeFirst()
  return row === undefined ? null : storedProtocol(sha256, row.text)
}
