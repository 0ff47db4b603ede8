/**
 * What becomes of a draft when fields change, perhaps on two devices at once. Of a choice or a number the later wins.
 * Of a text nothing that anybody typed is lost: where both devices changed it, both texts are kept, with a mark between.
 */
import type { Draft } from '../draft-store.ts'

export type Change = {
  readonly field: string
  /** What the device knew to be stored, or may have stored without hearing back, when this was typed. */
  readonly from: readonly string[]
  readonly to: string
}

export type Merged = {
  readonly draft: Draft
  /** Texts that are now neither what was stored nor what was sent. */
  readonly joined: readonly string[]
}

export const mark = '\n\n— Also written on another device or page: —\n\n'

/** @param isText whether a field is free text */
export const mergeDrafts = (
  stored: Draft,
  changes: readonly Change[],
  isText: (field: string) => boolean,
): Merged => {
  const draft = new Map(Object.entries(stored))
  const joined = new Set<string>()
  for (const { field, from, to } of changes) {
    const before = draft.get(field) ?? ''
    const after = isText(field) ? mergeTexts(before, { from, to }) : to
    draft.set(field, after)
    if (after !== before && after !== to) joined.add(field)
  }
  return { draft: Object.fromEntries(draft), joined: [...joined] }
}

/** Own text first, so that the cursor of whoever is typing stays where it is. */
const mergeTexts = (before: string, { from, to }: Pick<Change, 'from' | 'to'>): string => {
  if (from.includes(before) || to.includes(before)) return to
  if (from.includes(to) || before.includes(to)) return before
  return `${to}${mark}${before}`
}
