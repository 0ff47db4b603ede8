/** The example organisation can be looked at as each kind of person; nowhere else does this switch exist. */
import type { Person } from './route.ts'

/** Emails and ids that the example programme gives to the people one can look as. */
export const views = [
  { value: 'lead-and-researcher', label: 'Programme lead and researcher' },
  { value: 'administrator', label: 'Administrator' },
  { value: 'lead', label: 'Programme lead' },
  { value: 'facilitator', label: 'Facilitator' },
  { value: 'researcher', label: 'Researcher' },
  { value: 'auditor', label: 'Auditor' },
  { value: 'mentor', label: 'Mentor' },
  { value: 'mentee', label: 'Mentee' },
] as const

export type View = (typeof views)[number]['value']

export const viewOf = (person: Person): View => {
  if (person.kind === 'visitor') return 'lead-and-researcher'
  if (person.kind === 'participant') return person.role
  const roles = person.programmes.flatMap((programme) => programme.roles)
  if (roles.length > 1) return 'lead-and-researcher'
  return roles[0] ?? person.organisationRoles[0] ?? 'administrator'
}

export const viewChoices = (person: Person) => ({ current: viewOf(person), choices: views })
