/** Where points from phones come to stand: nothing tells in which order they came. */
import type { Random } from '../../lib/random.ts'
import { placeBetween } from '../board/places.ts'
import type { Note, NoteState } from '../model.ts'

/** A point as somebody sends it. */
export type Point = Pick<NoteState, 'menteeId' | 'domain' | 'text'>

/** In an order of chance, each at a place of chance among the notes of its cell. */
export const placeBatch = (
  points: readonly Point[],
  notes: readonly Note[],
  random: Random,
): readonly NoteState[] => {
  const placed: NoteState[] = []
  for (const point of random.shuffle(points)) {
    const places = [...notes, ...placed].filter((note) => isOfCell(note, point)).map(placeOf)
    placed.push({ ...point, place: placeAmong(places.toSorted(), random) })
  }
  return placed
}

const placeOf = ({ place }: NoteState): string => place

const isOfCell = (note: NoteState, { menteeId, domain }: Point): boolean =>
  note.menteeId === menteeId && note.domain === domain

const wordSize = 2 ** 32

/** Before the first, after the last and between any two: each equally likely. */
const placeAmong = (places: readonly string[], random: Random): string => {
  const gap = random.below(places.length + 1)
  const chance = () => random.below(wordSize) / wordSize
  return placeBetween(places[gap - 1] ?? null, places[gap] ?? null, chance)
}
