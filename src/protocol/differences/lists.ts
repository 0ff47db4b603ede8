/** Two lists of things with ids: what came, what went, what is there still. */

type WithId = { readonly id: string }

export type Compared<T> = {
  readonly added: readonly T[]
  readonly removed: readonly T[]
  readonly kept: readonly { readonly before: T; readonly after: T }[]
  /** Those that are there still stand in another order. */
  readonly isReordered: boolean
}

export const compareById = <T extends WithId>(
  before: readonly T[],
  after: readonly T[],
): Compared<T> => {
  const kept = before.flatMap((entry) => {
    const same = after.find(({ id }) => id === entry.id)
    return same === undefined ? [] : [{ before: entry, after: same }]
  })
  const stayed = new Set(kept.map(({ before: { id } }) => id))
  const order = after.filter(({ id }) => stayed.has(id))
  return {
    added: after.filter(({ id }) => !stayed.has(id)),
    removed: before.filter(({ id }) => !stayed.has(id)),
    kept,
    isReordered: kept.some(({ before: { id } }, place) => id !== order[place]?.id),
  }
}

/** `one` when it differs, else nothing: for lists of sentences. */
export const when = (differs: boolean, sentence: string): readonly string[] =>
  differs ? [sentence] : []
