/** The table of ways where each place takes exactly one candidate: what was taken is a set of places. */
import { sizeOf } from './size-of-set.ts'
import { fillState, type WaysTable } from './ways-table.ts'

type Filling = {
  readonly sets: number
  readonly places: number
  readonly last: number
  /** For each turn the places that its candidate could fill, as a set. */
  readonly open: Int32Array
  /** For each turn 1 if its candidate may be passed over, else 0. */
  readonly passes: Uint8Array
}

/** The number of a state is passed over · 2^places + the set; in the last one there is nothing left to do. */
export const waysOfSets = (table: WaysTable): void => {
  const { possible, takings, planes, limbs } = table
  const [plane = new Float64Array(0)] = planes
  const last = plane.length - 1
  const filling: Filling = {
    ...{ sets: takings, places: possible.places, last },
    open: Int32Array.from([...possible.openTo, [], []], (places) =>
      places.reduce((set, place) => set | (1 << place), 0),
    ),
    passes: Uint8Array.from([...possible.mayStayFree, false, false], Number),
  }
  const limbsOf = Uint16Array.from(limbs)
  plane[last] = 1
  for (let state = last - 1; state >= 0; state -= 1) {
    const first = state - 3
    const isFour = takings >= 4 && state % 4 === 3
    if (isFour && limbsOf[turnAt(filling, first)] === 1) {
      fillFour(filling, plane, first)
      state = first
    } else fillOne(filling, table, state)
  }
}

const turnAt = ({ places, sets }: Filling, state: number): number =>
  (state >>> places) + sizeOf(state & (sets - 1))

/**
 * Four states that differ in the first two places only: most of what they add up lies side by side, and this makes it
 * fast.
 */
const fillFour = (filling: Filling, plane: Float64Array, state: number): void => {
  const { open, sets, last } = filling
  const turn = turnAt(filling, state)
  const now = open[turn] ?? 0
  const next = open[turn + 1] ?? 0
  const then = open[turn + 2] ?? 0
  const free = ~state & (sets - 4)
  const shared = now & next & then & free
  let none = 0
  let first = 0
  let second = 0
  let both = 0
  for (let rest = shared; rest !== 0; rest &= rest - 1) {
    const to = state + (rest & -rest)
    none += plane[to] ?? 0
    first += plane[to + 1] ?? 0
    second += plane[to + 2] ?? 0
    both += plane[to + 3] ?? 0
  }
  if (shared !== ((now | next | then) & free) || state + sets <= last) {
    none += othersOf(filling, plane, state, free & ~shared)
    first += othersOf(filling, plane, state + 1, free & ~shared)
    second += othersOf(filling, plane, state + 2, free & ~shared)
    both += othersOf(filling, plane, state + 3, free & ~shared)
  }
  second += (next & 1) * both
  first += ((next >> 1) & 1) * both
  plane[state] = none + (now & 1) * first + ((now >> 1) & 1) * second
  plane[state + 1] = first
  plane[state + 2] = second
  plane[state + 3] = both
}

/** The ways to go on by passing over, or by filling one of these places. */
const othersOf = (filling: Filling, plane: Float64Array, state: number, places: number): number => {
  const { open, passes, sets, last } = filling
  const turn = turnAt(filling, state)
  const to = state + sets
  const passed = to <= last && passes[turn] === 1 ? (plane[to] ?? 0) : 0
  return passed + sumOf(plane, state, (open[turn] ?? 0) & places)
}

/** The ways to go on with one of these places filled. */
const sumOf = (plane: Float64Array, state: number, places: number): number => {
  let sum = 0
  for (let rest = places; rest !== 0; rest &= rest - 1) sum += plane[state + (rest & -rest)] ?? 0
  return sum
}

const fillOne = (filling: Filling, table: WaysTable, state: number): void => {
  const turn = turnAt(filling, state)
  const passes = state + filling.sets <= filling.last && filling.passes[turn] === 1
  fillState(table, { state, turn, options: (filling.open[turn] ?? 0) & ~state, passes })
}
