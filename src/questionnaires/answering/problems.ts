/** What can be wrong with an answer, and the sentence that says so: the same in the summary and beside the field. */
import { overallDomain } from '../../protocol/model.ts'
import type { Question } from './questions.ts'
import { type Fault, longestText } from './read-response.ts'

const thousands = new Intl.NumberFormat('en-GB')

const missingSentence = (question: Question): string => {
  switch (question.kind) {
    case 'score':
    case 'single_choice':
      return `Select an answer for “${question.label}”`
    case 'number':
      return `Enter a number for “${question.label}”`
    case 'free_text':
      return `Enter an answer to “${question.label}”`
  }
}

const optionOf = ({ mayDecline }: Question): string =>
  mayDecline ? ', or select “Prefer not to say”' : ''

export const sentenceOfFault = (fault: Fault): string => {
  const { question } = fault
  const name = `“${question.label}”`
  switch (fault.kind) {
    case 'answer.missing':
      return `${missingSentence(question)}${optionOf(question)}`
    case 'answer.not_offered':
      return `Select one of the answers offered for ${name}`
    case 'answer.not_a_number':
      return `Enter ${name} as a number in figures, for example 45 or 7.5`
    case 'answer.has_a_comma':
      return `Enter ${name} without a comma: 7.5 for seven and a half, 1500 for fifteen hundred`
    case 'answer.out_of_range':
      return `${name} must be between ${thousands.format(fault.min)} and ${thousands.format(fault.max)}`
    case 'answer.too_long':
      return `${name} must be ${thousands.format(longestText)} characters or fewer. You have entered ${thousands.format(fault.length)}`
    case 'answer.given_and_declined':
      return `Enter an answer to ${name} or select “Prefer not to say”, not both`
  }
}

/** For a list of the faults of several grids, which ask about the same domains. */
export const sentenceAmongMany = (fault: Fault): string => {
  const { question } = fault
  const isInGrid = question.kind === 'score' && question.domain !== overallDomain
  return isInGrid ? `${sentenceOfFault(fault)} (${question.measureLabel})` : sentenceOfFault(fault)
}
