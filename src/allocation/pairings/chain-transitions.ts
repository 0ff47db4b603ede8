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
  const idle = fraction(1n, 8n)
  const each = fraction(7n, 8n * BigInt(seats.sitters.length))
  return every.map((taken, from) => {
    const shares = taken.map((_, seat) => endsOf(seats, every, { taken, seat }))
    return every.map((_, to) => {
      const led = times(each, shares.map((share) => share[to] ?? none).reduce(plus, none))
      return to === from ? plus(idle, led) : led
    })
  })
}

type Start = { readonly taken: readonly number[]; readonly seat: number }
/** Within a step: one seat is empty, which `gone` has left. */
type Within = { readonly taken: Taken; readonly gone: number }
/** What happens with which share: on within the step, or its end, where no seat is empty. */
type Next = Within & { readonly share: Fraction }

const isEnd = ({ taken }: Within): boolean => !taken.includes(null)
const nameOf = ({ taken, gone }: Within): string => `${keyOf(taken)} without ${gone}`

const nextOf = (seats: Seats, start: Start, within: Within): readonly Next[] => {
  const empty = within.taken.indexOf(null)
  const others = (seats.sitters[empty] ?? []).filter((sitter) => sitter !== within.gone)
  if (others.length === 0) return [voidOf(start)]
  const each = fraction(1n, BigInt(others.length))
  return others.flatMap((coming) =>
    whoComes(seats, start, { within: within.taken, coming }).map((next) => ({
      ...next,
      share: times(each, next.share),
    })),
  )
}

const voidOf = ({ taken }: Start): Next => ({ share: one, taken, gone: nobody })
const nobody = -1

type Coming = { readonly within: Taken; readonly coming: number }

const whoComes = (seats: Seats, start: Start, { within, coming }: Coming): readonly Next[] => {
  const { takes } = seats
  const filled = within.with(within.indexOf(null), coming)
  const hasRoom = countOf(within, coming) < (takes[coming]?.most ?? 0)
  const own = within.flatMap((sitter, seat) => (sitter === coming ? [seat] : []))
  const going = own.map((seat) => ({
    share: fraction(1n, BigInt(own.length)),
    taken: filled.with(seat, null),
    gone: coming,
  }))
  const leaving = own.length === 0 ? [voidOf(start)] : going
  if (!hasRoom) return leaving
  const ending = mayEnd(seats, start, coming)
    ? { share: one, taken: filled, gone: nobody }
    : voidOf(start)
  if (takes.every(({ most }) => most <= 1)) return [ending]
  const half = fraction(1n, 2n)
  return [ending, ...leaving].map((next) => ({ ...next, share: times(half, next.share) }))
}

const mayEnd = ({ takes }: Seats, { taken, seat }: Start, coming: number): boolean => {
  const guest = taken[seat] ?? nobody
  return coming === guest || countOf(taken, guest) > (takes[guest]?.least ?? 0)
}

/** With which probability a step that empties this seat ends at each way. */
const endsOf = (seats: Seats, every: readonly Taken[], start: Start): readonly Fraction[] => {
  const { taken, seat } = start
  const first: Within = {
    taken: taken.map((other, at) => (at === seat ? null : other)),
    gone: taken[seat] ?? nobody,
  }
  const reached = new Map([[nameOf(first), first]])
  // A map also visits what is added while it is walked.
  for (const within of reached.values()) {
    for (const next of nextOf(seats, start, within))
      if (!isEnd(next)) reached.set(nameOf(next), next)
  }
  const behind = [...reached.values()].map((within) => nextOf(seats, start, within))
  const shareOf = (nexts: readonly Next[], isMeant: (next: Next) => boolean): Fraction =>
    nexts.filter(isMeant).reduce((sum, { share }) => plus(sum, share), none)
  const weights = behind.map((nexts) =>
    [...reached.keys()].map((name) =>
      shareOf(nexts, (next) => !isEnd(next) && nameOf(next) === name),
    ),
  )
  const known = behind.map((nexts) =>
    every.map((end) => shareOf(nexts, (next) => isEnd(next) && keyOf(next.taken) === keyOf(end))),
  )
  return solve(weights, known)[0] ?? []
}
