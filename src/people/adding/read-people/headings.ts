/** Which column holds what, by its heading. */
import { fail, ok, type Result } from '../../../lib/result.ts'
import { type PersonField, personFields, type TableProblem, type WrittenPerson } from './model.ts'

const numbersOf = ['staff', 'employee', 'gmc', 'esr', 'assignment', 'payroll', 'personnel']
const supervisors = ['supervisor', 'clinicalsupervisor', 'educationalsupervisor']
const supervisorBy = ['', 's', 'id', 'permanentid', 'name', 'email', 'staffnumber', 'gmcnumber']

/** Headings that hospitals use, as `simplified` writes them. A name may stand in one column or in two. */
const wordings = {
  role: ['role', 'group', 'type', 'mentormentee', 'mentorormentee', 'programmerole'],
  name: ['name', 'names', 'fullname', 'participant', 'participantname', 'displayname', 'person'],
  firstName: ['firstname', 'first', 'givenname', 'givennames', 'forename', 'forenames'],
  lastName: ['lastname', 'last', 'surname', 'familyname'],
  email: ['email', 'emailaddress', 'emails', 'mail', 'workemail', 'workemailaddress', 'nhsmail'],
  permanentId: [
    ...['permanentid', 'permanentnumber', 'gmc', 'esr', 'gmcreference', 'gmcreferencenumber'],
    ...numbersOf.flatMap((of) => [`${of}number`, `${of}no`, `${of}id`]),
  ],
  supervisor: [
    'supervisedby',
    ...supervisors.flatMap((of) => supervisorBy.flatMap((by) => [`${of}${by}`, `${of}s${by}`])),
  ],
} as const satisfies Readonly<Record<PersonField | 'firstName' | 'lastName', readonly string[]>>

type Meaning = keyof typeof wordings

const meanings: readonly Meaning[] = [...personFields, 'firstName', 'lastName']

const longestHeading = 100

/** `E-mail address (work)` → `emailaddress`: what stands in brackets explains the heading. */
const simplified = (heading: string): string =>
  heading
    .slice(0, longestHeading)
    .replace(/\([^)]*\)/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')

const meaningsByText = new Map<string, Meaning>(
  meanings.flatMap((meaning) => wordings[meaning].map((text) => [text, meaning] as const)),
)

const meaningOf = (heading: string): Meaning | undefined => meaningsByText.get(simplified(heading))

/** How many of these headings are understood: by this the separator is found. */
export const countUnderstood = (headings: readonly string[]): number =>
  headings.filter((heading) => meaningOf(heading) !== undefined).length

export type Columns = {
  /** The cells of a row, by what they hold; '' where the table has no such column. */
  readonly written: (row: number, cells: readonly string[]) => WrittenPerson
  /** What the table calls the column of this field. */
  readonly headingOf: (field: PersonField) => string
  readonly unused: readonly string[]
}

export const columnsOf = (headings: readonly string[]): Result<Columns, TableProblem> => {
  const places = new Map<Meaning, number>()
  for (const meaning of meanings) {
    const [first, second] = placesOf(headings, meaning)
    if (first === undefined) continue
    if (second !== undefined) return fail(twice(headings, first, second))
    places.set(meaning, first)
  }
  const missing = missingIn(places)
  if (missing !== null) return fail({ kind: 'people_table.column_missing', missing, headings })
  return ok(columnsAt(headings, withoutParts(places)))
}

const placesOf = (headings: readonly string[], meaning: Meaning): readonly number[] =>
  headings.flatMap((heading, place) => (meaningOf(heading) === meaning ? [place] : []))

const twice = (headings: readonly string[], first: number, second: number): TableProblem => ({
  kind: 'people_table.column_twice',
  first: headings[first] ?? '',
  second: headings[second] ?? '',
})

type Places = ReadonlyMap<Meaning, number>

const missingIn = (places: Places): 'role' | 'name' | null => {
  if (!places.has('role')) return 'role'
  return places.has('name') || places.has('lastName') ? null : 'name'
}

/** Where the whole name stands, its parts are not used. */
const withoutParts = (places: Places): Places =>
  places.has('name')
    ? new Map([...places].filter(([meaning]) => meaning !== 'firstName' && meaning !== 'lastName'))
    : places

const columnsAt = (headings: readonly string[], places: Places): Columns => {
  const used = new Set(places.values())
  const headingAt = (meaning: Meaning): string => headings[places.get(meaning) ?? -1] ?? ''
  return {
    unused: headings.filter((heading, place) => !used.has(place) && heading.trim() !== ''),
    headingOf: (field) =>
      field === 'name' && !places.has('name')
        ? [headingAt('firstName'), headingAt('lastName')].filter(Boolean).join(', ')
        : headingAt(field),
    written: (row, cells) => {
      const cell = (meaning: Meaning): string => tidied(cells[places.get(meaning) ?? -1] ?? '')
      const name = tidied(`${cell('firstName')} ${cell('lastName')}`)
      return {
        row,
        cells: {
          role: cell('role'),
          name: places.has('name') ? cell('name') : name,
          email: cell('email'),
          permanentId: cell('permanentId'),
          supervisor: cell('supervisor'),
        },
      }
    },
  }
}

/** One space where there were several, a line break or a tab; none at the ends; no marks without width. */
export const tidied = (cell: string): string =>
  cell
    .normalize('NFC')
    .replaceAll(/[\u200B\u2060\uFEFF]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
