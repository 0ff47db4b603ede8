/** The tables of a study folder described as Frictionless Table Schemas, for programs and for people. */
import type { Characteristic, Protocol } from '../../../protocol/model.ts'
import { questionnairesOf } from '../../../protocol/rules.ts'
import { sessionModes } from '../../../sessions/store.ts'
import type { TableName } from './data-package.ts'

type Field = {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean'
  readonly description?: string
  readonly trueValues?: readonly string[]
  readonly falseValues?: readonly string[]
  readonly constraints?: {
    readonly required?: true
    readonly unique?: true
    readonly minimum?: number
    readonly maximum?: number
    readonly enum?: readonly (string | number)[]
  }
}

type ForeignKey = {
  readonly fields: string
  readonly reference: { readonly resource: TableName; readonly fields: string }
}

export type TableSchema = {
  readonly fields: readonly Field[]
  readonly primaryKey?: readonly string[]
  readonly foreignKeys?: readonly ForeignKey[]
}

const required = { required: true } as const

const text = (name: string, description?: string): Field => ({
  name,
  type: 'string',
  ...(description === undefined ? {} : { description }),
  constraints: required,
})

const optional = (name: string, type: Field['type'], description: string): Field => ({
  name,
  type,
  description,
})

const oneOf = (name: string, values: readonly string[]): Field => ({
  name,
  type: 'string',
  constraints: { ...required, enum: values },
})

const position = (name: string, description: string): Field => ({
  name,
  type: 'integer',
  description,
  constraints: { ...required, minimum: 0 },
})

const refersTo = (field: string, resource: TableName, target = field): ForeignKey => ({
  fields: field,
  reference: { resource, fields: target },
})

const characteristicField = (characteristic: Characteristic): Field => {
  const { id: name, label: description } = characteristic
  if (characteristic.kind === 'number') return { name, type: 'number', description }
  const values = characteristic.options.map((option) => option.value)
  return { name, type: 'string', description, constraints: { enum: values } }
}

const answeringFields = (protocol: Protocol): readonly Field[] => [
  text('participant'),
  oneOf('role', ['mentor', 'mentee']),
  {
    name: 'stage',
    type: 'integer',
    constraints: { ...required, enum: questionnairesOf(protocol).map(({ stage }) => stage) },
  },
]

const participants = (protocol: Protocol): TableSchema => ({
  fields: [
    { ...text('participant', 'A pseudonym'), constraints: { ...required, unique: true } },
    oneOf('role', ['mentor', 'mentee']),
    optional('supervisor', 'string', 'The mentee who supervises this mentor; empty = nobody here'),
    optional(
      'left_after_phase',
      'integer',
      'The last phase this person took part in; 0 = left before phase 1; empty = stayed to the end',
    ),
    ...protocol.characteristics.map(characteristicField),
  ],
  primaryKey: ['participant'],
  foreignKeys: [refersTo('supervisor', 'participants', 'participant')],
})

const scores = (protocol: Protocol): TableSchema => ({
  fields: [
    ...answeringFields(protocol),
    oneOf(
      'measure',
      protocol.measures.map(({ id }) => id),
    ),
    text('domain', 'A domain of the protocol, or overall where the measure is answered once'),
    {
      name: 'score',
      type: 'integer',
      description: 'On the scale of the measure; a question not answered has no row',
      constraints: required,
    },
  ],
  primaryKey: ['participant', 'stage', 'measure', 'domain'],
  foreignKeys: [refersTo('participant', 'participants')],
})

const answers = (protocol: Protocol): TableSchema => ({
  fields: [
    ...answeringFields(protocol),
    text('item', 'A single item of the protocol'),
    text('answer', 'The value of the option chosen, or a number'),
  ],
  primaryKey: ['participant', 'stage', 'item'],
  foreignKeys: [refersTo('participant', 'participants')],
})

const pairKeys = [
  refersTo('mentor', 'participants', 'participant'),
  refersTo('mentee', 'participants', 'participant'),
]

const willingness: TableSchema = {
  fields: [
    text('mentor'),
    text('mentee'),
    {
      name: 'willing',
      type: 'boolean',
      description: '1 = would mentor this mentee, 0 = would rather not',
      trueValues: ['1'],
      falseValues: ['0'],
      constraints: required,
    },
  ],
  primaryKey: ['mentor', 'mentee'],
  foreignKeys: pairKeys,
}

const sessions: TableSchema = {
  fields: [
    text('pair'),
    text('mentor'),
    text('mentee'),
    optional('duration_min', 'number', 'Minutes; empty = not held or not timed'),
    {
      ...optional('mode', 'string', 'How they met; empty = not held or not recorded'),
      constraints: { enum: sessionModes },
    },
  ],
  foreignKeys: pairKeys,
}

const comments = (protocol: Protocol): TableSchema => ({
  fields: [
    { ...text('comment'), constraints: { ...required, unique: true } },
    ...answeringFields(protocol),
    text('question', 'A free-text item of the protocol'),
    text('text'),
  ],
  primaryKey: ['comment'],
  foreignKeys: [refersTo('participant', 'participants')],
})

const codebook: TableSchema = {
  fields: [
    { ...text('code'), constraints: { ...required, unique: true } },
    text('theme'),
    text('category'),
    optional('definition', 'string', 'When the code is given'),
  ],
  primaryKey: ['code'],
}

const codings: TableSchema = {
  fields: [
    text('comment'),
    position('start', 'First Unicode code point of the excerpt, counted from 0'),
    position('end', 'First code point after the excerpt'),
    text('code'),
    text('coder'),
  ],
  primaryKey: ['comment', 'start', 'end', 'code', 'coder'],
  foreignKeys: [refersTo('comment', 'comments'), refersTo('code', 'codebook')],
}

export const tableSchemas = (protocol: Protocol): Readonly<Record<TableName, TableSchema>> => ({
  participants: participants(protocol),
  scores: scores(protocol),
  answers: answers(protocol),
  willingness,
  sessions,
  comments: comments(protocol),
  codebook,
  codings,
})
