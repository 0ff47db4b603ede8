/** Stages that a programme may leave out, and how they come back. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type Protocol, type QuestionnaireStep, roleIds, type Step } from '../model.ts'
import { findItem, findMeasure, questionnairesOf } from '../rules.ts'
import { withMendedComparisons } from './comparisons.ts'
import { withFollowUpsLast } from './follow-ups.ts'
import type { ContentProblem } from './problems.ts'

type Changed = Result<Protocol, ContentProblem>

const isFollowUp = (step: Step): boolean =>
  step.kind === 'questionnaire' && step.followUpMonths !== undefined

/** Questionnaires and the interview; allocation and session are what a programme is. */
export const isOptional = (step: Step): boolean =>
  step.kind === 'interview' || (step.kind === 'questionnaire' && !isFollowUp(step))

const hasId =
  (id: string) =>
  (step: Step): boolean =>
    step.id === id

/** Whoever is asked for willingness must be asked before the draw. */
const otherPlaceForWillingness = (
  protocol: Protocol,
  leaving: QuestionnaireStep,
): QuestionnaireStep | undefined => {
  const draw = protocol.steps.findIndex(({ kind }) => kind === 'allocation')
  const before = draw < 0 ? protocol.steps : protocol.steps.slice(0, draw)
  return questionnairesOf({ ...protocol, steps: before }).find(
    (step) => step.id !== leaving.id && step.asks.mentor !== undefined,
  )
}

const withWillingnessAt = (protocol: Protocol, id: string): Protocol => {
  const steps = protocol.steps.map((step) =>
    step.kind === 'questionnaire' ? { ...step, willingness: step.id === id } : step,
  )
  return { ...protocol, steps }
}

const withoutQuestionnaire = (protocol: Protocol, step: QuestionnaireStep): Changed => {
  const others = questionnairesOf(protocol).filter((each) => each !== step && !isFollowUp(each))
  if (others.length === 0) return fail({ kind: 'stage.only_questionnaire' })
  const isDrawn = protocol.steps.some(({ kind }) => kind === 'allocation')
  const needsPlace = step.willingness && isDrawn
  const place = needsPlace ? otherPlaceForWillingness(protocol, step) : undefined
  if (needsPlace && place === undefined)
    return fail({ kind: 'stage.willingness_needed', title: step.title })
  const moved = place === undefined ? protocol : withWillingnessAt(protocol, place.id)
  const steps = moved.steps.filter(({ id }) => id !== step.id)
  return ok(withMendedComparisons({ ...moved, steps }))
}

/** The numbers of the other stages stay. Willingness is asked elsewhere, comparisons move or go. */
export const turnStageOff = (protocol: Protocol, id: string): Changed => {
  const step = protocol.steps.find(hasId(id))
  if (step === undefined) return fail({ kind: 'content.unknown', id })
  if (!isOptional(step)) return fail({ kind: 'stage.always_on', title: step.title })
  if (step.kind === 'questionnaire') return withoutQuestionnaire(protocol, step)
  return ok({ ...protocol, steps: protocol.steps.filter((each) => each !== step) })
}

/** What the protocol it was made from has, and this one has not. */
export const stagesThatAreOff = (protocol: Protocol, origin: Protocol): readonly Step[] =>
  origin.steps.filter((step) => isOptional(step) && !protocol.steps.some(hasId(step.id)))

/** Only what the protocol still has, or has by now, can be asked. */
const known = (protocol: Protocol, step: Step): Step => {
  if (step.kind !== 'questionnaire') return step
  const parts = roleIds.flatMap((role) => {
    const asked = step.asks[role]
    if (asked === undefined) return []
    const measures = asked.measures.filter((id) => findMeasure(protocol, id) !== undefined)
    const items = asked.items.filter((id) => findItem(protocol, id)?.roles.includes(role) === true)
    return [[role, { measures, items }]]
  })
  return { ...step, asks: Object.fromEntries(parts) }
}

/** After the nearest of the steps before it that is there. */
const placeFor = (protocol: Protocol, origin: Protocol, id: string): number => {
  const before = origin.steps.slice(0, origin.steps.findIndex(hasId(id)))
  const nearest = before.findLast((step) => protocol.steps.some(hasId(step.id)))
  return nearest === undefined ? 0 : protocol.steps.findIndex(hasId(nearest.id)) + 1
}

const isInOrder = (protocol: Protocol): boolean => {
  const stages = protocol.steps.flatMap((step) => ('stage' in step ? [step.stage] : []))
  return stages.every((stage, place) => place === 0 || stage > (stages[place - 1] ?? 0))
}

/** As it stands in the protocol from which this one was made. */
export const turnStageOn = (protocol: Protocol, origin: Protocol, id: string): Changed => {
  const step = stagesThatAreOff(protocol, origin).find(hasId(id))
  if (step === undefined) return fail({ kind: 'content.unknown', id })
  const place = placeFor(protocol, origin, id)
  const steps = protocol.steps.toSpliced(place, 0, known(protocol, step))
  const next = withFollowUpsLast({ ...protocol, steps })
  if (!isInOrder(next)) return fail({ kind: 'stage.no_room', title: step.title })
  const asksWillingness = step.kind === 'questionnaire' && step.willingness
  return ok(asksWillingness ? withWillingnessAt(next, id) : next)
}
