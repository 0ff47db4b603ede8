/**
 * What a mentee does with their reflection pack. Keys are made and opened before an action begins, since that takes long;
 * each looks whether the pack is still the one they were made for. The audit log says that it was done, and neither by
 * whom nor to what.
 */
import { fail, ok, type Result } from '../../lib/result.ts'
import { findParticipant } from '../../people/store.ts'
import { type ActionContext, type ActionScope, action, type Done } from '../../platform/action.ts'
import type { Key } from '../../platform/keys.ts'
import { deleteSharedChangesOf } from '../changes/shared-change-store.ts'
import { hasOpenedDocument } from '../document-opening-store.ts'
import type { PackKeys } from './keys.ts'
import { loadOpenPack } from './open-pack.ts'
import {
  deleteOpenings,
  deletePack,
  findPackKeys,
  type PackOwner,
  type PackPart,
  putOpening,
  putPackKeys,
  putPart,
} from './pack-store.ts'
import type { PackProblem } from './problems.ts'

type Outcome = Promise<Result<Done<null>, PackProblem>>
const done = ok({ value: null })

/** Done by somebody who takes part; by whom, the entry does not say. */
export const byNobody = (scope: ActionScope): ActionScope => ({
  ...scope,
  actor: { kind: 'participant', id: null },
})

/** The key of a pack, and the sign-in in which it is opened. */
type Opening = { readonly owner: PackOwner; readonly key: Key; readonly token: string }

type Making = Opening & { readonly keys: PackKeys }

export const makeReflectionPack = action(
  'reflection_pack.made',
  async (context, making: Making): Outcome => {
    const { tx, organisationId } = context
    const { owner, keys } = making
    const mentee = await findParticipant(tx, organisationId, owner.participantId)
    if (mentee?.state !== 'agreed') return fail({ kind: 'pack.not_taking_part' })
    if ((await findPackKeys(tx, owner)) !== null) return fail({ kind: 'pack.made_already' })
    await putPackKeys(tx, owner, keys)
    await putOpening(tx, owner, making)
    return done
  },
)

type Using = Opening & { readonly from: PackKeys }

/** Somebody made it anew, or changed how it opens, since its key was taken out. */
const isAsBefore = async ({ tx }: ActionContext, { owner, from }: Omit<Using, 'key' | 'token'>) => {
  const keys = await findPackKeys(tx, owner)
  return (
    keys?.sealedByPassphrase.equals(from.sealedByPassphrase) === true &&
    keys.sealedByRecovery.equals(from.sealedByRecovery)
  )
}

export const openReflectionPack = action(
  'reflection_pack.opened',
  async (context, using: Using): Outcome => {
    if (!(await isAsBefore(context, using))) return fail({ kind: 'pack.changed_meanwhile' })
    await putOpening(context.tx, using.owner, using)
    return done
  },
)

type Rekeying = Using & { readonly to: Partial<PackKeys> }

/** Another passphrase or another recovery code. It stays open in this sign-in alone. */
export const changePackKeys = action(
  'reflection_pack.keys_changed',
  async (context, rekeying: Rekeying): Outcome => {
    const { owner, from, to } = rekeying
    if (!(await isAsBefore(context, rekeying))) return fail({ kind: 'pack.changed_meanwhile' })
    await putPackKeys(context.tx, owner, { ...from, ...to })
    await deleteOpenings(context.tx, owner)
    await putOpening(context.tx, owner, rekeying)
    return done
  },
)

export const closeReflectionPack = action(
  'reflection_pack.closed',
  async ({ tx }, owner: PackOwner): Outcome => {
    await deleteOpenings(tx, owner)
    return done
  },
)

/** With what they share of it: without the pack they could no longer say which sentence to take back. */
export const deleteReflectionPack = action(
  'reflection_pack.deleted',
  async ({ tx }, { owner, isTicked }: { owner: PackOwner; isTicked: boolean }): Outcome => {
    if (!isTicked) return fail({ kind: 'pack.deletion_not_ticked' })
    await deletePack(tx, owner)
    await deleteSharedChangesOf(tx, owner, owner.participantId)
    return done
  },
)

type Writing = {
  readonly owner: PackOwner
  /** Of the sign-in in which the pack is open. */
  readonly token: string | null
  readonly part: PackPart
  /** What is sealed. */
  readonly json: string
}

/**
 * Without an idempotency key: to write the same twice changes nothing, and whoever goes back in the browser and writes
 * more sends the key of before.
 */
export const writePart = (scope: ActionScope, writing: Writing) =>
  partWritten({ ...byNobody(scope), idempotencyKey: null }, writing)

/** What a mentee thought of themselves stays as it was when they opened their document. */
const partWritten = action(
  'reflection_pack.written',
  async ({ tx }, { owner, token, part, json }: Writing): Outcome => {
    const isFixed = await hasOpenedDocument(tx, { ...owner, menteeId: owner.participantId })
    if (part === 'self_assessment' && isFixed) return fail({ kind: 'pack.document_opened' })
    const pack = await loadOpenPack(tx, { owner, token })
    if (pack.kind !== 'open') return fail({ kind: 'pack.not_open' })
    await putPart(tx, owner, { key: pack.key, part, json })
    return done
  },
)
