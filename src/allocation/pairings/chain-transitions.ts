/**
 * The probability of each step of the chain from one way to take all seats to another, in exact fractions: worked out from
 * the description of a step and not by the program, and therefore what the tests compare the program with.
 */
import { type Fraction, fraction, none, one, plus, solve, times } from './fractions.ts'
import type { Seats } from './seating.ts'

/** For each seat who takes it; null: the empty one. */
type Taken = readonly (number | null)[]

export const keyOf = (taken: Taken): string => taken.map((sitter) => sitter ?? '-').join()

const countOf = (taken: Taken, sitter: number): number =>
  taken.filter((other) => other === sitter).length

/** Every way to take all seats, by going through everything. */
export const everySeating = ({ sitters, takes }: Seats): readonly (readonly number[])[] =>
  sitters
    .reduce<number[][]>(
      (every, some) => every.flatMap((taken) => some.map((sitter) => [...taken, sitter])),
      [[]],
    )
    .filter((taken) =>
      takes.every(({ least, most }, sitter) => {
        const count = countOf(taken, sitter)
        return count >= least && count <= most
      }),
    )

/** A row for each way in the order of `everySeating`, a cell for each that a step can lead to. */
export const transitions = (seats: Seats): readonly (readonly Fraction[])[] => {
  const every = everySeating(seats)
  return every.map((taken) => {
    const shares = taken.map((_, seat) => endsOf(seats, every, { taken, seat }))
    return every.map((_, to) =>
      times(
        fraction(1n, BigInt(seats.sitters.length)),
        shares.map((share) => share[to] ?? none).reduce(plus, none),
      ),
    )
  })
}

type Start = { readonly taken: readonly number[]; readonly seat: number }
/** What happens with which share: on within the step, with another seat empty, or its end. */
type Next = { readonly share: Fraction; readonly taken: Taken }

const isEnd = (taken: Taken): boolean => !taken.includes(null)

const behindDoors = (seats: Seats, guest: Guest, within: Taken): readonly Next[] => {
  const empty = within.indexOf(null)
  const open = seats.sitters[empty] ?? []
  const slots = Math.max(...seats.sitters.map(({ length }) => length))
  const door = fraction(1n, BigInt(slots))
  return Array.from({ length: slots }, (_, slot) => open[slot]).flatMap((coming) =>
    coming === undefined
      ? [{ share: door, taken: within }]
      : behindDoor(seats, guest, { within, coming }).map(({ share, taken }) => ({
          share: times(door, share),
          taken,
        })),
  )
}

type Guest = { readonly sitter: number; readonly mayGo: boolean }
type Door = { readonly within: Taken; readonly coming: number }

const behindDoor = ({ takes }: Seats, guest: Guest, { within, coming }: Door): readonly Next[] => {
  const empty = within.indexOf(null)
  const filled = within.with(empty, coming)
  const hasRoom = countOf(within, coming) < (takes[coming]?.most ?? 0)
  const mayEnd = guest.mayGo || guest.sitter === coming
  const ending = [{ share: one, taken: mayEnd ? filled : within }]
  const own = within.flatMap((sitter, seat) => (sitter === coming ? [seat] : []))
  const going = own.map((seat) => ({
    share: fraction(1n, BigInt(own.length)),
    taken: filled.with(seat, null),
  }))
  const leaving = own.length === 0 ? [{ share: one, taken: within }] : going
  if (!hasRoom) return leaving
  if (takes.every(({ most }) => most <= 1)) return ending
  const half = fraction(1n, 2n)
  return [...ending, ...leaving].map((next) => ({ ...next, share: times(half, next.share) }))
}

/** With which probability a step that empties this seat ends at each way. */
const endsOf = (
  seats: Seats,
  every: readonly Taken[],
  { taken, seat }: Start,
): readonly Fraction[] => {
  const sitter = taken[seat] ?? 0
  const guest = { sitter, mayGo: countOf(taken, sitter) > (seats.takes[sitter]?.least ?? 0) }
  const first: Taken = taken.map((other, at) => (at === seat ? null : other))
  const reached = new Map([[keyOf(first), first]])
  // A map also visits what is added while it is walked.
  for (const within of reached.values()) {
    for (const next of behindDoors(seats, guest, within))
      if (!isEnd(next.taken)) reached.set(keyOf(next.taken), next.taken)
  }
  const states = [...reached.values()].map((within) => behindDoors(seats, guest, within))
  const shareOf = (behind: readonly Next[], key: string): Fraction =>
    behind
      .filter((next) => keyOf(next.taken) === key)
      .reduce((sum, { share }) => plus(sum, share), none)
  const weights = states.map((behind) => [...reached.keys()].map((key) => shareOf(behind, key)))
  const known = states.map((behind) => every.map((end) => shareOf(behind, keyOf(end))))
  return solve(weights, known)[0] ?? []
}
