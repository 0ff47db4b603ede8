/** Whether somebody is in the table twice, or in the programme already, or runs it. */
import type { PersonFault, Surroundings, WrittenPerson } from './model.ts'

/** By these people are told apart; capitals and small letters are the same. */
const marks = ['permanentId', 'email'] as const

export type FindRepeated = (person: WrittenPerson) => readonly PersonFault[]

export const repeatedAmong = (
  written: readonly WrittenPerson[],
  { people, organisers }: Surroundings,
): FindRepeated => {
  const runs = new Set(organisers.map(folded))
  const finders = [...marks, 'name' as const].map((field) => ({
    field,
    rows: firstRows(written.map(({ row, cells }) => [cells[field], row])),
    known: new Map(people.map((person) => [folded(person[field] ?? ''), person.name])),
  }))
  return (person) => [
    ...organiserFault(person, runs),
    ...finders.flatMap((finder) =>
      finder.field === 'name' && isMarked(person) ? [] : faultBy(finder, person),
    ),
  ]
}

export const folded = (text: string): string => text.toLowerCase()

/** A name may be that of two people, if something else tells them apart. */
const isMarked = ({ cells }: WrittenPerson): boolean => marks.some((mark) => cells[mark] !== '')

const firstRows = (
  entries: readonly (readonly [string, number])[],
): ReadonlyMap<string, number> => {
  const rows = new Map<string, number>()
  for (const [text, row] of entries) {
    if (!rows.has(folded(text))) rows.set(folded(text), row)
  }
  return rows
}

type Finder = {
  readonly field: 'permanentId' | 'email' | 'name'
  readonly rows: ReadonlyMap<string, number>
  readonly known: ReadonlyMap<string, string>
}

const faultBy = (
  { field, rows, known }: Finder,
  { row, cells }: WrittenPerson,
): readonly PersonFault[] => {
  const found = cells[field]
  if (found === '') return []
  const by = known.get(folded(found))
  if (by !== undefined) return [{ kind: 'taken', row, field, found, by }]
  const firstRow = rows.get(folded(found)) ?? row
  return firstRow === row ? [] : [{ kind: 'repeated', row, field, found, firstRow }]
}

const organiserFault = (
  { row, cells: { email } }: WrittenPerson,
  runs: ReadonlySet<string>,
): readonly PersonFault[] =>
  runs.has(folded(email)) ? [{ kind: 'email_of_organiser', row, field: 'email', found: email }] : []
