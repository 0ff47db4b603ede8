/** How people draw by hand, kept to show that the tests of the draw find it out. */
import type { AllocationInput, Pair, SideName } from '../../src/allocation/model.ts'
import type { Random } from '../../src/lib/random.ts'
import type { DrawPairs } from './draw-evidence.ts'
import { allowedPairs } from './every-allocation.ts'

type Attempt = { readonly pairs: readonly Pair[]; readonly isStuck: boolean }
type Turns = {
  /** Whose turn it is to draw, one after the other. */
  readonly side: SideName
  readonly isShuffled: boolean
}

/** Each in turn draws one of those who are still free and with whom they may be paired; who finds nobody goes without. */
const attempt = (input: AllocationInput, { side, isShuffled }: Turns, random: Random): Attempt => {
  const own = side === 'mentors' ? 'mentor' : 'mentee'
  const other = side === 'mentors' ? 'mentee' : 'mentor'
  const allowed = allowedPairs(input)
  const pairs: Pair[] = []
  for (const one of isShuffled ? random.shuffle(input[side]) : input[side]) {
    const open = allowed.filter(
      (pair) => pair[own] === one && !pairs.some((made) => made[other] === pair[other]),
    )
    const pair = open[open.length === 0 ? 0 : random.below(open.length)]
    if (pair !== undefined) pairs.push(pair)
  }
  return { pairs, isStuck: pairs.length < Math.min(input.mentors.length, input.mentees.length) }
}

/** Again from the start when stuck. */
export const untilComplete =
  (input: AllocationInput, turns: Turns): DrawPairs =>
  (random) => {
    let made = attempt(input, turns, random)
    while (made.isStuck) made = attempt(input, turns, random)
    return made.pairs
  }

/** Whoever is stuck goes without. */
export const droppingPairs =
  (input: AllocationInput, turns: Turns): DrawPairs =>
  (random) =>
    attempt(input, turns, random).pairs

/** The share of so many attempts that leave somebody without a partner who could have had one. */
export const shareStuck = (
  input: AllocationInput,
  turns: Turns,
  { attempts, random }: { readonly attempts: number; readonly random: Random },
): number => {
  let stuck = 0
  for (let n = 0; n < attempts; n += 1) if (attempt(input, turns, random).isStuck) stuck += 1
  return stuck / attempts
}
