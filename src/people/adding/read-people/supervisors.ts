/** Whom the supervisor column means: a mentee of the same table or of the programme. */
import type { RoleId } from '../../../protocol/model.ts'
import type { KnownPerson, PersonFault, SupervisorOf, WrittenPerson } from './model.ts'
import { folded } from './repeated.ts'

/** Null: which group stands in no known word, which is a fault of its own. */
export type WithRole = { readonly person: WrittenPerson; readonly role: RoleId | null }

type Candidate = { readonly is: SupervisorOf; readonly role: RoleId | null }

type Found = { readonly supervisor: SupervisorOf | null; readonly faults: readonly PersonFault[] }

export type FindSupervisor = (asked: WithRole) => Found

/** A number is looked up first, then an email address, then a name: the sooner, the surer. */
export const supervisorsAmong = (
  written: readonly WithRole[],
  people: readonly KnownPerson[],
): FindSupervisor => {
  const known = people.map((person) => ({
    ...person,
    is: { kind: 'participant', participantId: person.participantId } as const,
  }))
  const inTable = written.map(({ person: { row, cells }, role }) => ({
    ...cells,
    is: { kind: 'row', row } as const,
    role,
  }))
  const ids = known.map(({ participantId, ...rest }) => ({ ...rest, permanentId: participantId }))
  const maps = [
    Map.groupBy<string, Candidate & { permanentId: string | null }>(
      [...known, ...inTable, ...ids],
      ({ permanentId }) => folded(permanentId ?? ''),
    ),
    Map.groupBy([...known, ...inTable], ({ email }) => folded(email ?? '')),
    Map.groupBy([...known, ...inTable], ({ name }) => folded(name)),
  ]
  return (asked) => findIn(maps, asked)
}

const findIn = (
  maps: readonly ReadonlyMap<string, readonly Candidate[]>[],
  { person: { row, cells }, role }: WithRole,
): Found => {
  const text = cells.supervisor
  if (text === '') return { supervisor: null, faults: [] }
  const refused = (kind: SupervisorFault): Found => ({
    supervisor: null,
    faults: [{ kind, row, field: 'supervisor', found: text }],
  })
  if (role === 'mentee') return refused('supervisor_of_mentee')
  const candidates = maps.map((map) => map.get(folded(text))).find((some) => some !== undefined)
  if (candidates === undefined) return refused('supervisor_unknown')
  const [mentee, ...others] = candidates.filter((candidate) => candidate.role !== 'mentor')
  if (mentee === undefined) return refused('supervisor_not_mentee')
  return others.length > 0 ? refused('supervisor_ambiguous') : { supervisor: mentee.is, faults: [] }
}

type SupervisorFault = Extract<PersonFault['kind'], `supervisor_${string}`>
