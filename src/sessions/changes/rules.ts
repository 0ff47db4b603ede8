/** What becomes of a mentee's list when a sentence is added, changed, shared or removed. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { codePointLength } from '../../lib/text.ts'
import { type Change, longestChange, mostChanges } from './model.ts'

/** All sentences, and which of them the group sees. */
export type ChangeList = {
  readonly changes: readonly Change[]
  readonly sharedIds: readonly string[]
}

export type GivenChange = Change & { readonly isShared: boolean; readonly isNew: boolean }

export type ChangeProblem =
  | { readonly kind: 'change.missing' }
  | { readonly kind: 'change.too_long'; readonly most: number }
  | { readonly kind: 'change.too_many'; readonly most: number }
  | { readonly kind: 'change.gone' }

/** A new one comes last; one that is there stays in its place. */
export const withChange = (
  { changes, sharedIds }: ChangeList,
  { changeId, isShared, isNew, ...given }: GivenChange,
): Result<ChangeList, ChangeProblem> => {
  const text = given.text.replaceAll(/\s+/g, ' ').trim()
  if (text === '') return fail({ kind: 'change.missing' })
  if (codePointLength(text) > longestChange) {
    return fail({ kind: 'change.too_long', most: longestChange })
  }
  if (isNew && changes.length >= mostChanges) {
    return fail({ kind: 'change.too_many', most: mostChanges })
  }
  const isThere = changes.some((one) => one.changeId === changeId)
  if (!isNew && !isThere) return fail({ kind: 'change.gone' })
  const change = { changeId, text }
  const others = sharedIds.filter((id) => id !== changeId)
  return ok({
    changes: isThere
      ? changes.map((one) => (one.changeId === changeId ? change : one))
      : [...changes, change],
    sharedIds: isShared ? [...others, changeId] : others,
  })
}

/** Taking out what is not there changes nothing. */
export const withoutChange = (list: ChangeList, changeId: string): ChangeList => ({
  changes: list.changes.filter((one) => one.changeId !== changeId),
  sharedIds: list.sharedIds.filter((id) => id !== changeId),
})

export const sharedOf = ({ changes, sharedIds }: ChangeList): readonly Change[] =>
  changes.filter(({ changeId }) => sharedIds.includes(changeId))
