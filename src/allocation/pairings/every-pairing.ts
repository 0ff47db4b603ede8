/**
 * Every possible pairing by going through everything: slow, without any idea in common with the draw,
 * and therefore what the tests compare the draw with.
 */
import type { AllocationInput, Pair, SupervisorRule } from '../model.ts'

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

export const allowedPairs = ({ willing, supervised, supervisorRule }: AllocationInput): Pair[] =>
  willing.filter((pair) => supervisorRule !== 'forbid' || !has(supervised, pair))

export const everyPairing = (input: AllocationInput): Pair[][] => {
  const size = Math.min(input.mentors.length, input.mentees.length)
  const complete = everyMatching(allowedPairs(input), input.mentors).filter(
    (pairs) => pairs.length === size,
  )
  if (input.supervisorRule !== 'avoid') return complete
  const own = (pairs: Pair[]): number => pairs.filter((pair) => has(input.supervised, pair)).length
  const fewest = Math.min(...complete.map(own))
  return complete.filter((pairs) => own(pairs) === fewest)
}
