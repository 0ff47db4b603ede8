/** Why something could not be done with the interview, and what to do. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { RoomProblem } from './room-actions.ts'
import type { ReopeningProblem, SittingProblem } from './rules.ts'

export type InterviewProblem =
  | SittingProblem
  | ReopeningProblem
  | RoomProblem
  | RepeatedKeyProblem
  | { readonly kind: 'sitting.not_a_day' }

export const sentenceOfInterviewProblem = ({ kind }: InterviewProblem): string => {
  switch (kind) {
    case 'programme.unknown':
      return 'This programme does not exist any more. Go to the start page.'
    case 'programme.not_open':
      return 'The programme is not open yet, so nobody has agreed to take part. Its lead opens it, and invites the people.'
    case 'programme.closed':
      return 'The programme is closed. Its interview can no longer be held or changed.'
    case 'interview.not_in_protocol':
      return 'The protocol of this programme has no interview. Its lead can add one on the page of the stages.'
    case 'interview.no_mentees':
      return 'Nobody whom the group could speak about has agreed to take part yet. The lead of the programme invites them, and sees who has replied.'
    case 'interview.no_mentors':
      return 'Nobody who could speak in the group has agreed to take part yet. The lead of the programme invites them, and sees who has replied.'
    case 'interview.ended':
      return 'The interview has ended. Open it again first, then begin a sitting.'
    case 'interview.not_open':
      return 'The interview is not open. Go to its page to see how it stands.'
    case 'interview.no_sitting':
      return 'No sitting is going on. Begin one first.'
    case 'interview.not_ended':
      return 'The interview has not ended, so there is nothing to open again.'
    case 'interview.documents_out':
      return 'A document has gone out to be signed off. The interview can no longer be opened again.'
    case 'interview.unknown_cell':
      return 'This person or part of the interview is not there any more. Go to the page of the interview, and choose from there.'
    case 'sitting.open_already':
      return 'A sitting is going on already. Go to the page of the interview.'
    case 'sitting.in_the_future':
      return 'The day of the sitting must be today or earlier'
    case 'sitting.not_a_day':
      return 'Enter the day of the sitting, such as 3 11 2026'
    case 'attendance.nobody':
      return 'Tick everybody who is in the room'
    case 'request.key_used_otherwise':
      return 'This form was sent before with other content. Look at the page of the interview, then send it again.'
  }
}
