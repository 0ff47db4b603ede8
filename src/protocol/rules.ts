/** Reads a protocol and answers what it asks of whom, when and on which scale. */
import type { $ZodIssue } from 'zod/v4/core'
import { fail, ok, type Result } from '../lib/result.ts'
import {
  type Item,
  type Measure,
  overallDomain,
  type Protocol,
  protocolSchema,
  type QuestionnaireStep,
  type RoleId,
  type Scale,
  type Step,
} from './model.ts'
import type { ProtocolFault, ProtocolProblem } from './problems.ts'
import { referenceFaults } from './references.ts'

/**
 * Does this prefix fail before its last character has been read? Then the mistake lies inside it.
 * JSON.parse either gives the position where it stopped or says that the text ended too soon.
 */
const failsInside = (prefix: string): boolean => {
  try {
    JSON.parse(prefix)
    return false
  } catch (error) {
    const message = String(error)
    const stoppedAt = /at position (\d+)/.exec(message)?.[1]
    if (stoppedAt !== undefined) return Number(stoppedAt) < prefix.length
    return !message.includes('end of JSON input')
  }
}

/** The longest prefix that more text could complete; JSON.parse alone gives a place for some mistakes only. */
const soundPrefix = (text: string): string => {
  let [sound, broken] = [0, text.length + 1]
  while (broken - sound > 1) {
    const middle = Math.floor((sound + broken) / 2)
    if (failsInside(text.slice(0, middle))) broken = middle
    else sound = middle
  }
  return text.slice(0, sound)
}

const readJson = (text: string): Result<unknown, ProtocolProblem> => {
  try {
    const value: unknown = JSON.parse(text)
    return ok(value)
  } catch {
    const lines = soundPrefix(text).split('\n')
    const column = Array.from(lines.at(-1) ?? '').length + 1
    return fail({ kind: 'protocol.not_json', line: lines.length, column })
  }
}

const pathOf = (keys: readonly PropertyKey[]): string =>
  keys
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object { … }',
  record: 'an object { … }',
}

const listed = (values: readonly unknown[]): string =>
  values.map((value) => JSON.stringify(value)).join(' or ')

const sizeOf = (issue: Extract<$ZodIssue, { code: 'too_small' | 'too_big' }>): string => {
  const [word, limit] =
    issue.code === 'too_small' ? ['at least', issue.minimum] : ['at most', issue.maximum]
  if (issue.origin === 'string') return 'some text'
  return issue.origin === 'array' ? `${word} ${limit} in the list` : `${word} ${limit}`
}

const expectedBy = (issue: $ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? issue.expected
    case 'invalid_value':
      return listed(issue.values)
    case 'too_small':
    case 'too_big':
      return sizeOf(issue)
    case 'invalid_union':
      return listed('options' in issue ? (issue.options ?? []) : [])
    default:
      return issue.message
  }
}

/** What stands at the path; for a union, what stands in the field that tells its kinds apart. */
const inputOf = (issue: $ZodIssue): unknown => {
  if (issue.code !== 'invalid_union' || !('options' in issue)) return issue.input
  return new Map(Object.entries(Object(issue.input))).get(issue.discriminator ?? '')
}

const foundIn = (input: unknown): string => {
  if (input === null) return 'null'
  if (Array.isArray(input)) return input.length === 0 ? 'an empty list' : 'a list'
  return typeof input === 'object' ? 'an object { … }' : JSON.stringify(input)
}

const shapeFaults = (issue: $ZodIssue): readonly ProtocolFault[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ kind: 'unknown_field', path: pathOf([...issue.path, key]) }))
  }
  const path = pathOf(issue.path)
  if (issue.code === 'invalid_key') return [{ kind: 'unknown_field', path }]
  const expected = expectedBy(issue)
  const input = inputOf(issue)
  if (input === undefined) return [{ kind: 'missing', path, expected }]
  return [{ kind: 'unfit', path, expected, found: foundIn(input) }]
}

/** Reads a protocol file: every mistake of shape, or, when the shape is right, every reference that fails. */
export const parseProtocol = (text: string): Result<Protocol, ProtocolProblem> => {
  const json = readJson(text.replace(/^\uFEFF/, ''))
  if (!json.ok) return json
  const parsed = protocolSchema.safeParse(json.value, { reportInput: true })
  const faults = parsed.success
    ? referenceFaults(parsed.data)
    : parsed.error.issues.flatMap(shapeFaults)
  return parsed.success && faults.length === 0
    ? ok(parsed.data)
    : fail({ kind: 'protocol.faulty', faults })
}

/** The stage of a step; null for a step that is no stage of the study. */
export const stageOf = (step: Step): number | null => ('stage' in step ? step.stage : null)

export const questionnairesOf = (protocol: Protocol): readonly QuestionnaireStep[] =>
  protocol.steps.filter((step) => step.kind === 'questionnaire')

/** The questionnaire of a stage, if that stage is one. */
export const findQuestionnaire = (
  protocol: Protocol,
  stage: number,
): QuestionnaireStep | undefined =>
  questionnairesOf(protocol).find((questionnaire) => questionnaire.stage === stage)

export const findMeasure = (protocol: Protocol, id: string): Measure | undefined =>
  protocol.measures.find((measure) => measure.id === id)

export const findItem = (protocol: Protocol, id: string): Item | undefined =>
  protocol.items.find((item) => item.id === id)

/** A parsed protocol has what it refers to; its absence is a defect. */
const present = <T>(found: T | undefined, id: string): T => {
  if (found === undefined) throw new Error(`the protocol was not checked: ${id} is unknown`)
  return found
}

/** What a step asks of a role on scales, in the order of asking; empty when it asks nothing. */
export const measuresOf = (protocol: Protocol, step: Step, role: RoleId): readonly Measure[] => {
  const ids = step.kind === 'questionnaire' ? (step.asks[role]?.measures ?? []) : []
  return ids.map((id) => present(findMeasure(protocol, id), id))
}

/** The single items and free-text questions that a step asks of a role, in the order of asking. */
export const itemsOf = (protocol: Protocol, step: Step, role: RoleId): readonly Item[] => {
  const ids = step.kind === 'questionnaire' ? (step.asks[role]?.items ?? []) : []
  return ids.map((id) => present(findItem(protocol, id), id))
}

export const scaleOf = (protocol: Protocol, measure: Measure): Scale =>
  present(
    protocol.scales.find((scale) => scale.id === measure.scale),
    measure.scale,
  )

/** The domains in which a measure is scored: all of the protocol's, in order, or `overall` alone. */
export const domainsOf = (protocol: Protocol, measure: Measure): readonly string[] =>
  measure.answered === 'overall' ? [overallDomain] : protocol.domains.map((domain) => domain.id)

/**
 * The highest total a person can reach on a measure: the top anchor in every domain.
 *
 * @param measure  one of the protocol's measures
 * @returns        points
 * Source: Raju et al., BMJ Open 2022, doi 10.1136/bmjopen-2022-062361: seven domains of 1–5 give a total out of 35.
 * @example maximumTotal(protocol, confidence) // 35
 */
export const maximumTotal = (protocol: Protocol, measure: Measure): number => {
  const top = Math.max(...scaleOf(protocol, measure).anchors.map((anchor) => anchor.value))
  return top * domainsOf(protocol, measure).length
}
