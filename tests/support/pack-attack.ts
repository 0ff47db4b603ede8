/**
 * Somebody with a copy of the database and the master key, who wants to read reflection packs. They open whatever opens
 * with the installation's keys, take everything that could be a key out of it, and try all of that on the packs.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { loadOrganisationKey } from '../../src/organisations/store.ts'
import { type Database, read } from '../../src/platform/database.ts'
import { type Key, unseal } from '../../src/platform/keys.ts'
import { derivedToken } from '../../src/platform/tokens.ts'
import { openProgramme } from '../../src/protocol/open-programme.ts'
import { openByRecoveryCode, openForSignIn } from '../../src/sessions/pack/keys.ts'
import { findPackKeys, type PackOwner } from '../../src/sessions/pack/pack-store.ts'
import { masterKey } from './database.ts'
import { tablesOf } from './everything-stored.ts'

type Cell = {
  readonly table: string
  readonly value: unknown
  /** Of its row. */
  readonly ids: readonly string[]
}

const cellsOf = (database: Database, organisationId: string): Promise<readonly Cell[]> =>
  read(database, organisationId, async (tx) => {
    const cells: Cell[] = []
    for (const table of await tablesOf(tx)) {
      const { rows } = await sql<Record<string, unknown>>`
        select * from ${sql.table(table)}`.execute(tx)
      for (const values of rows.map((row) => Object.values(row))) {
        const ids = values.filter((value) => typeof value === 'string')
        cells.push(...values.map((value) => ({ table, value, ids })))
      }
    }
    return cells
  })

/** As most of what is sealed. */
const contextsOf = ({ table, ids }: Cell): readonly string[] => ids.map((id) => `${table}/${id}`)

/** The source says how a pack's are made. */
const packContexts = (cells: readonly Cell[], { programmeId, participantId }: PackOwner) => [
  `reflection_keys/${programmeId}/${participantId}`,
  ...new Set(
    cells
      .filter(({ table }) => table === 'reflection_parts')
      .flatMap(({ ids }) =>
        ids.map((id) => `reflection_parts/${programmeId}/${participantId}/${id}`),
      ),
  ),
]

const opened = (
  value: unknown,
  contexts: readonly string[],
  keys: readonly Key[],
): Buffer | null => {
  if (!Buffer.isBuffer(value)) return null
  for (const context of contexts) {
    for (const key of keys) {
      try {
        return unseal(key, value, context)
      } catch {
        // Not with this key, or not for this place.
      }
    }
  }
  return null
}

const isKey = (bytes: Buffer): boolean => bytes.length === 32
const hashed = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()

/** Bytes that are as long as a key, also where they are written as text. */
const keysIn = (bytes: Buffer): readonly Key[] => {
  const text = bytes.toString('latin1')
  const hex = text.match(/\b[0-9a-f]{64}\b/g) ?? []
  const base64 = text.match(/[\w+/-]{43}=?/g) ?? []
  return [
    ...[bytes, ...hex.map((one) => Buffer.from(one, 'hex'))].filter(isKey),
    ...base64.map((one) => Buffer.from(one, 'base64')).filter(isKey),
  ]
}

const tokensIn = (text: string): readonly string[] => text.match(/[\w-]{64}/g) ?? []
const codesIn = (text: string): readonly string[] =>
  text.match(/[0-9A-Z]{5}(?:-[0-9A-Z]{5})+/g) ?? []

type Loot = { readonly keys: readonly Key[]; readonly texts: readonly string[] }

const installationKeys = (database: Database, owner: PackOwner): Promise<readonly Key[]> =>
  read(database, owner.organisationId, async (tx) => {
    const programme = await openProgramme(tx, { ...owner, masterKey })
    const organisationKey = await loadOrganisationKey(tx, owner.organisationId, masterKey)
    return [masterKey, organisationKey, programme?.programmeKey ?? masterKey]
  })

const bytesOf = (value: unknown): Buffer =>
  Buffer.isBuffer(value)
    ? value
    : Buffer.from(typeof value === 'string' ? value : JSON.stringify(value ?? ''))

const different = (keys: readonly Key[]): readonly Key[] => [
  ...new Map(keys.map((key) => [key.toString('hex'), key])).values(),
]

const lootFrom = (cells: readonly Cell[], known: readonly Key[]): Loot => {
  const inside = cells
    .map((cell) => opened(cell.value, contextsOf(cell), known))
    .filter((bytes) => bytes !== null)
  const all = [...cells.map(({ value }) => bytesOf(value)), ...inside]
  const found = different([...known, ...all.flatMap(keysIn)])
  return {
    keys: different([...found, ...found.map(hashed)]),
    texts: [...new Set(all.map((bytes) => bytes.toString()))],
  }
}

const isUuid = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text)

/** Sign-ins that could be made anew from what is stored. */
const derivedTokens = (cells: readonly Cell[], { organisationId }: PackOwner): readonly string[] =>
  [...new Set(cells.flatMap(({ ids }) => ids))]
    .filter(isUuid)
    .flatMap((id) => [
      derivedToken(masterKey, organisationId, [id]).text,
      derivedToken(masterKey, organisationId, [id, 'null']).text,
    ])

export type AttackOptions = {
  /** What the attacker has besides: the cookie of a sign-in. */
  readonly tokens?: readonly string[]
}

/** All that could be read of the packs. */
export const attackPack = async (
  database: Database,
  owner: PackOwner,
  { tokens = [] }: AttackOptions = {},
): Promise<readonly string[]> => {
  const cells = await cellsOf(database, owner.organisationId)
  const { keys, texts } = lootFrom(cells, await installationKeys(database, owner))
  const packKeys = await read(database, owner.organisationId, (tx) => findPackKeys(tx, owner))
  if (packKeys === null) throw new Error('There is no pack to attack.')
  const byCode = texts.flatMap(codesIn).map((code) => openByRecoveryCode(owner, packKeys, code))
  const allTokens = [...tokens, ...texts.flatMap(tokensIn), ...derivedTokens(cells, owner)]
  const openings = cells.filter(({ table }) => table === 'reflection_openings')
  const bySignIn = openings.flatMap(({ value }) =>
    Buffer.isBuffer(value) ? allTokens.map((token) => openForSignIn(owner, value, token)) : [],
  )
  const first = [...keys, ...[...byCode, ...bySignIn].filter((key) => key !== null)]
  const contexts = packContexts(cells, owner)
  const sealed = cells.filter(({ table }) => table.startsWith('reflection_'))
  const openedWith = (some: readonly Key[]) =>
    sealed.map(({ value }) => opened(value, contexts, some)).filter((bytes) => bytes !== null)
  const lifted = openedWith(first).filter(isKey)
  return [...openedWith(first), ...openedWith(lifted)].map((bytes) => bytes.toString('utf8'))
}
