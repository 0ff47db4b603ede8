/** A protocol: the programme defined, as data. Built-in protocols are `protocols/*.json`. */
import * as z from 'zod'

const id = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and _, starting with a letter')
const text = z.string().trim().min(1)

export const roleIds = ['mentor', 'mentee'] as const
export const roleId = z.enum(roleIds)
export type RoleId = z.infer<typeof roleId>

const role = z.strictObject({ label: text, plural: text, description: text })

/** Open questions open a domain in the interview; clarifying questions are asked when a reply is not clear. */
const prompts = z.strictObject({ open: z.array(text).min(1), clarifying: z.array(text) })
const domain = z.strictObject({ id, label: text, prompts })

const anchor = z.strictObject({ value: z.int().min(1).max(10), label: text })
const scale = z.strictObject({ id, anchors: z.array(anchor).min(2) })

/**
 * A measure is answered once per domain (and totalled), or once overall. Absent: required, without “Prefer not to say”.
 * `retrospectiveOf`: a then-test, which asks afterwards how it was before, on the scale of another measure.
 */
const measure = z.strictObject({
  id,
  label: text,
  question: text,
  scale: id,
  answered: z.enum(['per_domain', 'overall']),
  required: z.boolean().optional(),
  preferNotToSay: z.boolean().optional(),
  retrospectiveOf: id.optional(),
})

const question = {
  id,
  label: text,
  question: text,
  roles: z.array(roleId).min(1),
  required: z.boolean(),
  preferNotToSay: z.boolean().optional(),
}
const item = z.discriminatedUnion('kind', [
  z.strictObject({
    ...question,
    kind: z.literal('single_choice'),
    options: z.array(z.strictObject({ value: id, label: text })).min(2),
  }),
  z.strictObject({
    ...question,
    kind: z.literal('number'),
    unit: text,
    min: z.number(),
    max: z.number(),
  }),
  z.strictObject({ ...question, kind: z.literal('free_text') }),
])

/** Characteristics of a person, asked once, per group (P2). */
const characteristic = z.discriminatedUnion('kind', [
  z.strictObject({
    id,
    label: text,
    roles: z.array(roleId).min(1),
    kind: z.literal('number'),
    unit: text,
  }),
  z.strictObject({
    id,
    label: text,
    roles: z.array(roleId).min(1),
    kind: z.literal('choice'),
    options: z.array(z.strictObject({ value: id, label: text })).min(2),
  }),
])

const instruments = z.strictObject({ measures: z.array(id), items: z.array(id) })
const questionnaireRoles = z
  .partialRecord(roleId, instruments)
  .refine((value) => Object.keys(value).length > 0, 'at least one role')

/** The steps in the order in which they happen. Steps with a stage number are the stages of the study. */
const stepCommon = { id, title: text, phase: z.int().min(1).max(2), description: text }
const step = z.discriminatedUnion('kind', [
  z.strictObject({
    ...stepCommon,
    kind: z.literal('questionnaire'),
    stage: z.int().min(1),
    asks: questionnaireRoles,
    willingness: z.boolean(),
    /** A wave of follow-up: how long after the last session. */
    followUpMonths: z.union([z.literal(3), z.literal(6), z.literal(12)]).optional(),
  }),
  z.strictObject({
    ...stepCommon,
    kind: z.literal('interview'),
    stage: z.int().min(1),
    mode: z.enum(['face_to_face', 'online']),
  }),
  z.strictObject({ ...stepCommon, kind: z.literal('allocation') }),
  z.strictObject({
    ...stepCommon,
    kind: z.literal('session'),
    mode: z.enum(['face_to_face', 'online']),
  }),
])

/** A comparison that the study planned: the same measure, the same people, two stages. */
const comparison = z.strictObject({
  role: roleId,
  measure: id,
  from: z.int().min(1),
  to: z.int().min(1),
})

const rules = z.strictObject({
  supervisor: z.enum(['ask', 'avoid', 'forbid']),
  minimumWilling: z.int().min(1),
  anonymityFloor: z.int().min(3),
  sessionsPerPair: z.int().min(1),
  sessionLimitMinutes: z.int().min(1),
  quartiles: z.enum(['tukey', 'haverage', 'type7']),
  /** Answers that come after a stage has closed; absent: refused. */
  lateAnswers: z.enum(['refuse', 'until_next_stage']).optional(),
  /** Days after an invitation, or after a stage opened, on which whoever has not answered is reminded; absent: 3, 7 and 14. */
  reminderDays: z.array(z.int().min(1).max(60)).max(5).optional(),
  /** When a feedback document is released: all who took part agree (absent), or all who answer by the day agree; never fewer than the floor. */
  signOff: z.enum(['all', 'all_who_answer']).optional(),
  /** Days to sign a document off; absent: 14. */
  signOffDays: z.int().min(1).max(90).optional(),
  /** When the mentee sees their document in the product; absent: after the session, in which the mentor brings it. */
  documentShown: z.enum(['after_session', 'on_release']).optional(),
  /** How many mentors a mentee may say, in private, that they do not want to be paired with; absent: none. */
  menteeVetoes: z.int().min(1).max(3).optional(),
  /** How many mentees a mentor may have, if they offer it; absent: one. */
  menteesPerMentor: z.int().min(2).max(5).optional(),
  /** How many mentors a mentee has; absent: one. Not together with `menteesPerMentor`. */
  mentorsPerMentee: z.int().min(2).max(5).optional(),
  /** What the best pairings are where mentors rank whom they would mentor; absent: they are not asked for ranks. */
  preferences: z.enum(['least_total', 'rank_maximal', 'fairest']).optional(),
  /** Somebody leaves after the draw: a free mentor is drawn for whoever is left (absent), or all who have not met draw again. */
  afterDeparture: z.enum(['free_mentor', 'draw_again']).optional(),
})

export const progressionCriteria = [
  'recruitment',
  'retention',
  'completion',
  'sessions_held',
] as const

/** Fixed before the start: at `go` per cent or more the programme goes on, below `stop` it does not; between, it is changed. */
const progressionCriterion = z.strictObject({
  criterion: z.enum(progressionCriteria),
  go: z.int().min(1).max(100),
  stop: z.int().min(0).max(99),
})

const source = z.strictObject({ citation: text, doi: text })

/** The shape alone; `parseProtocol` in rules.ts also checks that every reference exists. */
export const protocolSchema = z.strictObject({
  format: z.literal('turnabout-protocol/1'),
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and -, starting with a letter'),
  title: text,
  summary: text,
  source: source.optional(),
  roles: z.strictObject({ mentor: role, mentee: role }),
  /** What the domains are called where they are not called domains. */
  domainNoun: z.strictObject({ singular: text, plural: text }).optional(),
  domains: z.array(domain).min(1),
  scales: z.array(scale).min(1),
  measures: z.array(measure).min(1),
  items: z.array(item),
  characteristics: z.array(characteristic),
  steps: z.array(step).min(1),
  comparisons: z.array(comparison),
  rules,
  /** What both of a pair agree to before they meet, a sentence each; absent: the usual ones. */
  groundRules: z.array(text).min(1).max(20).optional(),
  progression: z.array(progressionCriterion).optional(),
})

export type Protocol = z.infer<typeof protocolSchema>
export type Domain = Protocol['domains'][number]
export type Scale = Protocol['scales'][number]
export type Measure = Protocol['measures'][number]
export type Item = Protocol['items'][number]
export type Characteristic = Protocol['characteristics'][number]
export type Step = Protocol['steps'][number]
export type QuestionnaireStep = Extract<Step, { kind: 'questionnaire' }>

/** The domain of a measure that is answered once: written in `scores.csv` and in tables. */
export const overallDomain = 'overall'
/** The domain of a summary that adds all domains up. */
export const totalDomain = 'total'

/** What a member of staff may be in one programme. */
export const programmeRoles = ['lead', 'facilitator', 'researcher', 'auditor'] as const
export type ProgrammeRole = (typeof programmeRoles)[number]
