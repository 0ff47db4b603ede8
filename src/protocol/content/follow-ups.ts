/** Waves of follow-up: the scales once more, 3, 6 or 12 months after the last session. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type Protocol, type QuestionnaireStep, type RoleId, roleIds, type Step } from '../model.ts'
import { findMeasure, questionnairesOf } from '../rules.ts'
import { withMendedComparisons } from './comparisons.ts'
import { idsOf, newId } from './new-id.ts'
import type { ContentProblem } from './problems.ts'

export const followUpMonths = [3, 6, 12] as const
export type FollowUpMonths = (typeof followUpMonths)[number]

const monthsOf = (step: Step): FollowUpMonths | undefined =>
  step.kind === 'questionnaire' ? step.followUpMonths : undefined

export const followUpsOf = (protocol: Protocol): readonly FollowUpMonths[] =>
  protocol.steps.flatMap((step) => monthsOf(step) ?? [])

/** The scales of a questionnaire, without those that ask about the time before. */
const scalesOf = (protocol: Protocol, step: QuestionnaireStep): QuestionnaireStep['asks'] => {
  const isAskedAgain = (id: string) => findMeasure(protocol, id)?.retrospectiveOf === undefined
  const parts = roleIds.flatMap((role): [RoleId, { measures: string[]; items: string[] }][] => {
    const measures = step.asks[role]?.measures.filter(isAskedAgain) ?? []
    return measures.length === 0 ? [] : [[role, { measures, items: [] }]]
  })
  return Object.fromEntries(parts)
}

/** Its stage is numbered when it is put in order. */
const waveAfter = (
  protocol: Protocol,
  last: QuestionnaireStep,
  months: FollowUpMonths,
): QuestionnaireStep => ({
  id: newId(`follow_up_${months}_months`, idsOf(protocol.steps)),
  title: `Follow-up after ${months} months`,
  phase: 2,
  description: `The same scales once more, ${months} months after the last session: has what changed lasted?`,
  kind: 'questionnaire',
  stage: 0,
  asks: scalesOf(protocol, last),
  willingness: false,
  followUpMonths: months,
})

const isStage = (step: Step): step is Extract<Step, { stage: number }> => 'stage' in step

/** Numbered after the last stage, in the order of their months; a number that fits stays. */
const numbered = (waves: readonly QuestionnaireStep[], last: number): QuestionnaireStep[] => {
  const [first, ...later] = waves
  if (first === undefined) return []
  const stage = Math.max(first.stage, last + 1)
  return [{ ...first, stage }, ...numbered(later, stage)]
}

/** The waves at the end, numbered on; comparisons with a wave keep to it under its new number. */
export const withFollowUpsLast = (protocol: Protocol): Protocol => {
  const main = protocol.steps.filter((step) => monthsOf(step) === undefined)
  const waves = questionnairesOf(protocol)
    .filter((step) => step.followUpMonths !== undefined)
    .toSorted((one, other) => (one.followUpMonths ?? 0) - (other.followUpMonths ?? 0))
  const last = Math.max(0, ...main.filter(isStage).map(({ stage }) => stage))
  const steps = [...main, ...numbered(waves, last)]
  const stageNow = (stage: number): number => {
    const id = waves.find((wave) => wave.stage === stage)?.id
    return steps.filter(isStage).find((step) => step.id === id)?.stage ?? stage
  }
  const comparisons = protocol.comparisons.map((comparison) => ({
    ...comparison,
    from: stageNow(comparison.from),
    to: stageNow(comparison.to),
  }))
  return { ...protocol, steps, comparisons }
}

/** Which waves there are from now on; those that were there stay as they are. */
export const chooseFollowUps = (
  protocol: Protocol,
  chosen: readonly FollowUpMonths[],
): Result<Protocol, ContentProblem> => {
  const isWanted = (step: Step) => {
    const months = monthsOf(step)
    return months === undefined || chosen.includes(months)
  }
  const last = questionnairesOf(protocol).findLast((step) => step.followUpMonths === undefined)
  const there = followUpsOf(protocol)
  const added = followUpMonths.filter(
    (months) => chosen.includes(months) && !there.includes(months),
  )
  if (
    last === undefined ||
    (added.length > 0 && Object.keys(scalesOf(protocol, last)).length === 0)
  )
    return fail({ kind: 'follow_up.nothing_to_repeat' })
  const kept = withMendedComparisons({ ...protocol, steps: protocol.steps.filter(isWanted) })
  const waves = added.map((months) => waveAfter(protocol, last, months))
  return ok(withFollowUpsLast({ ...kept, steps: [...kept.steps, ...waves] }))
}
