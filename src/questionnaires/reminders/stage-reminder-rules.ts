/**
 * Who is told that a stage is open, and who is reminded of it. That it is open goes to everybody who is asked, whether
 * they have answered by then or not, so that who gets that mail says nothing. Days are YYYY-MM-DD, in London.
 */
import { dueReminders, type Reminding } from '../../people/reminders/reminder-rules.ts'
import type { StageWindow } from '../model.ts'

/** The mail that tells that a stage is open counts as reminder number 1, on the day itself. */
export const daysWithOpening = (reminderDays: readonly number[]): readonly number[] => [
  0,
  ...reminderDays,
]
const opening = 1

/** A stage that is opened a second time is told about and reminded of anew. */
export const aboutStage = ({ stage, opensOn }: Pick<StageWindow, 'stage' | 'opensOn'>): string =>
  `stage ${stage}, opened ${opensOn}`

type Since = {
  readonly opensOn: string
  /** Null: it is not known here when they agreed. */
  readonly agreedOn: string | null
  readonly sent: ReadonlySet<number>
}

/** Whoever agrees while a stage is open has just been told, and is reminded counting from that day. */
export const remindingOf = (
  reminderDays: readonly number[],
  { opensOn, agreedOn, sent }: Since,
): Reminding => {
  const days = daysWithOpening(reminderDays)
  if (agreedOn === null || agreedOn < opensOn) return { days, since: opensOn, sent }
  return { days, since: agreedOn, sent: new Set([opening, ...sent]) }
}

export type StageMessage = {
  readonly kind: 'opened' | 'reminder'
  readonly numbers: readonly number[]
}

/** Null: nothing is due, or there is nothing to be reminded of. */
export const messageDue = (
  reminding: Reminding,
  { today, hasAnswered }: { readonly today: string; readonly hasAnswered: boolean },
): StageMessage | null => {
  const numbers = dueReminders(reminding, today)
  if (numbers.includes(opening)) return { kind: 'opened', numbers }
  return numbers.length === 0 || hasAnswered ? null : { kind: 'reminder', numbers }
}
