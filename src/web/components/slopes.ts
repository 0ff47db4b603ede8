/** What a slope graph says about its pairs, before anything is drawn. */

export type Pair = { readonly id: string; readonly before: number; readonly after: number }

/** All pairs with the same change between the same scores. */
export type Line = {
  readonly before: number
  readonly after: number
  readonly ids: readonly string[]
}

export type Direction = 'up' | 'down' | 'level'

export type EndLabel = { readonly score: number; readonly who: string }

/** With more people than this, their names would crowd out the lines. */
export const mostNamed = 12
const mostNamesInALabel = 3

export const linesOf = (pairs: readonly Pair[]): readonly Line[] => {
  const byChange = Map.groupBy(pairs, ({ before, after }) => `${before} ${after}`)
  return [...byChange.values()].flatMap((equal) =>
    equal
      .slice(0, 1)
      .map(({ before, after }) => ({ before, after, ids: equal.map(({ id }) => id) })),
  )
}

export const directionOf = ({ before, after }: Pick<Pair, 'before' | 'after'>): Direction => {
  if (before === after) return 'level'
  return after > before ? 'up' : 'down'
}

const names = (pairs: readonly Pair[]): string =>
  pairs.length > mostNamesInALabel
    ? `(${pairs.length} people)`
    : pairs.map(({ id }) => id).join(', ')

/** The scores at one end, each once and the highest first, with whose they are; none for many. */
export const endLabels = (pairs: readonly Pair[], end: 'before' | 'after'): readonly EndLabel[] => {
  if (pairs.length > mostNamed) return []
  const byScore = Map.groupBy(pairs, (pair) => pair[end])
  return [...byScore]
    .map(([score, group]) => ({ score, who: names(group) }))
    .toSorted((one, other) => other.score - one.score)
}
