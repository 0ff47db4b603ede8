/** The files that come with the product: the built-in protocol and the example study made with it. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { RoleId } from '../src/protocol/model.ts'
import { readStudyFolder } from '../src/report/exchange/study-folder.ts'

const root = new URL('../', import.meta.url)
const example = new URL('examples/sheffield-2022/', root)
const textOf = (path: string) => readFileSync(new URL(path, root), 'utf8')

type Row = Readonly<Record<string, string>>
type Field = {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean'
  readonly title: string
  readonly description: string
  readonly trueValues?: readonly string[]
  readonly falseValues?: readonly string[]
  readonly constraints?: {
    readonly required?: boolean
    readonly enum?: readonly (string | number)[]
    readonly minimum?: number
    readonly maximum?: number
  }
}
type ForeignKey = {
  readonly fields: readonly string[]
  readonly reference: { readonly resource: string; readonly fields: readonly string[] }
}
type Resource = {
  readonly name: string
  readonly path: string
  readonly schema?: {
    readonly fields: readonly Field[]
    readonly primaryKey: readonly string[]
    readonly foreignKeys?: readonly ForeignKey[]
  }
}
type DataPackage = { readonly description: string; readonly resources: readonly Resource[] }

const dataPackage = JSON.parse(textOf('examples/sheffield-2022/datapackage.json')) as DataPackage
const tables = dataPackage.resources.flatMap((resource) =>
  resource.schema === undefined ? [] : [{ ...resource, schema: resource.schema }],
)
const bytesOf = (path: string) => readFileSync(new URL(path, example))
const rowsOf = (path: string): readonly Row[] => parse(bytesOf(path), { columns: true })
const headerOf = (path: string): readonly string[] => parse(bytesOf(path), { to: 1 })[0] ?? []
const valuesOf = (row: Row, fields: readonly string[]) => fields.map((field) => row[field] ?? '')

const loaded = await readStudyFolder(fileURLToPath(example))
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem))
const study = loaded.value

const isOfType = ({ type, trueValues = [], falseValues = [] }: Field, value: string): boolean => {
  switch (type) {
    case 'string':
      return true
    case 'integer':
      return /^-?\d+$/.test(value)
    case 'number':
      return value.trim() !== '' && Number.isFinite(Number(value))
    case 'boolean':
      return [...trueValues, ...falseValues].includes(value)
  }
}

const fits = (field: Field, value: string): boolean => {
  const { required, enum: known, minimum, maximum } = field.constraints ?? {}
  if (value === '') return !required
  if (known !== undefined && !known.map(String).includes(value)) return false
  if (minimum !== undefined && Number(value) < minimum) return false
  if (maximum !== undefined && Number(value) > maximum) return false
  return isOfType(field, value)
}

describe('the example study as a data package', () => {
  test('says first of all that its data are synthetic', () => {
    expect(dataPackage.description).toMatch(/^SYNTHETIC DATA\./)
  })

  test.each(tables)('describes every column of $path', ({ path, schema }) => {
    expect(headerOf(path)).toEqual(schema.fields.map(({ name }) => name))
    expect(schema.fields.filter((field) => !field.title || !field.description)).toEqual([])
  })

  test.each(tables)('holds nothing in $path that its constraints refuse', ({ path, schema }) => {
    const refused = rowsOf(path).flatMap((row) =>
      schema.fields
        .filter((field) => !fits(field, row[field.name] ?? ''))
        .map((field) => `${field.name}: ${row[field.name]}`),
    )
    expect(refused).toEqual([])
  })

  test.each(tables)('has each primary key of $path once', ({ path, schema }) => {
    const keys = rowsOf(path).map((row) => valuesOf(row, schema.primaryKey).join('\n'))
    expect(keys.length).toBeGreaterThan(0)
    expect(new Set(keys).size).toBe(keys.length)
  })

  const keys = tables.flatMap(({ name, path, schema }) =>
    (schema.foreignKeys ?? []).map(({ fields, reference }) => {
      const target = reference.resource === '' ? name : reference.resource
      return { path, fields, target, targetFields: reference.fields }
    }),
  )

  test.each(keys)('follows $path $fields to $target', ({ path, fields, target, targetFields }) => {
    const known = rowsOf(`${target}.csv`).map((row) => valuesOf(row, targetFields).join('\n'))
    const used = rowsOf(path).map((row) => valuesOf(row, fields).join('\n'))
    expect(used.filter((key) => key !== '' && !known.includes(key))).toEqual([])
  })
})

describe('the example study and its protocol', () => {
  const { protocol } = study
  const enumOf = (table: string, column: string) =>
    tables.find(({ name }) => name === table)?.schema.fields.find(({ name }) => name === column)
      ?.constraints?.enum

  test('are the built-in protocol, byte for byte', () => {
    expect(textOf('examples/sheffield-2022/protocol.json')).toBe(
      textOf('protocols/sheffield-2022.json'),
    )
  })

  test('agree on the measures, domains, items and questions there are', () => {
    const [free, single] = [true, false].map((isFree) =>
      protocol.items.filter(({ kind }) => (kind === 'free_text') === isFree).map(({ id }) => id),
    )
    expect(enumOf('scores', 'measure')).toEqual(protocol.measures.map(({ id }) => id))
    expect(enumOf('scores', 'domain')).toEqual([...protocol.domains.map(({ id }) => id), 'overall'])
    expect(enumOf('answers', 'item')).toEqual(single)
    expect(enumOf('comments', 'question')).toEqual(free)
  })

  test('agree on the characteristics and on who states them', () => {
    const unstated = study.participants.flatMap(({ participant, role, characteristics }) => {
      const asked = protocol.characteristics.filter(({ roles }) => roles.includes(role))
      const stated = Object.keys(characteristics)
      return asked.length === stated.length ? [] : [participant]
    })
    expect(unstated).toEqual([])
    expect(headerOf('participants.csv').slice(4)).toEqual(
      protocol.characteristics.map(({ id }) => id),
    )
  })

  test('leave nobody with an answer after the phase they left in', () => {
    const left = study.participants.filter(({ leftAfterPhase }) => leftAfterPhase !== null)
    const late = [...study.scores, ...study.answers, ...study.comments].filter(
      ({ participant, stage }) =>
        stage > 3 && left.some((each) => each.participant === participant),
    )
    expect(left.map(({ participant }) => participant)).toEqual(['M6'])
    expect(late).toEqual([])
  })

  test('pair each mentor of phase 2 with a mentee they were willing to mentor', () => {
    const willing = study.willingness.filter(({ isWilling }) => isWilling)
    const refused = study.sessions.filter(
      (session) =>
        !willing.some(
          ({ mentor, mentee }) => mentor === session.mentor && mentee === session.mentee,
        ),
    )
    expect(study.sessions.map(({ mentor }) => mentor)).toEqual(['M1', 'M2', 'M3', 'M4', 'M5'])
    expect(refused).toEqual([])
  })
})

describe('the example study and the paper', () => {
  const published = JSON.parse(textOf('examples/sheffield-2022/published.json')) as Readonly<
    Record<string, unknown>
  >

  const answered = (role: RoleId, stage: number, item: string) =>
    study.answers.filter(
      (answer) => answer.role === role && answer.stage === stage && answer.item === item,
    )
  const share = (role: RoleId, stage: number, [item, value]: readonly [string, string]) => {
    const answers = answered(role, stage, item)
    return [answers.filter(({ answer }) => answer === value).length, answers.length]
  }

  test.each([
    ['mentor_concerns', 'mentor', 1, ['concerns_before', 'yes']],
    ['mentee_concerns', 'mentee', 4, ['concerns_before', 'yes']],
    ['mentee_no_concerns_after', 'mentee', 5, ['concerns_after', 'none']],
    ['mentee_lesser_concerns_after', 'mentee', 5, ['concerns_after', 'lesser']],
    ['appraisal_suggestion', 'mentee', 5, ['include_in_appraisal', 'yes']],
  ] as const)('agree on %s', (figure, role, stage, answer) => {
    expect(share(role, stage, answer)).toEqual(published[figure])
  })

  const peopleOf = (role: RoleId) => study.participants.filter((person) => person.role === role)
  const stated = (role: RoleId, id: string) =>
    peopleOf(role).map(({ characteristics }) => characteristics[id])

  test.each([
    ['mentor_male', 'mentor', 'sex', 'male'],
    ['mentee_male', 'mentee', 'sex', 'male'],
    ['mentor_previous_role', 'mentor', 'previous_mentoring_role', 'yes'],
    ['mentee_previous_role', 'mentee', 'previous_mentoring_role', 'yes'],
  ] as const)('agree on %s', (figure, role, id, value) => {
    const values = stated(role, id)
    expect([values.filter((each) => each === value).length, values.length]).toEqual(
      published[figure],
    )
  })

  test.each([
    ['mentor_age', 'mentor', 'age'],
    ['mentee_age', 'mentee', 'age'],
    ['consultant_years', 'mentee', 'years_consultant'],
  ] as const)('agree on the range of %s', (figure, role, id) => {
    const values = stated(role, id).map(Number)
    expect([Math.min(...values), Math.max(...values)]).toEqual(published[figure])
  })

  test('agree that everyone found the time about right and the experience good or excellent', () => {
    const [time, experience] = ['time_rating', 'experience'].map((item) =>
      [...answered('mentor', 5, item), ...answered('mentee', 5, item)].map(({ answer }) => answer),
    )
    expect(time).toEqual(Array(10).fill('about_right'))
    expect(experience).toHaveLength(10)
    expect(new Set(experience)).toEqual(new Set(['good', 'excellent']))
  })

  test('agree that no mentee expected the session to be longer than 60 minutes', () => {
    const expected = answered('mentee', 4, 'expected_minutes').map(({ answer }) => Number(answer))
    expect(expected).toHaveLength(5)
    expect(Math.max(...expected)).toBe(60)
  })

  /** Table 1: mentors in phase 1 and 2 (stages 1 and 5), mentees at stages 4 and 5. */
  const table1 = {
    hierarchy_or_power_gradient: [1, 1, 1, 1],
    selection_bias: [3, 0, 1, 0],
    offending_consultants: [3, 3, 0, 0],
    no_change_to_practice: [1, 0, 1, 0],
    not_enough_time: [0, 0, 1, 0],
    collaborative_feedback_more_useful: [0, 2, 0, 0],
    refreshing_idea: [1, 1, 1, 1],
  }
  const columns = ['mentor 1', 'mentor 5', 'mentee 4', 'mentee 5']

  const mentions = study.codings.map(({ comment, code }) => {
    const source = study.comments.find((each) => each.comment === comment)
    return {
      theme: study.codebook.find((each) => each.code === code)?.theme ?? '',
      column: `${source?.role} ${source?.stage}`,
      person: source?.participant,
    }
  })
  const mentionsIn = (theme: string, column: string) =>
    mentions.filter((mention) => mention.theme === theme && mention.column === column)

  test.each(Object.entries(table1))('agree on the strokes of %s in table 1', (theme, strokes) => {
    const cells = columns.map((column) => mentionsIn(theme, column))
    expect(cells.map((cell) => cell.length)).toEqual(strokes)
    expect(cells.map((cell) => new Set(cell.map(({ person }) => person)).size)).toEqual(strokes)
  })

  test('have no theme and no column beside those of table 1', () => {
    expect([...new Set(study.codebook.map(({ theme }) => theme))]).toEqual(Object.keys(table1))
    expect(mentions.filter(({ column }) => !columns.includes(column))).toEqual([])
  })

  test('code whole words: no excerpt starts or ends inside one or with a space', () => {
    const broken = study.codings.filter(({ comment, start, end }) => {
      const text = Array.from(study.comments.find((each) => each.comment === comment)?.text ?? '')
      const isWord = (at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? '')
      const isCut = [start, end].some((edge) => isWord(edge - 1) && isWord(edge))
      return isCut || !isWord(start) || !isWord(end - 1)
    })
    expect(broken).toEqual([])
  })
})
