/** Why a stage was not opened, closed or planned, and what to do. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { WindowProblem } from './opening-rules.ts'

export const sentenceOfWindowProblem = ({ kind }: WindowProblem | RepeatedKeyProblem): string => {
  switch (kind) {
    case 'programme.unknown':
      return 'This programme does not exist any more. Go to the start page.'
    case 'programme.not_open':
      return 'The programme is not open yet. Open it first, then its stages.'
    case 'programme.closed':
      return 'The programme is closed. Nothing can be collected any more.'
    case 'stage.unknown':
      return 'The protocol has no such questionnaire. Go back to the list of stages.'
    case 'stage.open_already':
      return 'This stage is open already. Go back to the list of stages.'
    case 'stage.closed_already':
      return 'This stage is closed. Open it again first, then plan when it closes.'
    case 'stage.not_open':
      return 'This stage is not open, so there is nothing to close. Go back to the list of stages.'
    case 'stage.not_due':
      return 'The date of this stage was changed. Go back to the list of stages.'
    case 'stage.opens_in_the_past':
      return 'The day on which the stage opens must be today or later'
    case 'stage.closes_in_the_past':
      return 'The day on which the stage closes must be today or later'
    case 'stage.closes_before_it_opens':
      return 'The stage must close on the day it opens or later'
    case 'request.key_used_otherwise':
      return 'This form was sent before with other content. Look at the list of stages, then send it again.'
  }
}
