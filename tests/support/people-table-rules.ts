/** What must hold of every outcome of reading a table of people. */
import type { Result } from '../../src/lib/result.ts'
import type {
  CheckedPerson,
  ReadTable,
  TableProblem,
} from '../../src/people/adding/read-people/model.ts'
import { mostPeople } from '../../src/people/adding/read-people/read-rows.ts'
import {
  sentenceOfTableFault,
  sentenceOfTableProblem,
} from '../../src/people/adding/read-people/sentences.ts'
import { sheffield } from './protocols.ts'

/** Each way in which an outcome is not as it must be; none for what is in order. */
export const breachesOf = (outcome: Result<ReadTable, TableProblem>): readonly string[] =>
  outcome.ok ? breachesOfPeople(outcome.value.people) : breachesOfProblem(outcome.problem)

const breachesOfPeople = (people: readonly CheckedPerson[]): readonly string[] => {
  const mentees = new Set(people.flatMap(({ row, role }) => (role === 'mentee' ? [row] : [])))
  return [
    ...(people.length === 0 || people.length > mostPeople ? [`${people.length} people`] : []),
    ...repeated(people.map(({ permanentId }) => permanentId)),
    ...repeated(people.map(({ email }) => email)),
    ...people
      .filter((person) => !isInOrder(person))
      .map(({ row }) => `row ${row}: name or address`),
    ...people
      .filter((person) => !isSupervised(person, mentees))
      .map(({ row }) => `row ${row}: supervisor`),
  ]
}

const isInOrder = ({ name, email }: CheckedPerson): boolean =>
  /^\S(?:.*\S)?$/su.test(name) &&
  !/\p{Cc}/u.test(name) &&
  (email === null || /^[^\s@]+@[^\s@]+$/.test(email))

/** By nobody, or, if a mentor, by a mentee of the same table. */
const isSupervised = ({ role, supervisor }: CheckedPerson, mentees: ReadonlySet<number>): boolean =>
  supervisor === null ||
  (role === 'mentor' && supervisor.kind === 'row' && mentees.has(supervisor.row))

const repeated = (marks: readonly (string | null)[]): readonly string[] => {
  const known = marks.flatMap((mark) => (mark === null ? [] : [mark.toLowerCase()]))
  return known
    .filter((mark, place) => known.indexOf(mark) !== place)
    .map((mark) => `twice: ${mark}`)
}

const breachesOfProblem = (problem: TableProblem): readonly string[] => {
  const faults = problem.kind === 'people_table.faulty' ? problem.faults : []
  const total = problem.kind === 'people_table.faulty' ? problem.total : 0
  const sentences = [
    sentenceOfTableProblem(problem),
    ...faults.map((fault) => sentenceOfTableFault(fault, sheffield.roles)),
  ]
  return [
    ...sentences.filter((sentence) => sentence.length < 10 || sentence.includes('undefined')),
    ...(problem.kind === 'people_table.faulty' && faults.length === 0 ? ['no fault is named'] : []),
    ...(total < faults.length ? ['more faults are named than counted'] : []),
    ...faults.flatMap(({ row, kind }) => (row >= 1 ? [] : [`${kind} in row ${row}`])),
  ]
}
