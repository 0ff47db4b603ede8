/** Who has which seats, for quick changes during a walk. */
import type { Random } from '../../lib/random.ts'
import type { Takes } from './possible-pairs.ts'
import type { TakenBy } from './seating.ts'

export const nobody = -1
/** Instead of a seat: one is taken besides, none is left. */
export const nowhere = -1
/** Instead of a seat: nothing is taken or left. */
export const stays = -2

export type TakenSeats = {
  /** For each seat who has it, or had it before it was left. */
  readonly takenBy: Int32Array
  readonly countOf: (sitter: number) => number
  readonly take: (sitter: number, seat: number) => void
  readonly leave: (seat: number) => void
  /** The seat that somebody would leave for another one. */
  readonly leftBy: (sitter: number, random: Random) => number
}

/** Where nobody takes more than one: who has a seat leaves it, who has none takes one besides. */
export const oneSeat = (takes: readonly Takes[], start: TakenBy): TakenSeats => {
  const takenBy = Int32Array.from(start)
  const seatOf = new Int32Array(takes.length).fill(nowhere)
  for (const [seat, sitter] of takenBy.entries()) seatOf[sitter] = seat
  return {
    takenBy,
    countOf: (sitter) => (seatOf[sitter] === nowhere ? 0 : 1),
    take: (sitter, seat) => {
      seatOf[sitter] = seat
      takenBy[seat] = sitter
    },
    leave: (seat) => {
      seatOf[takenBy[seat] ?? nobody] = nowhere
    },
    leftBy: (sitter) => seatOf[sitter] ?? nowhere,
  }
}

/** Where some may take several: who could have one more tosses a coin; a seat that is left is one of chance. */
export const severalSeats = (takes: readonly Takes[], start: TakenBy): TakenSeats => {
  const takenBy = Int32Array.from(start)
  const seatsOf: number[][] = takes.map(() => [])
  for (const [seat, sitter] of takenBy.entries()) seatsOf[sitter]?.push(seat)
  const none: readonly number[] = []
  return {
    takenBy,
    countOf: (sitter) => seatsOf[sitter]?.length ?? 0,
    take: (sitter, seat) => {
      seatsOf[sitter]?.push(seat)
      takenBy[seat] = sitter
    },
    leave: (seat) => {
      const own = seatsOf[takenBy[seat] ?? nobody] ?? []
      own.splice(own.indexOf(seat), 1)
    },
    leftBy: (sitter, random) => {
      const own = seatsOf[sitter] ?? none
      const hasRoom = own.length < (takes[sitter]?.most ?? 0)
      if (hasRoom && random.below(2) === 0) return nowhere
      return own.length === 0 ? stays : (own[random.below(own.length)] ?? stays)
    },
  }
}
