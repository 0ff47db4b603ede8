/** The search for the smallest groups whose possible partners are too few. */
import type { Shortage, Wanted } from './deficient-groups.ts'
import { sizeOf } from './size-of-set.ts'

/**
 * Which sets of these members need more partners than their neighbours can take, while every part of them has enough?
 *
 * @returns  the sets as bits, smallest first, then by position
 * Method: all sets are gone through. Subsets come before what contains them, so a set is minimal if it is short and holds
 * no short set.
 */
export const minimalSets = (wanted: Wanted, { members, neighbours }: Shortage): number[] => {
  const masks = members.map((member) =>
    (wanted.partners[member] ?? []).reduce((mask, one) => mask | (1 << neighbours.indexOf(one)), 0),
  )
  const needed = sumsOver(members.map((member) => wanted.needed?.[member] ?? 1))
  const given = sumsOver(neighbours.map((neighbour) => wanted.given?.[neighbour] ?? 1))
  const sets = 2 ** masks.length
  const union = new Int32Array(sets)
  const holdsShort = new Uint8Array(sets)
  const minimal: number[] = []
  for (let set = 1; set < sets; set += 1) {
    const first = masks[31 - Math.clz32(set & -set)] ?? 0
    union[set] = (union[set & (set - 1)] ?? 0) | first
    if (partHoldsShort(holdsShort, set)) {
      holdsShort[set] = 1
    } else if (given(union[set] ?? 0) < needed(set)) {
      holdsShort[set] = 1
      minimal.push(set)
    }
  }
  return minimal.sort(bySize)
}

const halfBits = 15

/** The sum of the values at the members of a set, quickly: those of each half are looked up. */
const sumsOver = (values: readonly number[]): ((set: number) => number) => {
  const [low, high] = [values.slice(0, halfBits), values.slice(halfBits)].map(sumsOfSets)
  const halfSets = 2 ** halfBits
  return (set) => (low?.[set & (halfSets - 1)] ?? 0) + (high?.[set >>> halfBits] ?? 0)
}

const sumsOfSets = (values: readonly number[]): Int32Array => {
  const sums = new Int32Array(2 ** values.length)
  for (let set = 1; set < sums.length; set += 1)
    sums[set] = (sums[set & (set - 1)] ?? 0) + (values[31 - Math.clz32(set & -set)] ?? 0)
  return sums
}

const partHoldsShort = (holdsShort: Uint8Array, set: number): boolean => {
  for (let rest = set; rest !== 0; rest &= rest - 1) {
    if (holdsShort[set ^ (rest & -rest)] === 1) return true
  }
  return false
}

const bySize = (a: number, b: number): number => {
  const lowest = (a ^ b) & -(a ^ b)
  return sizeOf(a) - sizeOf(b) || ((a & lowest) === 0 ? 1 : -1)
}
