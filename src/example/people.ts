/** The people of the example programme. They are invented; their codes are those of the study folder. */
import type { OrganisationRole } from '../organisations/model.ts'
import type { ProgrammeRole } from '../protocol/model.ts'

export const organisationName = 'Example Teaching Hospital'
export const programmeName = 'Reverse mentoring in gastroenterology'

/** Names by code; whoever is not listed keeps the code as name. */
export const participantNames: Readonly<Record<string, string>> = {
  M1: 'Dr Tom Ashworth',
  M2: 'Dr Imran Malik',
  M3: 'Dr Chloe Bennett',
  M4: 'Dr Rohan Desai',
  M5: 'Dr Peter Okafor',
  M6: 'Dr Sarah Lindqvist',
  C1: 'Dr Daniel Hughes',
  C2: 'Dr Sanjay Kapoor',
  C3: 'Dr Helen Marsh',
  C4: 'Dr Andrew Sinclair',
  C5: 'Dr Robert Whitfield',
}

export type ExampleStaff = {
  /** Also the name of the view of this person. */
  readonly view: string
  readonly name: string
  readonly organisationRoles: readonly OrganisationRole[]
  readonly programmeRoles: readonly ProgrammeRole[]
}

const staffOf = (
  view: string,
  name: string,
  roles: Partial<Pick<ExampleStaff, 'organisationRoles' | 'programmeRoles'>>,
): ExampleStaff => ({ view, name, organisationRoles: [], programmeRoles: [], ...roles })

export const staff: readonly ExampleStaff[] = [
  staffOf('lead-and-researcher', 'Dr Nadia Rahman', { programmeRoles: ['lead', 'researcher'] }),
  staffOf('administrator', 'Joan Pickering', { organisationRoles: ['administrator'] }),
  staffOf('lead', 'Dr Michael Osei', { programmeRoles: ['lead'] }),
  staffOf('facilitator', 'Fiona Grant', { programmeRoles: ['facilitator'] }),
  staffOf('researcher', 'Dr Elin Price', { programmeRoles: ['researcher'] }),
  staffOf('auditor', 'Graham Stone', { organisationRoles: ['auditor'] }),
]

export const emailOf = (view: string): string => `${view}@hospital.example`
