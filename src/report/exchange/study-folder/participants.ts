import {
  type Characteristic,
  type Protocol,
  type RoleId,
  roleIds,
} from '../../../protocol/model.ts'
import type { StudyParticipant } from '../../study.ts'
import { onceOnly } from './answering.ts'
import { filled, inQuotes, isNumber, oneOf, type People, personInRole } from './cells.ts'
import { indexProtocol } from './protocol-index.ts'
import type { Cells, Table } from './table.ts'

export const participantColumns = ['participant', 'role', 'supervisor', 'left_after_phase'] as const

/** Everyone named, in whatever role can be read: the other files are checked against them. */
export const readPeople = (table: Table): People =>
  new Map(table.read((cells) => [cells.at('participant'), roleIn(cells)] as const))

const roleIn = (cells: Cells): RoleId | null =>
  roleIds.find((role) => role === cells.at('role')) ?? null

export const readParticipants = (
  table: Table,
  protocol: Protocol,
  people: People,
): readonly StudyParticipant[] => {
  const phases = indexProtocol(protocol).phases
  const isNew = onceOnly('this participant')
  return table.read((cells) => {
    const participant = filled(cells, 'participant')
    const role = oneOf(cells, 'role', roleIds)
    const supervisor = readSupervisor(cells, people)
    const leftAfterPhase = readPhase(cells, phases)
    if (participant === null || role === null) return null
    const characteristics = readCharacteristics(cells, role, protocol.characteristics)
    if (!isNew(cells, 'participant', participant)) return null
    return { participant, role, supervisor, leftAfterPhase, characteristics }
  })
}

/** Mentors are supervised by mentees (the juniors mentor their seniors), mentees by nobody here. */
const readSupervisor = (cells: Cells, people: People): string | null => {
  if (cells.at('supervisor') === '') return null
  if (cells.at('role') === 'mentee') {
    return cells.wrong('supervisor', 'only a mentor has a supervisor here; empty the cell')
  }
  return personInRole(cells, 'supervisor', { people, role: 'mentee' })
}

const readPhase = (cells: Cells, phases: readonly string[]): number | null => {
  if (cells.at('left_after_phase') === '') return null
  // 0: agreed, and left before the first phase.
  const phase = oneOf(cells, 'left_after_phase', ['0', ...phases])
  return phase === null ? null : Number(phase)
}

const readCharacteristics = (
  cells: Cells,
  role: RoleId,
  characteristics: readonly Characteristic[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    characteristics
      .filter((characteristic) => cells.at(characteristic.id) !== '')
      .filter((characteristic) => isCharacteristicRight(cells, role, characteristic))
      .map(({ id }) => [id, cells.at(id)]),
  )

const isCharacteristicRight = (
  cells: Cells,
  role: RoleId,
  characteristic: Characteristic,
): boolean => {
  const { id } = characteristic
  if (!characteristic.roles.includes(role)) {
    cells.wrong(id, `this is not asked of a ${role}; empty the cell`)
    return false
  }
  if (characteristic.kind === 'choice') {
    const options = characteristic.options.map((option) => option.value)
    return oneOf(cells, id, options) !== null
  }
  if (isNumber(cells.at(id))) return true
  cells.wrong(id, `${inQuotes(cells.at(id))} is not a number; write it such as 30 or 37.5`)
  return false
}
