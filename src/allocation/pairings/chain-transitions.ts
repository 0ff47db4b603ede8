/**
 * The probability of each step of the chain from one pairing to another, in exact fractions: worked out from the
 * description of a step and not by the program, and therefore what the tests compare the program with.
 */
import { countPairings } from './count-pairings.ts'
import { type Fraction, fraction, none, plus, solve, times } from './fractions.ts'
import { candidatesOf, type Pairing, type PossiblePairs } from './possible-pairs.ts'

export const everyOne = (possible: PossiblePairs): readonly Pairing[] => {
  const { count, pairingAt } = countPairings(possible)
  return Array.from({ length: Number(count) }, (_, number) => pairingAt(BigInt(number)))
}

export const keyOf = (pairing: Pairing): string => pairing.map((place) => place ?? '-').join()

/** A row for each pairing in the order of `everyOne`, a cell for each that a step can lead to. */
export const transitions = (possible: PossiblePairs): readonly (readonly Fraction[])[] => {
  const every = everyOne(possible)
  const doors = doorsOf(possible)
  return every.map((pairing) => {
    const emptied = pairing.flatMap((place, guest) => (place === null ? [] : [{ guest, place }]))
    const shares = emptied.map((start) => endsOf(every, doors, { pairing, ...start }))
    return every.map((_, to) =>
      times(
        fraction(1n, BigInt(possible.places)),
        shares.map((share) => share[to] ?? none).reduce(plus, none),
      ),
    )
  })
}

type Doors = {
  readonly candidates: readonly (readonly number[])[]
  readonly slots: number
  readonly mayStayFree: readonly boolean[]
}

const doorsOf = (possible: PossiblePairs): Doors => {
  const candidates = candidatesOf(possible)
  const slots = Math.max(...candidates.map(({ length }) => length))
  return { candidates, slots, mayStayFree: possible.mayStayFree }
}

/** Somewhere within a step: who sits where without the guest, and which place is empty. */
type Within = { readonly at: Pairing; readonly empty: number }
type Start = { readonly pairing: Pairing; readonly guest: number; readonly place: number }
/** Behind one door: somewhere else within the step, or its end. */
type Behind = { readonly within: Within } | { readonly end: Pairing }

const behindDoors = (doors: Doors, guest: number, { at, empty }: Within): readonly Behind[] => {
  const open = doors.candidates[empty] ?? []
  return Array.from({ length: doors.slots }, (_, slot) => {
    const coming = open[slot]
    if (coming === undefined) return { within: { at, empty } }
    const left = at[coming] ?? null
    if (left !== null) return { within: { at: at.with(coming, empty), empty: left } }
    const mayEnd = coming === guest || doors.mayStayFree[guest] === true
    return mayEnd ? { end: at.with(coming, empty) } : { within: { at, empty } }
  })
}

/** With which probability a step that empties this place ends at each pairing. */
const endsOf = (every: readonly Pairing[], doors: Doors, start: Start): readonly Fraction[] => {
  const { pairing, guest, place } = start
  const first: Within = { at: pairing.with(guest, null), empty: place }
  const reached = new Map([[keyOf(first.at), first]])
  // A map also visits what is added while it is walked.
  for (const within of reached.values()) {
    for (const behind of behindDoors(doors, guest, within))
      if ('within' in behind) reached.set(keyOf(behind.within.at), behind.within)
  }
  const states = [...reached.values()]
  const door = fraction(1n, BigInt(doors.slots))
  const shareOf = (within: Within, leadsThere: (behind: Behind) => boolean): Fraction =>
    times(fraction(BigInt(behindDoors(doors, guest, within).filter(leadsThere).length), 1n), door)
  const weights = states.map((within) =>
    [...reached.keys()].map((key) =>
      shareOf(within, (behind) => 'within' in behind && keyOf(behind.within.at) === key),
    ),
  )
  const known = states.map((within) =>
    every.map((end) =>
      shareOf(within, (behind) => 'end' in behind && keyOf(behind.end) === keyOf(end)),
    ),
  )
  return solve(weights, known)[0] ?? []
}
