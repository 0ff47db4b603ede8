/** Tables of people as hospitals save them, and files that are none: made by chance, for whatever reads them. */
import fc from 'fast-check'
import type { Result } from '../../src/lib/result.ts'
import { decodeText } from '../../src/people/adding/read-people/decode-text.ts'
import type {
  ReadTable,
  Surroundings,
  TableProblem,
} from '../../src/people/adding/read-people/model.ts'
import { readPeople } from '../../src/people/adding/read-people/read-people.ts'
import { sheffield } from './protocols.ts'

export type Person = {
  readonly role: 'mentor' | 'mentee'
  readonly name: string
  readonly email: string | null
  readonly permanentId: string | null
  /** The place in the list of the mentee who supervises; null: nobody. */
  readonly supervisor: number | null
}

export const encodings = [
  'utf-8',
  'utf-8 with mark',
  'utf-16le',
  'utf-16le with mark',
  'utf-16be',
  'utf-16be with mark',
  'windows-1252',
] as const
export type Encoding = (typeof encodings)[number]

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16()

/** Letters of western Europe are the same in Windows-1252 and in what Node calls latin1. */
export const encoded = (text: string, encoding: Encoding): Uint8Array => {
  const [name = '', , mark] = encoding.split(' ')
  const marked = mark === undefined ? text : `\uFEFF${text}`
  if (name === 'windows-1252') return Buffer.from(marked, 'latin1')
  if (name === 'utf-16be') return swapped(Buffer.from(marked, 'utf16le'))
  return Buffer.from(marked, name === 'utf-8' ? 'utf8' : 'utf16le')
}

export const separators = [',', ';', '\t'] as const

export const nobodyThere: Surroundings = { roles: sheffield.roles, people: [], organisers: [] }

/** What becomes of an uploaded file. */
export const readFile = (
  bytes: Uint8Array,
  surroundings = nobodyThere,
): Result<ReadTable, TableProblem> => {
  const text = decodeText(bytes)
  return text.ok ? readPeople(text.value, surroundings) : text
}

/** Of this process's own work: what else the machine does is not counted. */
export const secondsSince = (begun: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1_000_000
}

const western = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZàéîõüçñøåßÉÖØ']
const others = [...'łžőЖдюΩλ李明한']
const marks = ['-', "'", '.', ',', ';', '"', '=', '+', '@']

const nameOf = (letters: readonly string[]): fc.Arbitrary<string> => {
  const word = fc
    .array(
      fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...letters) }, fc.constantFrom(...marks)),
      {
        minLength: 1,
        maxLength: 10,
      },
    )
    .map((signs) => signs.join(''))
  return fc
    .tuple(fc.constantFrom(...letters), fc.array(word, { minLength: 1, maxLength: 3 }))
    .map(([first, words]) => first + words.join(' '))
}

type Draft = {
  readonly role: 'mentor' | 'mentee'
  readonly name: string
  readonly hasEmail: boolean
  readonly hasId: boolean
  readonly supervisor: number
}

const draftOf = (letters: readonly string[]): fc.Arbitrary<Draft> =>
  fc.record({
    role: fc.constantFrom('mentor' as const, 'mentee' as const),
    name: nameOf(letters),
    hasEmail: fc.boolean(),
    hasId: fc.boolean(),
    supervisor: fc.nat(),
  })

/** Half of the mentors have a supervisor, if there is a mentee. */
const finished = (drafts: readonly Draft[]): readonly Person[] => {
  const mentees = drafts.flatMap(({ role }, place) => (role === 'mentee' ? [place] : []))
  return drafts.map(({ role, name, hasEmail, hasId, supervisor }, place) => ({
    role,
    name,
    email: hasEmail ? `Person.${place}@Hospital.example` : null,
    permanentId: hasId ? `E${place}-x` : null,
    supervisor:
      role === 'mentor' && supervisor % 2 === 0
        ? (mentees[supervisor % Math.max(1, mentees.length)] ?? null)
        : null,
  }))
}

const peopleIn = (letters: readonly string[], most: number): fc.Arbitrary<readonly Person[]> =>
  fc
    .uniqueArray(draftOf(letters), {
      minLength: 1,
      maxLength: most,
      selector: ({ name }) => name.toLowerCase(),
    })
    .map(finished)

type Look = {
  readonly separator: (typeof separators)[number]
  readonly lineEnd: string
  readonly order: readonly number[]
  readonly wording: number
  readonly quotesAll: boolean
  readonly blankLines: boolean
}

const look: fc.Arbitrary<Look> = fc.record({
  separator: fc.constantFrom(...separators),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6, maxLength: 6 }),
  wording: fc.nat(3),
  quotesAll: fc.boolean(),
  blankLines: fc.boolean(),
})

const headings = {
  role: ['Role', 'group', 'ROLE', 'Mentor/mentee'],
  name: ['Name', 'Full name', 'full_name', 'NAME '],
  email: ['E-mail', 'email', 'Email address', 'E-Mail (work)'],
  permanentId: ['Permanent id', 'Staff number', 'GMC number', 'ESR no.'],
  supervisor: ['Supervisor', "Supervisor's e-mail", 'supervisor_id', 'Clinical supervisor'],
}
const roleWords = {
  mentor: ['mentor', 'Mentors', 'MENTOR', ' mentor '],
  mentee: ['mentee', 'Mentees', 'MENTEE', ' mentee '],
}

/** The supervisor as a mentor's row names them: by the surest mark they have. */
const supervisorIn = (people: readonly Person[], place: number | null): string => {
  const person = people[place ?? -1]
  return person === undefined
    ? ''
    : (person.permanentId ?? person.email?.toLowerCase() ?? person.name)
}

/** A table as text, for these people, looking like this. */
export const tableOf = (people: readonly Person[], like: Look): string => {
  const { separator, lineEnd, order, wording, quotesAll, blankLines } = like
  const cell = (text: string): string =>
    quotesAll || /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const line = (cells: readonly string[]): string =>
    order.map((place) => cell(cells[place] ?? '')).join(separator)
  const header = [...Object.values(headings).map((some) => some[wording] ?? ''), 'Ward']
  const rows = people.map((person) => [
    roleWords[person.role][wording] ?? '',
    person.name,
    person.email ?? '',
    person.permanentId ?? '',
    supervisorIn(people, person.supervisor),
    'Ward 7',
  ])
  const lines = [line(header), ...rows.map(line)]
  return lines.join(blankLines ? `${lineEnd}${lineEnd}` : lineEnd) + lineEnd
}

export type TableFile = {
  readonly people: readonly Person[]
  readonly text: string
  readonly encoding: Encoding
  readonly bytes: Uint8Array
}

/** A file in perfect order, with at most so many people. */
export const goodFile = (most: number): fc.Arbitrary<TableFile> =>
  fc.constantFrom(...encodings).chain((encoding) => {
    const letters = encoding === 'windows-1252' ? western : [...western, ...others]
    return fc.tuple(peopleIn(letters, most), look).map(([people, like]) => {
      const text = tableOf(people, like)
      return { people, text, encoding, bytes: encoded(text, encoding) }
    })
  })

const pieces = [
  ...['"', '""', ',', ';', '\t', '\n', '\r\n', '\r', ' ', '\0', '\uFEFF', '\uFFFD', 'é', '\u0081'],
  ...['Role', 'Name', 'First name', 'E-mail', 'Staff number', 'Supervisor', 'Role,Name\n'],
  ...['mentor', 'mentee', 'Ann', 'Bo', 'ann@hospital.example', '12', '=1+1', 'x'.repeat(300)],
]

const junkText = fc
  .array(fc.constantFrom(...pieces), { maxLength: 300 })
  .map((some) => some.join(''))
const tableLikeText = junkText.map((text) => `Role,Name,E-mail,Supervisor\n${text}`)
const repetition = fc
  .tuple(fc.constantFrom(...pieces), fc.integer({ min: 1, max: 3000 }))
  .map(([piece, times]) => piece.repeat(times))

type Damage = { readonly at: number; readonly cut: number; readonly put: Uint8Array }

const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.nat(),
  cut: fc.nat(3),
  put: fc.uint8Array({ maxLength: 3 }),
})

const damaged = (bytes: Uint8Array, damages: readonly Damage[]): Uint8Array =>
  damages.reduce((before, { at, cut, put }) => {
    const place = at % (before.length + 1)
    return Buffer.concat([before.subarray(0, place), put, before.subarray(place + cut)])
  }, bytes)

/** Any bytes, text that is nearly a table, and tables that were damaged on the way. */
export const anyFile: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }),
  fc
    .tuple(fc.oneof(junkText, tableLikeText, repetition), fc.constantFrom(...encodings))
    .map(([text, encoding]) => encoded(text, encoding)),
  fc
    .tuple(goodFile(12), fc.array(damage, { minLength: 1, maxLength: 4 }))
    .map(([{ bytes }, damages]) => damaged(bytes, damages)),
  goodFile(12).map(({ bytes }) => bytes),
)
