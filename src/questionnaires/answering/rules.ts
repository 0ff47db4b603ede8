/** Who may answer a stage, and what the parts of a questionnaire still need. */
import type { ParticipantState } from '../../people/model.ts'
import type { Protocol, RoleId } from '../../protocol/model.ts'
import { findQuestionnaire, stageOf } from '../../protocol/rules.ts'
import type { ProgrammeState } from '../../protocol/store.ts'
import type { Draft } from '../draft-store.ts'
import type { StageAccess } from '../windows/window-rules.ts'
import { fieldsOf, type Question, type Section } from './questions.ts'
import { type Response, readResponse } from './read-response.ts'

/** How a person stands to a stage. Only `open` and `late` may answer. */
export type Standing = StageAccess | 'invited' | 'declined' | 'withdrawn' | 'not_asked' | 'answered'

type Facts = {
  readonly participant: ParticipantState
  readonly programme: ProgrammeState
  readonly access: StageAccess
  /** The stage asks this person's role something. */
  readonly isAsked: boolean
  readonly hasAnswered: boolean
}

export const standingOf = (facts: Facts): Standing => {
  if (facts.participant !== 'agreed') return facts.participant
  if (!facts.isAsked) return 'not_asked'
  if (facts.hasAnswered) return 'answered'
  if (facts.programme === 'setting_up' || facts.access === 'not_open') return 'not_open'
  return facts.programme === 'closed' ? 'closed' : facts.access
}

export const mayAnswer = (standing: Standing): boolean => standing === 'open' || standing === 'late'

export type SectionState = 'completed' | 'incomplete'

/** Completed: nothing is wrong or missing, and something was given. */
export const stateOfSection = ({ questions }: Section, draft: Draft): SectionState => {
  const isTouched = fieldsOf(questions).some((field) => (draft[field] ?? '').trim() !== '')
  return isTouched && readResponse(questions, draft).ok ? 'completed' : 'incomplete'
}

export const isOptional = ({ questions }: Section): boolean =>
  questions.every(({ isRequired }) => !isRequired)

type AtStage = { readonly stage: number; readonly role: RoleId }

/** Willingness is asked of mentors, at the stages that say so. */
export const asksWillingness = (protocol: Protocol, { stage, role }: AtStage): boolean =>
  role === 'mentor' && findQuestionnaire(protocol, stage)?.willingness === true

/** The title of what comes after a stage for this role; null after the last. */
export const nextStepOf = ({ steps }: Protocol, { stage, role }: AtStage): string | null => {
  const place = steps.findIndex((step) => stageOf(step) === stage)
  const next = steps
    .slice(place + 1)
    .find((step) => step.kind !== 'questionnaire' || step.asks[role] !== undefined)
  return next?.title ?? null
}

type Unreceived = {
  /** Something in the form is not what was received. */
  readonly isDifferent: boolean
  /** Texts in the form that were not received. */
  readonly unsent: readonly { readonly label: string; readonly text: string }[]
}

/** What a form holds beyond a response that was received before. What the form leaves out is no difference. */
export const unreceivedIn = (
  questions: readonly Question[],
  typed: Draft,
  received: Response,
): Unreceived => {
  const known = new Set(factsOf(received))
  const isNew = (question: Question): boolean => {
    const read = readResponse([{ ...question, isRequired: false }], typed)
    return read.ok ? factsOf(read.value).some((fact) => !known.has(fact)) : true
  }
  const different = questions.filter(isNew)
  const unsent = different
    .filter(({ kind }) => kind === 'free_text')
    .map(({ field, question }) => ({ label: question, text: typed[field] ?? '' }))
  return { isDifferent: different.length > 0, unsent }
}

const factsOf = ({ scores, answers, comments }: Response): readonly string[] =>
  [
    ...scores.map(({ measure, domain, score }) => [measure, domain, score]),
    ...answers.map(({ item, answer }) => [item, answer]),
    ...comments.map(({ question, text }) => [question, text]),
  ].map((fact) => JSON.stringify(fact))
