/**
 * A walk through the complete pairings, for programmes too large and too sparse to count. It is never far from uniform
 * for long, but how long is not proved: what it gives is called approximately uniform, and comes with diagnostics.
 *
 * One step: a place of chance is emptied, and its candidate, the guest, goes without a place. Then the empty place asks
 * for somebody: one of `slots` doors of chance, of which as many lead to a candidate as the place has. Behind a door
 * without a candidate nothing happens. Behind the door of the guest, or of somebody without a place, the place is filled
 * and the step is over. Anybody else leaves their place and comes, and theirs is the empty one.
 *
 * Method: the steps form a symmetric chain: each way from one pairing to another is as likely as the same way back, for
 * both empty one of the places and pass as many doors. Every pairing can be reached from every other, since two
 * pairings differ by cycles and by chains of moves, each of which is a way. So the uniform law is its only stationary
 * law. Tests show both in exact fractions on small instances.
 * Source: after Broder, Proc ACM STOC 1986:50–8, doi:10.1145/12130.12136, and Jerrum and Sinclair, SIAM J Comput
 * 1989;18:1149–78, doi:10.1137/0218077, with the guest kept until the end of the step.
 */
import type { Random } from '../../lib/random.ts'
import { candidatesOf, type Pairing, type PossiblePairs } from './possible-pairs.ts'

export type Chain = {
  /** For each place who fills it now. */
  readonly filledBy: Int32Array
  /** @returns through how many doors the step went */
  readonly step: (random: Random) => number
}

const nowhere = -1

type Asked = { readonly coming: number; readonly guest: number; readonly mayGo: boolean }

/** @param pairing where the walk begins */
export const pairingChain = (possible: PossiblePairs, pairing: Pairing): Chain => {
  const candidates = candidatesOf(possible)
  const slots = candidates.reduce((most, { length }) => Math.max(most, length), 1)
  const placeOf = Int32Array.from(pairing, (place) => place ?? nowhere)
  const filledBy = new Int32Array(possible.places)
  for (const [candidate, place] of pairing.entries()) {
    if (place !== null) filledBy[place] = candidate
  }
  /** Somebody without a place who is not the guest ends the step, and the guest goes without. */
  const mayCome = ({ coming, guest, mayGo }: Asked): boolean =>
    mayGo || coming === guest || placeOf[coming] !== nowhere
  const step = (random: Random): number => {
    let empty = random.below(possible.places)
    const guest = filledBy[empty] ?? nowhere
    const mayGo = possible.mayStayFree[guest] === true
    placeOf[guest] = nowhere
    let doors = 0
    while (empty !== nowhere) {
      doors += 1
      const coming = candidates[empty]?.[random.below(slots)] ?? nowhere
      if (coming === nowhere || !mayCome({ coming, guest, mayGo })) continue
      const left = placeOf[coming] ?? nowhere
      filledBy[empty] = coming
      placeOf[coming] = empty
      empty = left
    }
    return doors
  }
  return { filledBy, step }
}
