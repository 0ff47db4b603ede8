/** The sentence for what keeps a calendar entry from being planned, moved or cancelled. */
import type { CalendarProblem } from './reschedule.ts'

export const sentenceOf = ({ kind }: CalendarProblem): string => {
  switch (kind) {
    case 'calendar.no_length':
      return 'Enter how many minutes the session is to last, as a whole number from 1'
    case 'calendar.is_cancelled':
      return 'This session is cancelled already. Plan a new one'
    case 'calendar.nothing_changes':
      return 'The session is planned for this time and place already. Change one of them'
  }
}
