/**
 * For each state of a draw that is half made: in how many ways it can be finished. Candidates take their turn in order; a
 * state says how many each place has taken, and how many candidates were passed over.
 */
import { type PossiblePairs, takesAt } from './possible-pairs.ts'
import { isFixed } from './seating.ts'

/** Numbers that could be 2⁵³ or more are kept in limbs of 48 bits, of which a sum of 25 is still exact in a double. */
const limbBits = 48
const limb = 2 ** limbBits
const exact = 2n ** 53n

export type WaysTable = {
  readonly possible: PossiblePairs
  /** What one more candidate at a place adds to the number of the state. */
  readonly weights: readonly number[]
  /** How many states there are with as many passed over. */
  readonly takings: number
  readonly mostPassed: number
  /** For each turn how many limbs a number can have. */
  readonly limbs: readonly number[]
  /** Plane k holds limb k of the number of ways from each state. */
  readonly planes: readonly Float64Array[]
}

/** As yet all numbers in it are 0. */
export const emptyTable = (possible: PossiblePairs): WaysTable => {
  const weights: number[] = []
  let takings = 1
  for (let place = 0; place < possible.places; place += 1) {
    weights.push(takings)
    takings *= takesAt(possible, place).most + 1
  }
  const mostPassed = mostPassedIn(possible)
  const limbs = limbsByTurn(possible)
  const size = (mostPassed + 1) * takings
  const planes = Array.from({ length: Math.max(1, ...limbs) }, () => new Float64Array(size))
  return { possible, weights, takings, mostPassed, limbs, planes }
}

export type WaysOn = {
  readonly state: number
  readonly turn: number
  /** The places that the candidate whose turn it is may fill now, as a set. */
  readonly options: number
  /** Whether they may be passed over. */
  readonly passes: boolean
}

/** A state has as many ways as those together that it leads to, which have been worked out before. */
export const fillState = (table: WaysTable, on: WaysOn): void => {
  const { planes, limbs } = table
  const [plane = noWays] = planes
  const most = limbs[on.turn] ?? 0
  if (most === 1) plane[on.state] = sumOf(table, plane, on)
  else if (limbs[on.turn + 1] === 1) keepInLimbs(table, on.state, sumOfParts(table, plane, on))
  else {
    const sums: number[] = []
    for (let k = 0; k < most; k += 1) sums.push(sumOf(table, planes[k] ?? noWays, on))
    keepInLimbs(table, on.state, sums)
  }
}

const noWays = new Float64Array(0)

const sumOf = ({ weights, takings }: WaysTable, plane: Float64Array, on: WaysOn): number => {
  const { state, options, passes } = on
  let sum = passes ? (plane[state + takings] ?? 0) : 0
  for (let rest = options; rest !== 0; rest &= rest - 1)
    sum += plane[state + (weights[31 - Math.clz32(rest & -rest)] ?? 0)] ?? 0
  return sum
}

/** Of numbers that are kept whole, in two limbs. */
const sumOfParts = (table: WaysTable, plane: Float64Array, on: WaysOn): readonly number[] => {
  const { weights, takings } = table
  const { state, options, passes } = on
  let high = 0
  let low = 0
  const add = (value: number): void => {
    high += Math.floor(value / limb)
    low += value % limb
  }
  if (passes) add(plane[state + takings] ?? 0)
  for (let rest = options; rest !== 0; rest &= rest - 1)
    add(plane[state + (weights[31 - Math.clz32(rest & -rest)] ?? 0)] ?? 0)
  return [low, high]
}

const keepInLimbs = ({ planes }: WaysTable, state: number, sums: readonly number[]): void => {
  let carry = 0
  for (let k = 0; k < sums.length; k += 1) {
    const sum = (sums[k] ?? 0) + carry
    carry = Math.floor(sum / limb)
    const plane = planes[k] ?? noWays
    plane[state] = sum - carry * limb
  }
}

export const waysFrom = ({ planes }: WaysTable, state: number): bigint =>
  planes.reduceRight((sum, plane) => (sum << BigInt(limbBits)) + BigInt(plane[state] ?? 0), 0n)

/** How many candidates are passed over at most, all together. */
export const mostPassedIn = (possible: PossiblePairs): number => {
  if (!possible.mayStayFree.includes(true)) return 0
  const needed = Array.from({ length: possible.places }, (_, place) => takesAt(possible, place))
  const least = needed.reduce((sum, takes) => sum + takes.least, 0)
  return Math.max(0, possible.openTo.length - least)
}

/**
 * Bounds for the ways to seat the last candidates: the product of their possibilities; and where all seats are taken,
 * n · (n − 1) · …, a factor for each seat.
 */
const limbsByTurn = (possible: PossiblePairs): readonly number[] => {
  const { openTo, mayStayFree } = possible
  const seats = openTo.length - mostPassedIn(possible)
  let [options, arranged] = [1n, 1n]
  const bounds = openTo.toReversed().map((open, before) => {
    const left = before + 1
    options *= BigInt(open.length + (mayStayFree.at(-left) === true ? 1 : 0))
    arranged = (arranged * BigInt(left)) / BigInt(Math.max(1, left - seats))
    return isFixed(possible) && arranged < options ? arranged : options
  })
  return bounds
    .reverse()
    .map((bound) => (bound < exact ? 1 : Math.ceil(bound.toString(2).length / limbBits)))
}
