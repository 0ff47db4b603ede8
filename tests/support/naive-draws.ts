/** How people draw by hand, kept to show that the tests of the draw find it out. */
import type { AllocationInput, Pair } from '../../src/allocation/model.ts'
import type { Random } from '../../src/lib/random.ts'
import type { DrawPairs } from './draw-evidence.ts'

type Attempt = { readonly pairs: readonly Pair[]; readonly isStuck: boolean }

/** Down the list: each mentor in turn draws one of the mentees who are free and whom they are willing to mentor. */
export const attempt = (
  { mentees, willing }: AllocationInput,
  mentors: readonly string[],
  random: Random,
): Attempt => {
  const pairs: Pair[] = []
  for (const mentor of mentors) {
    const open = willing.filter(
      (pair) => pair.mentor === mentor && !pairs.some(({ mentee }) => mentee === pair.mentee),
    )
    const pair = open[open.length === 0 ? 0 : random.below(open.length)]
    if (pair !== undefined) pairs.push(pair)
  }
  return { pairs, isStuck: pairs.length < Math.min(mentors.length, mentees.length) }
}

type Order = (input: AllocationInput, random: Random) => readonly string[]

const untilComplete =
  (input: AllocationInput, order: Order): DrawPairs =>
  (random) => {
    let made = attempt(input, order(input, random), random)
    while (made.isStuck) made = attempt(input, order(input, random), random)
    return made.pairs
  }

const asListed: Order = ({ mentors }) => mentors
const shuffled: Order = ({ mentors }, random) => random.shuffle(mentors)

export const naiveDraws: Readonly<Record<string, (input: AllocationInput) => DrawPairs>> = {
  'down the list, again from the start when stuck': (input) => untilComplete(input, asListed),
  'down a shuffled list, again from the start when stuck': (input) =>
    untilComplete(input, shuffled),
  'down the list, and whoever is stuck goes without': (input) => (random) =>
    attempt(input, input.mentors, random).pairs,
}

/** The share of so many attempts down the list that leave somebody without a partner. */
export const shareStuck = (input: AllocationInput, attempts: number, random: Random): number => {
  let stuck = 0
  for (let n = 0; n < attempts; n += 1)
    if (attempt(input, input.mentors, random).isStuck) stuck += 1
  return stuck / attempts
}
