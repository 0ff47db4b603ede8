/** What scores, answers and comments have in common: who answered, in which role, at which stage. */
import { type RoleId, roleIds } from '../../../protocol/model.ts'
import { inQuotes, oneOf, type People, participantOf } from './cells.ts'
import type { ProtocolIndex } from './protocol-index.ts'
import type { Cells } from './table.ts'

/** What a row is checked against. `people` is null when participants.csv could not be read. */
export type Known = { readonly protocol: ProtocolIndex; readonly people: People | null }

export type Answering = {
  readonly participant: string
  readonly role: RoleId
  readonly stage: number
}

export const readAnswering = (cells: Cells, known: Known): Answering | null => {
  const participant = participantOf(cells, 'participant', known.people)
  const role = oneOf(cells, 'role', roleIds)
  const stage = oneOf(cells, 'stage', known.protocol.stages)
  if (participant === null || role === null || stage === null) return null
  const actual = known.people?.get(participant) ?? role
  if (actual !== role) {
    return cells.wrong('role', `${inQuotes(participant)} is a ${actual} in the participants file`)
  }
  return { participant, role, stage: Number(stage) }
}

/**
 * Finds the second of two rows for the same thing. `key` names the thing, its parts set apart by line
 * breaks; `what` ends the sentence `row 7 already has …`.
 */
export const onceOnly = (what: string) => {
  const rows = new Map<string, number>()
  return (cells: Cells, column: string, key: string): boolean => {
    const earlier = rows.get(key)
    if (earlier === undefined) {
      rows.set(key, cells.row)
      return true
    }
    cells.wrong(column, `row ${earlier} already has ${what}; keep one of the two rows`)
    return false
  }
}
