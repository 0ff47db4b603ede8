/** Why a document was not sent, answered or released, and what to do. */
import { dayInWords } from '../../../lib/dates.ts'
import type { RepeatedKeyProblem } from '../../../platform/action.ts'
import type { UnknownDocument } from './actions.ts'
import type { AnswerFault, ReleaseProblem, SendProblem } from './rules.ts'

export type SignOffProblem = SendProblem | ReleaseProblem | UnknownDocument | RepeatedKeyProblem

export const sentenceOfSignOffProblem = (problem: SignOffProblem): string => {
  switch (problem.kind) {
    case 'programme.not_open':
      return 'The programme is not open, so nothing can be signed off or released.'
    case 'document.unknown':
      return 'This person does not take part, so there is no document. Go back to the documents.'
    case 'interview.not_ended':
      return 'The interview has not ended. End it first: until then the group may still add to what it says.'
    case 'document.too_few_contributors':
      return `Nothing can be sent or released while fewer than ${problem.floor} who took part in the interview are still in the programme.`
    case 'document.empty':
      return 'There is no point in this document yet. Write at least one first.'
    case 'document.text_changed':
      return 'The text was changed while you were looking at it. Read it again, then send it.'
    case 'document.sent_already':
      return 'Exactly this text is out for sign-off. Wait for the answers.'
    case 'document.released_already':
      return 'Exactly this text is released. To correct it, change the document first.'
    default:
      return sentenceOfRelease(problem)
  }
}

type Releasing = Exclude<SignOffProblem, SendProblem | UnknownDocument>

const sentenceOfRelease = (problem: Releasing): string => {
  switch (problem.kind) {
    case 'document.not_out':
      return 'This text is no longer out for sign-off. See below where the document is now.'
    case 'document.change_asked':
      return 'A change is asked for. Reword the document and send it again.'
    case 'document.too_few_agree':
      return `Fewer than ${problem.floor} have answered. Wait until at least ${problem.floor} agree.`
    case 'document.answers_missing':
      return 'Not everybody has answered. The programme’s rule is that all who took part agree: wait, or remind the whole group without asking who it is.'
    case 'document.answers_awaited':
      return `Not everybody has answered, and there is time until ${dayInWords(problem.answerBy)}. After that day those who agree are enough.`
    case 'request.key_used_otherwise':
      return 'This form was sent before with other content. Look at the page, then send it again.'
  }
}

export const sentenceOfAnswerFault = (fault: AnswerFault): string => {
  switch (fault.kind) {
    case 'sign_off.not_chosen':
      return 'Select whether you agree to this text or ask for a change'
    case 'sign_off.change_not_written':
      return 'Write which words you ask to change, and why'
    case 'sign_off.change_too_long':
      return `Write ${fault.most} characters or fewer about the change`
    case 'sign_off.agreed_with_change':
      return 'You wrote about a change and selected that you agree. Select “I ask for a change”, or empty the field'
  }
}

/** At which field of the form a fault is shown. */
export const fieldOfFault = ({ kind }: AnswerFault): 'answer' | 'request' =>
  kind === 'sign_off.not_chosen' || kind === 'sign_off.agreed_with_change' ? 'answer' : 'request'
