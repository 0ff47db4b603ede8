/** Decides of written people who is in order, and what is wrong with the others, cell by cell. */
import * as z from 'zod'
import type { CheckedPerson, PersonFault, Surroundings, WrittenPerson } from './model.ts'
import { personFields } from './model.ts'
import { repeatedAmong } from './repeated.ts'
import { roleIn } from './role-words.ts'
import { supervisorsAmong, type WithRole } from './supervisors.ts'

export type CheckedPeople = {
  readonly people: readonly CheckedPerson[]
  /** In the order of the rows, one for a cell at most; with a fault anywhere nobody is taken. */
  readonly faults: readonly PersonFault[]
}

export const checkPeople = (
  written: readonly WrittenPerson[],
  surroundings: Surroundings,
): CheckedPeople => {
  const rows = written.map((person) => ({
    person,
    role: roleIn(person.cells.role, surroundings.roles),
  }))
  const findRepeated = repeatedAmong(written, surroundings)
  const findSupervisor = supervisorsAmong(rows, surroundings.people)
  const checked = rows.map(({ person, role }) => {
    const { supervisor, faults } = findSupervisor({ person, role })
    return {
      person: personOf({ person, role }, supervisor),
      faults: oneForEachCell([...faultsOf(person, role), ...findRepeated(person), ...faults]),
    }
  })
  return {
    people: checked.flatMap(({ person }) => (person === null ? [] : [person])),
    faults: checked.flatMap(({ faults }) => faults),
  }
}

const personOf = (
  { person: { row, cells }, role }: WithRole,
  supervisor: CheckedPerson['supervisor'],
): CheckedPerson | null =>
  role === null
    ? null
    : {
        row,
        role,
        name: cells.name,
        email: cells.email === '' ? null : cells.email,
        permanentId: cells.permanentId === '' ? null : cells.permanentId,
        supervisor,
      }

const oneForEachCell = (faults: readonly PersonFault[]): readonly PersonFault[] =>
  personFields.flatMap((field) => faults.find((fault) => fault.field === field) ?? [])

const faultsOf = (person: WrittenPerson, role: WithRole['role']): readonly PersonFault[] => [
  ...readingFaults(person),
  ...roleFaults(person, role),
  ...nameFaults(person),
  ...emailFaults(person),
]

const mostCharacters = { role: 200, name: 200, email: 254, permanentId: 100, supervisor: 254 }

/** What no keyboard types: control characters, and the mark for a letter that was lost. */
const unreadable = /[\p{Cc}\uFFFD]/u

const readingFaults = ({ row, cells }: WrittenPerson): readonly PersonFault[] =>
  personFields.flatMap((field): readonly PersonFault[] => {
    const [found, most] = [cells[field], mostCharacters[field]]
    if (found.length > most) return [{ kind: 'too_long', row, field, found, most }]
    return unreadable.test(found) ? [{ kind: 'unreadable', row, field, found }] : []
  })

const roleFaults = (
  { row, cells: { role: found } }: WrittenPerson,
  role: WithRole['role'],
): readonly PersonFault[] => {
  if (role !== null) return []
  return [{ kind: found === '' ? 'role_missing' : 'role_unknown', row, field: 'role', found }]
}

const nameFaults = ({ row, cells: { name } }: WrittenPerson): readonly PersonFault[] =>
  name === '' ? [{ kind: 'name_missing', row, field: 'name', found: '' }] : []

const emailAddress = z.email()

const emailFaults = ({ row, cells: { email } }: WrittenPerson): readonly PersonFault[] =>
  email === '' || email.length > mostCharacters.email || emailAddress.safeParse(email).success
    ? []
    : [{ kind: 'email_unfit', row, field: 'email', found: email }]
