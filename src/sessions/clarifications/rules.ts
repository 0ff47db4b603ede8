/** When a question may be asked, passed on, answered, declined or taken back, and what the words must be. */
import type { DocumentText } from '../../interview/documents/model.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { codePointLength } from '../../lib/text.ts'
import type { ParticipantState } from '../../people/model.ts'
import type { ProgrammeState } from '../../protocol/store.ts'
import {
  type Clarification,
  isOpen,
  longestAnswer,
  longestDeclining,
  longestNote,
  longestQuestion,
  mostOpenQuestions,
} from './model.ts'

export type WordsProblem =
  | { readonly kind: 'words.missing' }
  | { readonly kind: 'words.too_long'; readonly most: number }

const typed = (text: string): string => text.replaceAll('\r\n', '\n').trim()

const atMost = (text: string, most: number): Result<string, WordsProblem> =>
  codePointLength(text) <= most ? ok(text) : fail({ kind: 'words.too_long', most })

const wordsOf = (text: string, most: number): Result<string, WordsProblem> =>
  typed(text) === '' ? fail({ kind: 'words.missing' }) : atMost(typed(text), most)

export type NotOpen = { readonly kind: 'programme.not_open' }

export type AskProblem =
  | NotOpen
  | WordsProblem
  | { readonly kind: 'question.not_taking_part' }
  | { readonly kind: 'question.no_document' }
  | { readonly kind: 'question.no_such_point' }
  | { readonly kind: 'question.too_many'; readonly most: number }

/** What a mentee who asks has before them. */
export type AskFacts = {
  readonly programme: { readonly state: ProgrammeState }
  readonly participant: { readonly state: ParticipantState }
  /** Null: they are not shown their document. */
  readonly document: DocumentText | null
  /** Their own. */
  readonly clarifications: readonly Clarification[]
}

/** @returns the document that may be asked about */
export const canAsk = (facts: AskFacts): Result<DocumentText, AskProblem> => {
  const { programme, participant, document, clarifications } = facts
  if (programme.state !== 'open') return fail({ kind: 'programme.not_open' })
  if (participant.state !== 'agreed') return fail({ kind: 'question.not_taking_part' })
  if (document === null) return fail({ kind: 'question.no_document' })
  return clarifications.filter(isOpen).length < mostOpenQuestions
    ? ok(document)
    : fail({ kind: 'question.too_many', most: mostOpenQuestions })
}

export type AskedQuestion = {
  readonly domain: string
  readonly point: string
  readonly question: string
}

/** About a point that stands in the document of now. */
export const decideQuestion = (
  facts: AskFacts,
  { domain, point, question }: AskedQuestion,
): Result<AskedQuestion, AskProblem> => {
  const allowed = canAsk(facts)
  if (!allowed.ok) return allowed
  const of = allowed.value.domains.find((one) => one.domain === domain)
  const isThere = of?.points.some((one) => typed(one) === typed(point)) === true
  if (!isThere) return fail({ kind: 'question.no_such_point' })
  const words = wordsOf(question, longestQuestion)
  return words.ok ? ok({ domain, point: typed(point), question: words.value }) : words
}

export type ClosedProblem = NotOpen | { readonly kind: 'question.closed' }

/** Whatever is done to a question is done while it is open, in a programme that is open. */
const stillOpen = (
  programme: AskFacts['programme'],
  clarification: Clarification,
): Result<Clarification, ClosedProblem> => {
  if (programme.state !== 'open') return fail({ kind: 'programme.not_open' })
  return isOpen(clarification) ? ok(clarification) : fail({ kind: 'question.closed' })
}

export const takeBack = (
  programme: AskFacts['programme'],
  clarification: Clarification,
): Result<Clarification, ClosedProblem> => {
  const open = stillOpen(programme, clarification)
  return open.ok ? ok({ ...clarification, state: 'taken_back' }) : open
}

/** What the facilitator has before them. */
export type GroupFacts = {
  readonly programme: {
    readonly state: ProgrammeState
    readonly protocol: { readonly rules: { readonly anonymityFloor: number } }
  }
  readonly clarification: Clarification
  /** Mentors who took part in the interview and have not left. */
  readonly contributors: number
  /** How many of them have taken their turn. */
  readonly turns: number
}

const floorOf = ({ programme }: GroupFacts): number => programme.protocol.rules.anonymityFloor

/** Below k nobody is hidden in the group. */
export const isGroupLargeEnough = (facts: GroupFacts): boolean =>
  facts.contributors >= floorOf(facts)

/** What was said can be read from k turns on. */
export const haveEnoughSpoken = (facts: GroupFacts): boolean => facts.turns >= floorOf(facts)

/** Passed on, and so many have left since that nobody can read or answer what was said. */
export const hasGroupBecomeTooSmall = (facts: GroupFacts): boolean =>
  facts.clarification.state === 'with_group' && !isGroupLargeEnough(facts)

export type GroupProblem =
  | ClosedProblem
  | WordsProblem
  | { readonly kind: 'question.passed_on_already' }
  | { readonly kind: 'question.not_with_group' }
  | { readonly kind: 'question.not_heard' }
  | { readonly kind: 'question.group_too_small'; readonly floor: number }
  | { readonly kind: 'question.too_few_turns'; readonly floor: number }

export const passOn = (facts: GroupFacts, text: string): Result<Clarification, GroupProblem> => {
  const open = stillOpen(facts.programme, facts.clarification)
  if (!open.ok) return open
  if (open.value.state !== 'asked') return fail({ kind: 'question.passed_on_already' })
  if (!isGroupLargeEnough(facts)) {
    return fail({ kind: 'question.group_too_small', floor: floorOf(facts) })
  }
  const words = wordsOf(text, longestQuestion)
  return words.ok ? ok({ ...open.value, state: 'with_group', passedOn: words.value }) : words
}

/** Ends the turns, so that all that is read is read at once. */
export const hear = (facts: GroupFacts): Result<Clarification, GroupProblem> => {
  const open = stillOpen(facts.programme, facts.clarification)
  if (!open.ok) return open
  if (open.value.state === 'asked') return fail({ kind: 'question.not_with_group' })
  if (open.value.state === 'with_group' && !haveEnoughSpoken(facts)) {
    return fail({ kind: 'question.too_few_turns', floor: floorOf(facts) })
  }
  return ok({ ...open.value, state: 'heard' })
}

export const answer = (facts: GroupFacts, text: string): Result<Clarification, GroupProblem> => {
  const open = stillOpen(facts.programme, facts.clarification)
  if (!open.ok) return open
  if (open.value.state !== 'heard') return fail({ kind: 'question.not_heard' })
  const words = wordsOf(text, longestAnswer)
  return words.ok ? ok({ ...open.value, state: 'answered', answer: words.value }) : words
}

/** @param text a sentence of the facilitator's own; empty: none */
export const decline = (facts: GroupFacts, text: string): Result<Clarification, GroupProblem> => {
  const open = stillOpen(facts.programme, facts.clarification)
  if (!open.ok) return open
  const words = atMost(typed(text), longestDeclining)
  if (!words.ok) return words
  return ok({ ...open.value, state: 'declined', answer: words.value === '' ? null : words.value })
}

export type TypedTurn = { readonly turn: string; readonly note: string }

export type TurnFault =
  | { readonly kind: 'turn.not_chosen' }
  | { readonly kind: 'turn.not_written' }
  | { readonly kind: 'turn.too_long'; readonly most: number }
  | { readonly kind: 'turn.nothing_with_note' }

/** @returns what is said; null: they have nothing to add */
export const readTurn = ({ turn, note }: TypedTurn): Result<string | null, TurnFault> => {
  const text = typed(note)
  switch (turn) {
    case 'nothing':
      return text === '' ? ok(null) : fail({ kind: 'turn.nothing_with_note' })
    case 'note':
      if (text === '') return fail({ kind: 'turn.not_written' })
      if (codePointLength(text) <= longestNote) return ok(text)
      return fail({ kind: 'turn.too_long', most: longestNote })
    default:
      return fail({ kind: 'turn.not_chosen' })
  }
}
