/** The rules by which a programme runs, as they stand in its form and in its protocol. */
import * as z from 'zod'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ChangeProblem, type FieldErrors, unfit } from '../changing/change-problems.ts'
import type { Protocol, Step } from '../model.ts'
import { usualReminderDays } from '../wording/rule-lines.ts'
import { allocationFields, allocationRulesOf, withAllocationRules } from './allocation-rules.ts'
import { documentFields, documentRulesOf, type Unfit, withDocumentRules } from './document-rules.ts'
import { wholeNumber } from './entered.ts'

const modes = ['face_to_face', 'online'] as const
type Mode = (typeof modes)[number]

export const supervisorRules = ['ask', 'avoid', 'forbid'] as const
export const lateAnswerRules = ['refuse', 'until_next_stage'] as const
/** Numbers as they are typed. A mode is '' where no step has one, or not all the same: then it stays as it is. */
export const rulesForm = z.object({
  supervisor: z.enum(supervisorRules),
  minimumWilling: z.string(),
  anonymityFloor: z.string(),
  sessionsPerPair: z.string(),
  sessionLimitMinutes: z.string(),
  interviewMode: z.enum(['', ...modes]).default(''),
  sessionMode: z.enum(['', ...modes]).default(''),
  lateAnswers: z.enum(lateAnswerRules),
  reminderDays: z.string(),
  ...allocationFields,
  ...documentFields,
})
export type RulesForm = z.infer<typeof rulesForm>

type SteppedKind = 'interview' | 'session'

const isMeeting = (
  step: Step,
  kind: SteppedKind,
): step is Extract<Step, { readonly kind: SteppedKind }> => step.kind === kind

export const hasStep = ({ steps }: Protocol, kind: SteppedKind | 'allocation'): boolean =>
  steps.some((step) => step.kind === kind)

const modeOf = ({ steps }: Protocol, kind: SteppedKind): Mode | '' => {
  const used = new Set(steps.flatMap((step) => (isMeeting(step, kind) ? [step.mode] : [])))
  return used.size === 1 ? ([...used][0] ?? '') : ''
}

export const rulesOf = (protocol: Protocol): RulesForm => {
  const { rules } = protocol
  return {
    supervisor: rules.supervisor,
    minimumWilling: String(rules.minimumWilling),
    anonymityFloor: String(rules.anonymityFloor),
    sessionsPerPair: String(rules.sessionsPerPair),
    sessionLimitMinutes: String(rules.sessionLimitMinutes),
    interviewMode: modeOf(protocol, 'interview'),
    sessionMode: modeOf(protocol, 'session'),
    lateAnswers: rules.lateAnswers ?? 'refuse',
    reminderDays: (rules.reminderDays ?? usualReminderDays).join(', '),
    ...allocationRulesOf(protocol),
    ...documentRulesOf(protocol),
  }
}

/** @param isAsked somebody has answered: what was promised to them about counts is not taken back */
export const withRules = (
  protocol: Protocol,
  form: RulesForm,
  { isAsked }: { readonly isAsked: boolean },
): Result<Protocol, ChangeProblem> => {
  const numbers = numbersIn(form, isAsked ? protocol.rules.anonymityFloor : 3)
  const reminderDays = daysIn(form.reminderDays)
  const allocation = withAllocationRules(protocol, form)
  const documents = withDocumentRules(protocol, form)
  if (!numbers.ok || !reminderDays.ok || !allocation.ok || !documents.ok) {
    const read = [numbers, reminderDays, allocation, documents]
    return fail(unfit(Object.assign({}, ...read.map(problemOf))))
  }
  const { supervisor, lateAnswers } = form
  const rules = {
    ...allocation.value,
    ...numbers.value,
    ...documents.value,
    supervisor,
    ...(lateAnswers === rulesOf(protocol).lateAnswers ? {} : { lateAnswers }),
    ...(isSame(reminderDays.value, protocol.rules.reminderDays ?? usualReminderDays)
      ? {}
      : { reminderDays: [...reminderDays.value] }),
  }
  const steps = protocol.steps.map((step) => inMode(step, form))
  return ok({ ...protocol, rules, steps })
}

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.join() === other.join()

const inMode = (step: Step, { interviewMode, sessionMode }: RulesForm): Step => {
  if (step.kind === 'interview' && interviewMode !== '') return { ...step, mode: interviewMode }
  if (step.kind === 'session' && sessionMode !== '') return { ...step, mode: sessionMode }
  return step
}

const problemOf = (read: Result<unknown, Unfit>): FieldErrors =>
  read.ok ? {} : read.problem.errors

const limits = {
  minimumWilling: { least: 1, most: 100, what: 'how many a mentor is asked for at least' },
  anonymityFloor: {
    least: 3,
    most: 50,
    what: 'how many answers there are before anything is shown',
  },
  sessionsPerPair: { least: 1, most: 52, what: 'the number of sessions' },
  sessionLimitMinutes: { least: 5, most: 480, what: 'the limit in minutes' },
} as const

type NumberField = keyof typeof limits
const numberFields = [
  'minimumWilling',
  'anonymityFloor',
  'sessionsPerPair',
  'sessionLimitMinutes',
] as const

const numbersIn = (
  form: RulesForm,
  lowestFloor: number,
): Result<Readonly<Record<NumberField, number>>, Unfit> => {
  const lowest = (field: NumberField) =>
    field === 'anonymityFloor' ? Math.max(lowestFloor, limits[field].least) : limits[field].least
  const read = (field: NumberField) => wholeNumber(form[field]) ?? Number.NaN
  const errors = numberFields.flatMap((field) => {
    const { most, what } = limits[field]
    const least = lowest(field)
    const isFit = read(field) >= least && read(field) <= most
    return isFit ? [] : [[field, numberSentence({ field, least, most, what })] as const]
  })
  if (errors.length > 0) return fail({ kind: 'form.unfit', errors: Object.fromEntries(errors) })
  return ok({
    minimumWilling: read('minimumWilling'),
    anonymityFloor: read('anonymityFloor'),
    sessionsPerPair: read('sessionsPerPair'),
    sessionLimitMinutes: read('sessionLimitMinutes'),
  })
}

type Asked = {
  readonly field: NumberField
  readonly least: number
  readonly most: number
  readonly what: string
}

const numberSentence = ({ field, least, most, what }: Asked): string =>
  field === 'anonymityFloor' && least > limits.anonymityFloor.least
    ? `Enter ${least} or more: people have answered, and were promised that fewer are never shown`
    : `Enter ${what} as a whole number from ${least} to ${most}`

const mostReminders = 5
const latestDay = 60

const daysIn = (text: string): Result<readonly number[], Unfit> => {
  const days = text
    .split(/[\s,;]+/)
    .flatMap((word) => (word === '' ? [] : [wholeNumber(word) ?? 0]))
  const isFit =
    days.length <= mostReminders &&
    days.every((day, place) => day >= 1 && day <= latestDay && day > (days[place - 1] ?? 0))
  if (isFit) return ok(days)
  const reminderDays = `Enter up to ${mostReminders} days from 1 to ${latestDay}, the earliest first, such as 3, 7, 14. Leave it empty to send no reminders`
  return fail({ kind: 'form.unfit', errors: { reminderDays } })
}
