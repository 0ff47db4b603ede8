/**
 * Every possible pairing by going through everything: slow, without any idea in common with the draw,
 * and therefore what the tests compare the draw with.
 */
import type { AllocationInput, Pair, SideName, SupervisorRule } from '../model.ts'

export const people = (letter: string, n: number): string[] =>
  Array.from({ length: n }, (_, index) => `${letter}${index + 1}`)

/**
 * A row for each mentor, a cell for each mentee: 1 = willing, 0 = not; where the mentee supervises the
 * mentor, s = willing, z = not.
 */
export const programme = (rows: readonly string[], supervisorRule: SupervisorRule = 'ask') => {
  const cells = rows.flatMap((row, mentor) =>
    [...row].map((cell, mentee) => ({ cell, mentor: `M${mentor + 1}`, mentee: `C${mentee + 1}` })),
  )
  const pairsWith = (letters: string): Pair[] =>
    cells
      .filter(({ cell }) => letters.includes(cell))
      .map(({ mentor, mentee }) => ({ mentor, mentee }))
  return {
    mentors: people('M', rows.length),
    mentees: people('C', rows[0]?.length ?? 0),
    willing: pairsWith('1s'),
    supervised: pairsWith('sz'),
    supervisorRule,
  } satisfies AllocationInput
}

export const written = (pairs: readonly Pair[]): string =>
  pairs
    .map(({ mentor, mentee }) => `${mentor}–${mentee}`)
    .sort()
    .join(' ')

/** Every set of pairs in which nobody is twice, one for each way to go through the mentors. */
export const everyMatching = (willing: readonly Pair[], mentors: readonly string[]): Pair[][] => {
  const [first, ...others] = mentors
  if (first === undefined) return [[]]
  return everyMatching(willing, others).flatMap((pairs) => [
    pairs,
    ...willing
      .filter(({ mentor, mentee }) => mentor === first && !pairs.some((p) => p.mentee === mentee))
      .map((pair) => [...pairs, pair]),
  ])
}

export const has = (pairs: readonly Pair[], { mentor, mentee }: Pair): boolean =>
  pairs.some((pair) => pair.mentor === mentor && pair.mentee === mentee)

export const allowedPairs = ({
  willing,
  supervised,
  supervisorRule,
  excluded = [],
}: AllocationInput): Pair[] =>
  willing.filter(
    (pair) => !has(excluded, pair) && (supervisorRule !== 'forbid' || !has(supervised, pair)),
  )

export const everyPairing = (input: AllocationInput): Pair[][] => {
  const size = Math.min(input.mentors.length, input.mentees.length)
  const complete = everyMatching(allowedPairs(input), input.mentors).filter(
    (pairs) => pairs.length === size,
  )
  return withFewestOwn(input, complete)
}

const withFewestOwn = (input: AllocationInput, every: Pair[][]): Pair[][] => {
  if (input.supervisorRule !== 'avoid') return every
  const own = (pairs: Pair[]): number => pairs.filter((pair) => has(input.supervised, pair)).length
  const fewest = Math.min(...every.map(own))
  return every.filter((pairs) => own(pairs) === fewest)
}

const idIn = (side: SideName, pair: Pair): string =>
  side === 'mentors' ? pair.mentor : pair.mentee

export const partnersOf = (pairs: readonly Pair[], side: SideName, id: string): number =>
  pairs.filter((pair) => idIn(side, pair) === id).length

export const seatsFor = ({ capacity }: AllocationInput, side: SideName, id: string): number =>
  capacity?.side === side ? (capacity.most[id] ?? 1) : 1

/** Every set of allowed pairs in which nobody has more partners than seats. */
export const everySharing = (input: AllocationInput): Pair[][] =>
  allowedPairs(input).reduce<Pair[][]>(
    (every, pair) =>
      every.flatMap((pairs) => {
        const isOpen = sideNames.every(
          (side) =>
            partnersOf(pairs, side, idIn(side, pair)) < seatsFor(input, side, idIn(side, pair)),
        )
        return isOpen ? [pairs, [...pairs, pair]] : [pairs]
      }),
    [[]],
  )

const sideNames = ['mentors', 'mentees'] as const

/** With capacity, word for word as it is defined: see `Capacity`. */
export const everyFullPairing = (input: AllocationInput): Pair[][] => {
  const seats = (side: SideName): number =>
    input[side].reduce((sum, id) => sum + seatsFor(input, side, id), 0)
  const filled = seats('mentors') < seats('mentees') ? 'mentors' : 'mentees'
  const full = everySharing(input).filter((pairs) =>
    input[filled].every((id) => partnersOf(pairs, filled, id) === seatsFor(input, filled, id)),
  )
  const paired = (pairs: Pair[]): number =>
    sideNames.flatMap((side) => input[side].filter((id) => partnersOf(pairs, side, id) > 0)).length
  const most = Math.max(...full.map(paired))
  return withFewestOwn(
    input,
    full.filter((pairs) => paired(pairs) === most),
  )
}
