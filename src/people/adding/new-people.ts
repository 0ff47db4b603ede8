/** People who are in order, as the rows that stand for them: by name, and under their pseudonyms. */
import type { Random } from '../../lib/random.ts'
import { type Key, respondentOf } from '../../platform/keys.ts'
import type { Supervision } from '../model.ts'
import type { NewPeople } from '../store.ts'
import type { CheckedPerson } from './read-people/model.ts'
import { drawCodes } from './respondent-codes.ts'

type Chance = { readonly random: Random; readonly newId: () => string }

type Wanted = {
  readonly people: readonly CheckedPerson[]
  readonly programmeKey: Key
  readonly takenCodes: readonly string[]
}

/** Respondents stand in the order of their pseudonyms: nothing tells whose each is, not even where it stands. */
export const newPeople = (
  { people, programmeKey, takenCodes }: Wanted,
  { random, newId }: Chance,
): NewPeople => {
  const ids = new Map(people.map(({ row }) => [row, newId()]))
  const idOf = (row: number): string => {
    const id = ids.get(row)
    if (id === undefined)
      throw new Error(`A person was checked against row ${row}, which is not there.`)
    return id
  }
  const respondents = people
    .map(({ row, role }) => ({ respondent: respondentOf(programmeKey, idOf(row)), role }))
    .toSorted((one, other) => (one.respondent < other.respondent ? -1 : 1))
  const codes = drawCodes(
    respondents.map(({ role }) => role),
    takenCodes,
    random,
  )
  return {
    participants: people.map(({ row, supervisor: _, ...person }) => ({
      ...person,
      participantId: idOf(row),
      state: 'invited',
      leftAfterPhase: null,
    })),
    supervisions: people.flatMap((person) => supervisionOf(person, idOf)),
    respondents: respondents.map((respondent, place) => ({
      ...respondent,
      code: codes[place] ?? '',
    })),
    characteristics: [],
  }
}

const supervisionOf = (
  { row, supervisor }: CheckedPerson,
  idOf: (row: number) => string,
): readonly Supervision[] => {
  if (supervisor === null) return []
  const menteeId = supervisor.kind === 'row' ? idOf(supervisor.row) : supervisor.participantId
  return [{ mentorId: idOf(row), menteeId }]
}
