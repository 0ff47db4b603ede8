/** Waves of follow-up: the scales once more and whether it lasts, 3, 6 or 12 months after the last session. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type Protocol, type QuestionnaireStep, type RoleId, roleIds, type Step } from '../model.ts'
import { findMeasure, questionnairesOf } from '../rules.ts'
import { withMendedComparisons } from './comparisons.ts'
import {
  followUpItemsFor,
  withFollowUpQuestions,
  withoutUnaskedFollowUpQuestions,
} from './follow-up-questions.ts'
import { idsOf, newId } from './new-id.ts'
import type { ContentProblem } from './problems.ts'

export const followUpMonths = [3, 6, 12] as const
export type FollowUpMonths = (typeof followUpMonths)[number]

/** How long a wave that opened by itself can be answered. */
export const followUpDays = 28

const monthsOf = (step: Step): FollowUpMonths | undefined =>
  step.kind === 'questionnaire' ? step.followUpMonths : undefined

export const followUpsOf = (protocol: Protocol): readonly FollowUpMonths[] =>
  protocol.steps.flatMap((step) => monthsOf(step) ?? [])

/** The scales of a questionnaire, without those that ask about the time before. */
const scalesOf = (protocol: Protocol, step: QuestionnaireStep, role: RoleId): string[] =>
  (step.asks[role]?.measures ?? []).filter(
    (id) => findMeasure(protocol, id)?.retrospectiveOf === undefined,
  )

const asksOf = (protocol: Protocol, last: QuestionnaireStep): QuestionnaireStep['asks'] => {
  const parts = roleIds.map((role) => {
    const measures = scalesOf(protocol, last, role)
    return [role, { measures, items: followUpItemsFor(protocol, role) }] as const
  })
  return Object.fromEntries(
    parts.filter(([, { measures, items }]) => measures.length + items.length > 0),
  )
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
  description: `The same scales once more, ${months} months after the last session: has what changed lasted, and was it safe to speak openly?`,
  kind: 'questionnaire',
  stage: 0,
  asks: asksOf(protocol, last),
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

/**
 * What the protocol compares for a group is compared again: from the last stage before the waves to each of these. Other
 * scales are asked again and described; every further comparison would make each p larger.
 */
const withWavesCompared = (
  protocol: Protocol,
  last: QuestionnaireStep,
  added: readonly FollowUpMonths[],
): Protocol => {
  const waves = questionnairesOf(protocol).filter(
    ({ followUpMonths: months }) => months !== undefined && added.includes(months),
  )
  const isCompared = (role: RoleId, measure: string) =>
    protocol.comparisons.some((planned) => planned.role === role && planned.measure === measure)
  const comparisons = waves.flatMap(({ stage }) =>
    roleIds.flatMap((role) =>
      scalesOf(protocol, last, role)
        .filter((measure) => isCompared(role, measure))
        .map((measure) => ({ role, measure, from: last.stage, to: stage })),
    ),
  )
  return { ...protocol, comparisons: [...protocol.comparisons, ...comparisons] }
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
  const hasScales =
    last !== undefined && roleIds.some((role) => scalesOf(protocol, last, role).length > 0)
  if (last === undefined || (added.length > 0 && !hasScales))
    return fail({ kind: 'follow_up.nothing_to_repeat' })
  const kept = withMendedComparisons({ ...protocol, steps: protocol.steps.filter(isWanted) })
  if (added.length === 0) return ok(withFollowUpsLast(withoutUnaskedFollowUpQuestions(kept)))
  const asked = withFollowUpQuestions(kept)
  const waves = added.map((months) => waveAfter(asked, last, months))
  const next = withFollowUpsLast({ ...asked, steps: [...asked.steps, ...waves] })
  return ok(withWavesCompared(next, last, added))
}
