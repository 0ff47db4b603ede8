/** Who may open a route: nobody, unless the route names them. */
import type { Kind, Person, Who } from './route.ts'

/** What a person is, in one programme or (null) in the organisation and any of its programmes. */
export const kindsOf = (person: Person, programmeId: string | null): readonly Kind[] => {
  switch (person.kind) {
    case 'visitor':
      return []
    case 'participant':
      return programmeId === null || programmeId === person.programmeId ? [person.role] : []
    case 'staff': {
      if (programmeId !== null && !person.programmeIds.includes(programmeId)) return []
      const inProgrammes = person.programmes
        .filter((programme) => programmeId === null || programme.programmeId === programmeId)
        .flatMap((programme) => programme.roles)
      return [...person.organisationRoles, ...inProgrammes]
    }
  }
}

export const mayEnter = (who: Who, person: Person, programmeId: string | null): boolean => {
  if (who === 'world' || who === 'everyone') return true
  if (who === 'signed_in') return person.kind !== 'visitor'
  return kindsOf(person, programmeId).some((kind) => who.includes(kind))
}
