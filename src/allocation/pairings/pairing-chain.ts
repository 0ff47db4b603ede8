/**
 * A walk through the ways to take all seats, for programmes too large and too sparse to count. It is never far from
 * uniform for long, but how long is not proved: what it gives is called approximately uniform, and comes with
 * diagnostics.
 *
 * One step: a seat of chance is left, by its sitter, the guest. Then the empty seat asks for somebody: one of `slots`
 * doors of chance, of which as many lead to a sitter as could take the seat. Behind a door without a sitter nothing
 * happens. Somebody who has as many seats as they can leaves one of them, of chance, for this one, and that is the empty
 * one now. Somebody who could have one more takes the seat, and the step is over: unless the guest cannot do without,
 * and they are not the guest; then nothing happens. Where sitters share, that is, where some could take more than one
 * seat, those who could have one more toss a coin: to take the seat so, or to leave one of theirs for it, if they have any.
 *
 * Method: the steps form a symmetric chain: each way there is as likely as the same way back. For both leave one of the
 * seats and ask for the same ones, in turn; and everybody but the sitter at the end and the guest has as many seats when
 * asked on the way back. Every pairing can be reached from every other: where two differ, seats go from sitter to sitter
 * in rows and rings, each of which is a step. So the uniform law is its only stationary law. Tests show both in exact
 * fractions on small instances.
 * Source: after Broder, Proc ACM STOC 1986:50–8, doi:10.1145/12130.12136, and Jerrum and Sinclair, SIAM J Comput
 * 1989;18:1149–78, doi:10.1137/0218077, with the guest kept until the end of the step.
 */
import type { Random } from '../../lib/random.ts'
import type { Seats, TakenBy } from './seating.ts'
import { nobody, nowhere, oneSeat, severalSeats, stays } from './taken-seats.ts'

export type Chain = {
  /** For each seat who takes it now. */
  readonly takenBy: Int32Array
  /** @returns through how many doors the step went */
  readonly step: (random: Random) => number
}

/** @param start where the walk begins */
export const pairingChain = ({ sitters, takes }: Seats, start: TakenBy): Chain => {
  const slots = sitters.reduce((longest, { length }) => Math.max(longest, length), 1)
  const isShared = takes.some(({ most }) => most > 1)
  const seats = isShared ? severalSeats(takes, start) : oneSeat(takes, start)
  const leftFor = (coming: number, mayEnd: boolean, random: Random): number => {
    const left = coming === nobody ? stays : seats.leftBy(coming, random)
    return left === nowhere && !mayEnd ? stays : left
  }
  const change = (coming: number, empty: number, left: number): number => {
    if (left !== nowhere) seats.leave(left)
    seats.take(coming, empty)
    return left
  }
  const step = (random: Random): number => {
    let empty = random.below(start.length)
    const guest = seats.takenBy[empty] ?? nobody
    const mayGo = seats.countOf(guest) > (takes[guest]?.least ?? 0)
    seats.leave(empty)
    let doors = 0
    while (empty !== nowhere) {
      doors += 1
      const coming = sitters[empty]?.[random.below(slots)] ?? nobody
      const left = leftFor(coming, mayGo || coming === guest, random)
      if (left !== stays) empty = change(coming, empty, left)
    }
    return doors
  }
  return { takenBy: seats.takenBy, step }
}
