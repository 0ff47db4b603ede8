/**
 * A mentee keeps in their pack what they will change, and a copy of what they share outside it: both in one transaction.
 * The audit log says that it happened, and neither who it was nor how many sentences there are.
 */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionContext, type ActionScope, action, type Done } from '../../platform/action.ts'
import { putPart } from '../pack/pack-store.ts'
import { loadOwnChanges } from './load-changes.ts'
import { writeChanges } from './model.ts'
import {
  type ChangeList,
  type ChangeProblem,
  type GivenChange,
  sharedOf,
  withChange,
  withoutChange,
} from './rules.ts'
import { deleteSharedChangesOf, putSharedChanges } from './shared-change-store.ts'

type Scope = Omit<ActionScope, 'actor'>
const nobody = { kind: 'participant', id: null } as const

type Owner = {
  readonly programmeId: string
  readonly participantId: string
  readonly token: string | null
}

export type ChangesProblem = ChangeProblem | { readonly kind: 'changes.not_open' }

const changeList = async (
  context: ActionContext,
  owner: Owner,
  decide: (list: ChangeList) => Result<ChangeList, ChangeProblem>,
): Promise<Result<Done<null>, ChangesProblem>> => {
  const { tx } = context
  const own = await loadOwnChanges(tx, { ...context, ...owner })
  if (own?.participant.state !== 'agreed' || own.pack.kind !== 'open') {
    return fail({ kind: 'changes.not_open' })
  }
  const { programme, pack, list } = own
  const decided = decide(list)
  if (!decided.ok) return decided
  const { organisationId, programmeId } = programme
  const { participantId } = owner
  const json = writeChanges(decided.value.changes)
  const place = { organisationId, programmeId, participantId }
  await putPart(tx, place, { key: pack.key, part: 'changes', json })
  const changes = sharedOf(decided.value)
  await putSharedChanges(tx, programme, { menteeId: participantId, changes })
  return ok({ value: null })
}

/** `changeId` null: a new sentence. */
export type Keeping = Owner & {
  readonly change: Omit<GivenChange, 'changeId' | 'isNew'> & { readonly changeId: string | null }
}

/** Only a new sentence could come twice; one that is there is what was sent last, also from a page gone back to. */
export const keepChange = (scope: Scope, keeping: Keeping) => {
  const idempotencyKey = keeping.change.changeId === null ? scope.idempotencyKey : null
  return changeKept({ ...scope, actor: nobody, idempotencyKey }, keeping)
}

const changeKept = action('change.kept', (context, { change, ...owner }: Keeping) => {
  const { changeId } = change
  const given = { ...change, changeId: changeId ?? crypto.randomUUID(), isNew: changeId === null }
  return changeList(context, owner, (list) => withChange(list, given))
})

export type Removing = Owner & { readonly changeId: string }

export const removeChange = (scope: Scope, removing: Removing) =>
  changeRemoved({ ...scope, actor: nobody }, removing)

const changeRemoved = action('change.removed', (context, { changeId, ...owner }: Removing) =>
  changeList(context, owner, (list) => ok(withoutChange(list, changeId))),
)

/** Also while the pack is closed, or lost. */
export const stopSharing = (scope: Scope, owner: Omit<Owner, 'token'>) =>
  sharingStopped({ ...scope, actor: nobody }, owner)

const sharingStopped = action(
  'change.sharing_stopped',
  async (
    { tx, organisationId },
    { programmeId, participantId }: Omit<Owner, 'token'>,
  ): Promise<Result<Done<null>, ChangesProblem>> => {
    await deleteSharedChangesOf(tx, { organisationId, programmeId }, participantId)
    return ok({ value: null })
  },
)
