/** Why something about a session was not planned, and what to do; and which field of the form it belongs to. */
import { dayInWords } from '../../lib/dates.ts'
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import { sentenceOf } from '../calendar/problems.ts'
import { mostProposals } from './model.ts'
import { longestPlace, type PlanningProblem } from './rules.ts'
import type { TypedTimeProblem } from './typed-times.ts'

export const sentenceOfPlanningProblem = (
  problem: PlanningProblem | RepeatedKeyProblem,
): string => {
  switch (problem.kind) {
    case 'planning.not_asked':
      return 'You are not asked to plan a session now. This page says why'
    case 'planning.no_such_pair':
      return 'Your pairs have changed since you opened this page. See what it says now'
    case 'planning.all_held':
      return 'All sessions of this pair have been recorded. There is none left to plan'
    case 'planning.planned_already':
      return 'A session is planned already. Move it, or cancel it first'
    case 'planning.proposed_meanwhile':
      return 'Other times have been proposed since you opened this page. Go back to see them, or send yours again to propose them instead'
    case 'planning.changed':
      return 'What was planned has changed since you opened this page. See what it says now'
    case 'planning.own_proposal':
      return 'You proposed these times yourself. The other person accepts one'
    case 'planning.no_such_length':
      return problem.least === problem.most
        ? `Enter ${problem.most} minutes: that is how long a session takes here`
        : `Enter a whole number of minutes from ${problem.least} to ${problem.most}`
    case 'planning.place_too_long':
      return `Enter the place or the link in ${longestPlace} characters or fewer`
    case 'times.none':
      return 'Enter at least one day and time'
    case 'times.too_many':
      return `Propose up to ${mostProposals} times`
    case 'times.have_passed':
      return 'This time has passed. Enter one that is still to come'
    case 'times.too_far':
      return 'This time is more than a year away. Enter an earlier one'
    case 'times.given_twice':
      return 'You have entered this time before. Enter another one or leave it empty'
    case 'request.key_used_otherwise':
      return 'This form was sent before. Look at what the page says now, and send it again if it is still needed'
    default:
      return sentenceOf(problem)
  }
}

export const sentenceOfTypedTime = (problem: TypedTimeProblem): string => {
  switch (problem.kind) {
    case 'time.no_day':
      return 'Enter the day that belongs to this time'
    case 'time.no_time':
      return 'Enter the time of day, such as 14:30'
    case 'time.not_a_day':
      return 'Enter a real date, such as 3 11 2026'
    case 'time.not_a_time':
      return 'Enter a time of day, such as 14:30 or 2:30pm'
    case 'time.morning_or_afternoon':
      return `Enter ${problem.options[0]} for the night or ${problem.options[1]} for the afternoon`
    case 'time.left_out':
      return `There is no ${problem.time} on ${dayInWords(problem.day)}: the clocks go forward and leave it out. Enter another time`
    case 'time.comes_twice':
      return `${problem.time} comes twice on ${dayInWords(problem.day)}, when the clocks go back. Enter ${problem.time} BST for the first or ${problem.time} GMT for the second`
  }
}
