/** Takes the key of a pack out with its passphrase. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Key } from '../../platform/keys.ts'
import { openByPassphrase, type PackKeys } from './keys.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { PackOwner } from './pack-store.ts'
import type { UnlockingProblem } from './problems.ts'
import { forgetTries, takeTry } from './tries.ts'

export type Locked = { readonly owner: PackOwner; readonly keys: PackKeys }

export const unlock = async (
  { owner, keys }: Locked,
  passphrase: string,
  now: Date,
): Promise<Result<Key, UnlockingProblem>> => {
  if (!takeTry(owner, now)) return fail({ kind: 'pack.too_many_tries' })
  const key = await oneAtATime(() => openByPassphrase(owner, keys, passphrase))
  if (key === null) return fail({ kind: 'pack.wrong_passphrase' })
  forgetTries(owner)
  return ok(key)
}
