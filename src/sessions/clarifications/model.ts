/** A mentee asks the group about a point of their document, and the group answers as a group. */

export const clarificationStates = [
  'asked',
  'with_group',
  'heard',
  'answered',
  'declined',
  'taken_back',
] as const
/** `heard`: the facilitator reads what was said. Nothing is added any more: a note that came alone would show whose it is. */
export type ClarificationState = (typeof clarificationStates)[number]

export type Clarification = {
  readonly clarificationId: string
  readonly menteeId: string
  readonly state: ClarificationState
  /** The id of the domain in which the point stands. */
  readonly domain: string
  /** As it stood in the document. */
  readonly point: string
  /** As the mentee wrote it. */
  readonly question: string
  /** As the facilitator passed it on to the group; null: not passed on. */
  readonly passedOn: string | null
  /** Of the group, once answered; once declined what the facilitator added, or null. */
  readonly answer: string | null
}

export const mostOpenQuestions = 3
export const longestQuestion = 500
export const longestNote = 1000
export const longestAnswer = 2000
export const longestDeclining = 300

/** Said whenever a question is declined, whatever the reason. */
export const declinedSentence = 'The group cannot answer this without saying who said what.'

/** It is asked, and nobody has closed it. */
export const isOpen = ({ state }: Pick<Clarification, 'state'>): boolean =>
  state === 'asked' || state === 'with_group' || state === 'heard'
