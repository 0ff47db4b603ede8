/** The form in which times are proposed, or a session is moved: as typed, as read, and what is wrong with it. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { Protocol } from '../../protocol/model.ts'
import { sessionModes } from '../store.ts'
import { type Meeting, mostProposals, type Plan } from './model.ts'
import { sentenceOfPlanningProblem, sentenceOfTypedTime } from './problems.ts'
import { lengthsOf, meetingProblem, type PlanningProblem, usualModeOf } from './rules.ts'
import {
  nothingTyped,
  readTypedTime,
  type TypedTime,
  typedTimeIn,
  typedTimeOf,
} from './typed-times.ts'

export type TypedPlan = {
  readonly times: readonly TypedTime[]
  readonly minutes: string
  readonly mode: string
  readonly place: string
}

/** By the id of the field; `page`: what belongs to none of them. */
export type PlanErrors = ReadonlyMap<string, string>
export const noErrors: PlanErrors = new Map()

export const timeField = (place: number): string => `time-${place + 1}`

/** @param fields how many times it asks for */
export const typedPlanIn = (form: Readonly<Record<string, unknown>>, fields: number): TypedPlan => {
  const sent = (name: string): string => String(form[name] ?? '')
  return {
    times: Array.from({ length: fields }, (_, place) => typedTimeIn(form, timeField(place))),
    ...{ minutes: sent('minutes'), mode: sent('mode'), place: sent('place') },
  }
}

/** To propose times: as the pair had it before, where there was a proposal. */
export const freshProposal = (protocol: Protocol, plan: Plan | null, now: Date): TypedPlan => {
  const times = (plan?.proposals ?? []).filter((time) => time > now).map(typedTimeOf)
  const empty = Array.from({ length: mostProposals - times.length }, () => nothingTyped)
  const usual = { minutes: lengthsOf(protocol).most, mode: usualModeOf(protocol), place: null }
  return { times: [...times, ...empty], ...typedMeeting(plan ?? usual) }
}

/** To move it: as it is planned. */
export const freshMove = (plan: Plan): TypedPlan => ({
  times: [plan.startsAt === null ? nothingTyped : typedTimeOf(plan.startsAt)],
  ...typedMeeting(plan),
})

const typedMeeting = ({ minutes, mode, place }: Meeting) => ({
  ...{ minutes: String(minutes), mode, place: place ?? '' },
})

export type ReadPlan = {
  readonly times: readonly Date[]
  /** The field of each of the times. */
  readonly fields: readonly string[]
  readonly meeting: Meeting
}

/** What is wrong with any field is said at once; what the clock or the pair’s plan says to it comes after. */
export const readPlanForm = (
  typed: TypedPlan,
  protocol: Protocol,
): Result<ReadPlan, { readonly kind: 'plan_form.wrong'; readonly errors: PlanErrors }> => {
  const times = typed.times.map((time, place) => ({
    field: timeField(place),
    read: readTypedTime(time),
  }))
  const meeting = readMeeting(typed, protocol)
  const errors = new Map([
    ...times.flatMap(({ field, read }) =>
      read.ok ? [] : [[field, sentenceOfTypedTime(read.problem)] as const],
    ),
    ...(meeting.ok ? [] : meeting.problem.errors),
  ])
  if (errors.size > 0 || !meeting.ok) return fail({ kind: 'plan_form.wrong', errors })
  const given = times.flatMap(({ field, read }) =>
    read.ok && read.value !== null ? [{ field, time: read.value }] : [],
  )
  const fields = given.map(({ field }) => field)
  return ok({ times: given.map(({ time }) => time), fields, meeting: meeting.value })
}

const readMeeting = (
  typed: TypedPlan,
  protocol: Protocol,
): Result<Meeting, { readonly kind: 'meeting.wrong'; readonly errors: PlanErrors }> => {
  const mode = sessionModes.find((known) => known === typed.mode)
  const text = typed.place.replaceAll(/\p{Cc}/gu, ' ').trim()
  const minutes = /^\d{1,3}$/.test(typed.minutes.trim()) ? Number(typed.minutes) : Number.NaN
  const meeting = { minutes, mode: mode ?? 'online', place: text === '' ? null : text } as const
  const problem = meetingProblem(meeting, protocol)
  const errors = new Map([
    ...(problem === null ? [] : errorsFrom(problem, [])),
    ...(mode === undefined ? [['mode', 'Choose how you meet'] as const] : []),
  ])
  return errors.size === 0 ? ok(meeting) : fail({ kind: 'meeting.wrong', errors })
}

/** Beside the field it is about. */
export const errorsFrom = (
  problem: PlanningProblem | RepeatedKeyProblem,
  fields: readonly string[],
): PlanErrors => new Map([[fieldOf(problem, fields), sentenceOfPlanningProblem(problem)]])

const fieldOf = (
  problem: PlanningProblem | RepeatedKeyProblem,
  fields: readonly string[],
): string => {
  switch (problem.kind) {
    case 'times.none':
    case 'times.too_many':
    case 'calendar.nothing_changes':
      return timeField(0)
    case 'times.have_passed':
    case 'times.too_far':
    case 'times.given_twice':
      return fields[problem.at] ?? 'page'
    case 'planning.no_such_length':
      return 'minutes'
    case 'planning.place_too_long':
      return 'place'
    default:
      return 'page'
  }
}

/** Where the error summary leads to; undefined: the page as a whole. */
export const fieldIdOf = (field: string): string | undefined => {
  if (field === 'page') return undefined
  return field.startsWith('time-') ? `${field}-day` : field
}
