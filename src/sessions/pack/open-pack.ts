/** Whether somebody has a reflection pack, and its key while it is open in their sign-in. */
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import { findOpenKey, findPackKeys, type PackOwner } from './pack-store.ts'

export type OpenPack =
  | { readonly kind: 'none' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'open'; readonly key: Key }

type Asked = {
  readonly owner: PackOwner
  /** Of the sign-in, as the browser holds it; null: there is none. */
  readonly token: string | null
}

export const loadOpenPack = async (tx: Transaction, { owner, token }: Asked): Promise<OpenPack> => {
  if ((await findPackKeys(tx, owner)) === null) return { kind: 'none' }
  const key = await findOpenKey(tx, owner, token)
  return key === null ? { kind: 'closed' } : { kind: 'open', key }
}
