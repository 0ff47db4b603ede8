/** Files that name a mentor and a mentee: willingness and sessions. */
import { type SessionMode, sessionModes } from '../../../sessions/store.ts'
import type { StudySession, Willingness } from '../../study.ts'
import { onceOnly } from './answering.ts'
import { decimalNumber, filled, oneOf, type People, personInRole } from './cells.ts'
import type { Cells, Table } from './table.ts'

export const willingnessColumns = ['mentor', 'mentee', 'willing'] as const
export const sessionColumns = ['pair', 'mentor', 'mentee', 'duration_min', 'mode'] as const
/** Not in folders from before it was recorded, and left out where no session has one. */
export const optionalSessionColumns = ['mode'] as const

type Pair = { readonly mentor: string; readonly mentee: string }

const readPair = (cells: Cells, people: People | null): Pair | null => {
  const mentor = personInRole(cells, 'mentor', { people, role: 'mentor' })
  const mentee = personInRole(cells, 'mentee', { people, role: 'mentee' })
  return mentor === null || mentee === null ? null : { mentor, mentee }
}

export const readWillingness = (table: Table, people: People | null): readonly Willingness[] => {
  const isNew = onceOnly('the answer of this mentor about this mentee')
  return table.read((cells) => {
    const pair = readPair(cells, people)
    const willing = oneOf(cells, 'willing', ['1', '0'])
    if (pair === null || !isNew(cells, 'willing', `${pair.mentor}\n${pair.mentee}`)) return null
    return willing === null ? null : { ...pair, isWilling: willing === '1' }
  })
}

/** A pair may have several sessions, but stays the same two people. */
export const readSessions = (table: Table, people: People | null): readonly StudySession[] => {
  const pairs = new Map<string, Pair & { readonly row: number }>()
  return table.read((cells) => {
    const pair = filled(cells, 'pair')
    const both = readPair(cells, people)
    const durationMinutes = readDuration(cells)
    const mode = readMode(cells)
    if (pair === null || both === null || durationMinutes === 'wrong' || mode === 'wrong')
      return null
    const earlier = pairs.get(pair)
    if (earlier === undefined) pairs.set(pair, { ...both, row: cells.row })
    if (earlier !== undefined && !isSamePair(earlier, both)) {
      return cells.wrong('pair', `row ${earlier.row} has other people in this pair`)
    }
    return { pair, ...both, durationMinutes, mode }
  })
}

const isSamePair = (one: Pair, other: Pair): boolean =>
  one.mentor === other.mentor && one.mentee === other.mentee

const readMode = (cells: Cells): SessionMode | null | 'wrong' =>
  cells.at('mode') === '' ? null : (oneOf(cells, 'mode', sessionModes) ?? 'wrong')

/** An empty cell is a session that was not held or not timed. */
const readDuration = (cells: Cells): number | null | 'wrong' => {
  if (cells.at('duration_min') === '') return null
  const minutes = decimalNumber(cells, 'duration_min')
  if (minutes === null) return 'wrong'
  if (minutes > 0) return minutes
  cells.wrong(
    'duration_min',
    'a session takes more than 0 minutes; leave it empty if it was not held',
  )
  return 'wrong'
}
