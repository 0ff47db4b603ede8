/** What many draws say about the law that they come from, held against the full enumeration. */
import type { AllocationInput, Pair } from '../../src/allocation/model.ts'
import { prepareDraw } from '../../src/allocation/rules.ts'
import { createRandom, type Random } from '../../src/lib/random.ts'
import chiSquareFixture from '../fixtures/allocation/chi-square.json' with { type: 'json' }
import { everyAllocation, written } from './every-allocation.ts'

export type Evidence = {
  /** How many allocations the full enumeration finds. */
  readonly allocations: number
  readonly draws: number
  /** Against equal frequencies; infinite if anything else was drawn. */
  readonly chiSquare: number
  /** What chance exceeds once in a thousand times. */
  readonly limit: number
  /** Pairs that came up more rarely or more often than chance explains, all pairs together, once in a thousand times. */
  readonly oddPairs: readonly string[]
}

export type DrawPairs = (random: Random) => readonly Pair[]

/** The draw of the product, prepared once. */
export const drawOf = (input: AllocationInput): DrawPairs => {
  const draw = prepareDraw(input)
  if (!draw.ok) throw new Error(draw.problem.kind)
  return (random) => draw.value.draw(random).pairs
}

export const evidenceOf = (
  input: AllocationInput,
  draw: DrawPairs,
  { draws, seed }: { readonly draws: number; readonly seed: string },
): Evidence => {
  const every = everyAllocation(input)
  const drawn = tally(draw, draws, createRandom(seed))
  return {
    allocations: every.length,
    draws,
    chiSquare: chiSquareOf(every.map(written), drawn, draws),
    limit: quantile999(every.length - 1),
    oddPairs: oddPairsOf(every, drawn, draws),
  }
}

export const isUniform = ({ chiSquare, limit, oddPairs }: Evidence): boolean =>
  chiSquare <= limit && oddPairs.length === 0

const tally = (draw: DrawPairs, draws: number, random: Random): ReadonlyMap<string, number> => {
  const drawn = new Map<string, number>()
  for (let n = 0; n < draws; n += 1) {
    const key = written(draw(random))
    drawn.set(key, (drawn.get(key) ?? 0) + 1)
  }
  return drawn
}

const chiSquareOf = (
  every: readonly string[],
  drawn: ReadonlyMap<string, number>,
  draws: number,
): number => {
  const expected = draws / every.length
  const counts = every.map((key) => drawn.get(key) ?? 0)
  if (sum(counts) < draws) return Number.POSITIVE_INFINITY
  return sum(counts.map((n) => (n - expected) ** 2 / expected))
}

export const quantile999 = (df: number): number => {
  const known = chiSquareFixture.cases.find((one) => one.df === df)
  if (known === undefined) throw new RangeError(`no quantile for ${df} degrees of freedom`)
  return known.quantile
}

const oddPairsOf = (
  every: readonly (readonly Pair[])[],
  drawn: ReadonlyMap<string, number>,
  draws: number,
): readonly string[] => {
  const [expected, found] = [new Map<string, number>(), new Map<string, number>()]
  for (const pairs of every) add(expected, written(pairs), 1 / every.length)
  for (const [pairs, n] of drawn) add(found, pairs, n)
  const tail = 0.001 / (2 * expected.size)
  return [...new Set([...expected.keys(), ...found.keys()])].filter((pair) => {
    const { lower, upper } = binomialLimits(draws, Math.min(1, expected.get(pair) ?? 0), tail)
    const n = found.get(pair) ?? 0
    return n < lower || n > upper
  })
}

const add = (numbers: Map<string, number>, pairs: string, n: number): void => {
  for (const pair of pairs.split(' ')) numbers.set(pair, (numbers.get(pair) ?? 0) + n)
}

/**
 * Between which two counts does a binomial number lie, but for `tail` on either side?
 *
 * @returns  lower: the smallest x that is exceeded or missed so that P(X ≤ x) ≥ tail; upper: the smallest x with
 *           P(X > x) ≤ tail
 * Method: exact sums of the probabilities, from the most likely count to both sides until they vanish.
 * Agrees with: R 4.2.2 `qbinom`, tests/fixtures/allocation/binomial.json.
 */
export const binomialLimits = (n: number, p: number, tail: number) => {
  const mode = Math.min(n, Math.floor((n + 1) * p))
  const weights = new Map([[mode, 1]])
  const extend = (from: number, by: 1 | -1, ratio: (x: number) => number) => {
    let weight = 1
    for (let x = from; x >= 0 && x <= n && weight > 1e-30; x += by) {
      weights.set(x, weight)
      weight *= ratio(x)
    }
  }
  extend(mode, 1, (x) => ((n - x) * p) / ((x + 1) * (1 - p)))
  extend(mode, -1, (x) => (x * (1 - p)) / ((n - x + 1) * p))
  const counts = [...weights.keys()].sort((a, b) => a - b)
  const all = sum([...weights.values()])
  const weightOf = (x: number): number => (weights.get(x) ?? 0) / all
  return {
    lower: firstReaching(counts, weightOf, tail),
    upper: lastBeyond(counts.toReversed(), weightOf, tail),
  }
}

const firstReaching = (
  counts: readonly number[],
  weightOf: (x: number) => number,
  tail: number,
): number => {
  let below = 0
  return (
    counts.find((x) => {
      below += weightOf(x)
      return below >= tail
    }) ?? 0
  )
}

/** From above: the first whose own weight would make what lies beyond too much. */
const lastBeyond = (
  counts: readonly number[],
  weightOf: (x: number) => number,
  tail: number,
): number => {
  let above = 0
  return (
    counts.find((x) => {
      above += weightOf(x)
      return above > tail
    }) ?? 0
  )
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0)
