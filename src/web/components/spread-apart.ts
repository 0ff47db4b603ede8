type Block = { readonly sum: number; readonly n: number }

const mean = ({ sum, n }: Block): number => sum / n

/** Joins a new block to the ones before it for as long as they are out of order. */
const pooled = (blocks: readonly Block[], next: Block): readonly Block[] => {
  const last = blocks.at(-1)
  if (last === undefined || mean(last) <= mean(next)) return [...blocks, next]
  return pooled(blocks.slice(0, -1), { sum: last.sum + next.sum, n: last.n + next.n })
}

/**
 * Where to write labels that must not overlap.
 *
 * @param wanted  where each label belongs, ascending
 * @param gap     the least distance between two labels, in the same unit
 * @returns       the places in the same order, at least `gap` apart, with the least sum of squared
 *                distances from where they belong
 * Method: isotonic regression by pooling adjacent violators, after taking the gaps out.
 * @example spreadApart([10, 10, 40], 6) // [7, 13, 40]
 */
export const spreadApart = (wanted: readonly number[], gap: number): readonly number[] =>
  wanted
    .map((place, index): Block => ({ sum: place - index * gap, n: 1 }))
    .reduce<readonly Block[]>(pooled, [])
    .flatMap((block) => Array.from({ length: block.n }, () => mean(block)))
    .map((place, index) => place + index * gap)
