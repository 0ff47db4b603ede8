/** Why a question was not asked, passed on, answered or closed, and what to do. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { UnknownQuestion } from './actions.ts'
import type { FacilitatingProblem } from './group-actions.ts'
import type { AskProblem, ClosedProblem, TurnFault } from './rules.ts'

export type QuestionProblem =
  | AskProblem
  | ClosedProblem
  | FacilitatingProblem
  | UnknownQuestion
  | RepeatedKeyProblem

export const sentenceOfQuestionProblem = (problem: QuestionProblem): string => {
  switch (problem.kind) {
    case 'programme.not_open':
      return 'The programme is not open, so nothing can be asked or answered now'
    case 'words.missing':
      return 'Write what you want to say'
    case 'words.too_long':
      return `Write ${problem.most} characters or fewer`
    case 'words.warned':
      return 'These words may tell who is meant. Read the warnings below the field, then change the words or send them as they are'
    case 'question.not_taking_part':
      return 'You do not take part in the programme, so you cannot ask the group'
    case 'question.no_document':
      return 'You can ask once you have opened your document under Feedback'
    case 'question.no_such_point':
      return 'Select the point that you ask about'
    case 'question.too_many':
      return `You have ${problem.most} questions that are not answered yet. Wait for an answer, or take one back`
    default:
      return sentenceOfClosing(problem)
  }
}

type Closing = Exclude<QuestionProblem, AskProblem | { readonly kind: 'words.warned' }>

const sentenceOfClosing = (problem: Closing): string => {
  switch (problem.kind) {
    case 'question.unknown':
      return 'There is no such question any more. Go back to the list'
    case 'question.closed':
      return 'This question was answered, declined or taken back meanwhile'
    case 'question.passed_on_already':
      return 'This question was passed on already. See below how it is worded'
    case 'question.not_with_group':
      return 'Pass the question on to the group first'
    case 'question.not_heard':
      return 'Read what the group says first'
    case 'question.group_too_small':
      return `Fewer than ${problem.floor} of the group are still in the programme, so the question cannot be passed on. You can decline it`
    case 'question.too_few_turns':
      return `Fewer than ${problem.floor} of the group have taken their turn. Wait, or decline the question`
    case 'request.key_used_otherwise':
      return 'This form was sent before with other content. Look at the page, then send it again'
  }
}

export const sentenceOfTurnFault = (fault: TurnFault): string => {
  switch (fault.kind) {
    case 'turn.not_chosen':
      return 'Select whether you write something or have nothing to add'
    case 'turn.not_written':
      return 'Write what you would say to the question'
    case 'turn.too_long':
      return `Write ${fault.most} characters or fewer`
    case 'turn.nothing_with_note':
      return 'You wrote something and selected that you have nothing to add. Select “I write something”, or empty the field'
  }
}

/** At which field of the form a fault is shown. */
export const fieldOfFault = ({ kind }: TurnFault): 'turn' | 'note' =>
  kind === 'turn.not_chosen' || kind === 'turn.nothing_with_note' ? 'turn' : 'note'
