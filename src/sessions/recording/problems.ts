/** Why a session was not recorded, put right or taken back, and what to do. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { FieldError } from '../../web/components/error-summary.tsx'
import type { RecordingProblem } from './rules.ts'
import { longestMinutes, type SessionFaults } from './typed-session.ts'

/** Beside the fields; `page`: what belongs to none. */
export type RecordingErrors = Readonly<Partial<Record<'page' | keyof SessionFaults, string>>>

export const errorsOf = (problem: RecordingProblem | RepeatedKeyProblem): RecordingErrors =>
  problem.kind === 'recording.faulty'
    ? fieldErrors(problem.faults)
    : { page: sentenceOfRecordingProblem(problem) }

type PageProblem = Exclude<RecordingProblem, { kind: 'recording.faulty' }> | RepeatedKeyProblem

export const sentenceOfRecordingProblem = ({ kind }: PageProblem): string => {
  switch (kind) {
    case 'recording.not_asked':
      return 'You cannot record a session now. This page says why'
    case 'recording.no_such_pair':
      return 'Choose the partner with whom you met'
    case 'recording.all_recorded':
      return 'All sessions of your pair are recorded already. See what this page says now'
    case 'recording.changed':
      return 'What is recorded has changed since you opened this page. If your session is above, there is nothing more to do. If it is another one, send the form again'
    case 'recording.no_such_session':
      return 'This session is no longer recorded. See what this page says now'
    case 'request.key_used_otherwise':
      return 'This form was sent before. Check what is recorded, then send it again'
  }
}

const heldSentences: Readonly<Record<NonNullable<SessionFaults['held']>, string>> = {
  'day.missing': 'Enter the day on which you met',
  'day.unknown': 'Enter a day that exists, such as 3 11 2026',
  'day.in_the_future': 'The day on which you met must be today or earlier',
  'day.before_the_pair': 'The day must not be before you were told who your partner is',
}

const minutesSentences: Readonly<Record<NonNullable<SessionFaults['minutes']>, string>> = {
  'length.missing': 'Enter how many minutes it lasted',
  'length.out_of_range': `Enter the minutes as a whole number from 1 to ${longestMinutes}, such as 45`,
}

const fieldErrors = ({ held, minutes, mode }: SessionFaults): RecordingErrors => ({
  ...(held === undefined ? {} : { held: heldSentences[held] }),
  ...(minutes === undefined ? {} : { minutes: minutesSentences[minutes] }),
  ...(mode === undefined ? {} : { mode: 'Choose how you met' }),
})

const fieldIds = { held: 'held-day', minutes: 'minutes', mode: 'mode' } as const

export const summaryOf = (errors: RecordingErrors): readonly FieldError[] => [
  ...(errors.page === undefined ? [] : [{ text: errors.page }]),
  ...(['held', 'minutes', 'mode'] as const).flatMap((field) => {
    const text = errors[field]
    return text === undefined ? [] : [{ text, fieldId: fieldIds[field] }]
  }),
]
