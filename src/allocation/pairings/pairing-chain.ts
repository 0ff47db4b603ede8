/**
 * A walk through the ways to take all seats, for programmes too large and too sparse to count. It is never far from
 * uniform for long, but how long is not proved: what it gives is called approximately uniform, and comes with
 * diagnostics.
 *
 * One step: in one of eight steps nothing happens. Else a seat of chance is left, by its sitter, the guest. Then the empty
 * seat asks for somebody: one of those who could take it, of chance, but not who has just left it. Somebody who has as many
 * seats as they can leaves one of them, of chance, for this one, and that is the empty one now. Somebody who could have one
 * more takes the seat, and the step is over. Where sitters share, that is, where some could take more than one seat, those
 * who could have one more toss a coin: to take the seat so, or to leave one of theirs for it. The step is void, and
 * everybody goes back, where nobody else could take the seat, where who tossed has none to leave, or where somebody other
 * than the guest would end the step and the guest cannot do without.
 *
 * Method: the steps form a symmetric chain: each way there is as likely as the same way back. For both leave one of the
 * seats and ask for the same ones, each time with one sitter fewer to choose from; and everybody but the sitter at the end
 * and the guest has as many seats when asked on the way back. Every pairing can be reached from every other: where two
 * differ, seats go from sitter to sitter in rows and rings, each of which is a step, since nobody goes back in them. Some
 * steps do nothing, so that nothing alternates. So the uniform law is its only stationary law. Tests show both in
 * exact fractions on small instances. That nobody goes straight back is what carries a step round a long ring.
 * Source: after Broder, Proc ACM STOC 1986:50–8, doi:10.1145/12130.12136, and Jerrum and Sinclair, SIAM J Comput
 * 1989;18:1149–78, doi:10.1137/0218077, with the guest kept until the end of the step.
 */
import type { Random } from '../../lib/random.ts'
import type { Seats, TakenBy } from './seating.ts'
import { nobody, nowhere, oneSeat, severalSeats, stays, type TakenSeats } from './taken-seats.ts'

export type Chain = {
  /** For each seat who takes it now. */
  readonly takenBy: Int32Array
  /** @returns how many seats were left on the way */
  readonly step: (random: Random) => number
}

/** In one of so many steps nothing happens. */
const oneIn = 8

/** @param start where the walk begins */
export const pairingChain = ({ sitters, takes }: Seats, start: TakenBy): Chain => {
  const isShared = takes.some(({ most }) => most > 1)
  const seats = isShared ? severalSeats(takes, start) : oneSeat(takes, start)
  const way: Way = { seats: [], sitters: [] }
  /** The next empty seat; nowhere: the step is over. */
  const fill = (empty: number, guest: Guest, random: Random): number => {
    const coming = otherThan(way.sitters.at(-1) ?? nobody, sitters[empty] ?? [], random)
    const left = leftFor(coming, guest, random)
    if (left === stays) return goBack(way, seats)
    if (left !== nowhere) goOn(way, seats, left)
    seats.take(coming, empty)
    return left
  }
  const leftFor = (coming: number, guest: Guest, random: Random): number => {
    const left = coming === nobody ? stays : seats.leftBy(coming, random)
    return left === nowhere && !guest.mayGo && coming !== guest.sitter ? stays : left
  }
  const step = (random: Random): number => {
    const drawn = random.below(oneIn * start.length)
    if (drawn < start.length) return 0
    const first = drawn % start.length
    const sitter = seats.takenBy[first] ?? nobody
    const guest = { sitter, mayGo: seats.countOf(sitter) > (takes[sitter]?.least ?? 0) }
    setOut(way, seats, first)
    for (let empty = first; empty !== nowhere; ) empty = fill(empty, guest, random)
    return way.seats.length
  }
  return { takenBy: seats.takenBy, step }
}

type Guest = { readonly sitter: number; readonly mayGo: boolean }

/** The seats that were left within a step, and by whom. */
type Way = { readonly seats: number[]; readonly sitters: number[] }

const setOut = (way: Way, seats: TakenSeats, first: number): void => {
  way.seats.length = 0
  way.sitters.length = 0
  goOn(way, seats, first)
}

const goOn = (way: Way, seats: TakenSeats, left: number): void => {
  way.seats.push(left)
  way.sitters.push(seats.takenBy[left] ?? nobody)
  seats.leave(left)
}

/** Everybody to the seat that they left, the last one first. */
const goBack = ({ seats: left, sitters }: Way, seats: TakenSeats): typeof nowhere => {
  for (let at = left.length - 1; at >= 0; at -= 1) {
    const taken = left[at - 1]
    if (taken !== undefined) seats.leave(taken)
    seats.take(sitters[at] ?? nobody, left[at] ?? nowhere)
  }
  return nowhere
}

/** Each of the others with the same probability; nobody where there is no other. @param gone one of them */
const otherThan = (gone: number, sitters: readonly number[], random: Random): number => {
  if (sitters.length < 2) return nobody
  const drawn = sitters[random.below(sitters.length - 1)] ?? nobody
  return drawn === gone ? (sitters.at(-1) ?? nobody) : drawn
}
