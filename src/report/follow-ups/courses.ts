/** How the median of each scale went on, from the first stage to the last wave. */
import {
  type Measure,
  overallDomain,
  type Protocol,
  type RoleId,
  roleIds,
  totalDomain,
} from '../../protocol/model.ts'
import { measuresOf, questionnairesOf } from '../../protocol/rules.ts'
import { lowestScore } from '../figures.ts'
import type { Reported } from '../reported.ts'
import { highestScore } from '../words.ts'

export type MedianPoint = {
  readonly stage: number
  /** Null: a stage before the follow-ups. */
  readonly months: number | null
  readonly median: number
}

export type MedianCourse = {
  readonly role: RoleId
  readonly measure: Measure
  readonly domain: readonly [number, number]
  readonly points: readonly MedianPoint[]
}

type IsShown = (at: { readonly role: RoleId; readonly stage: number }) => boolean

type Scale = { readonly role: RoleId; readonly measure: Measure }

/** Only from stages that cannot change and that k people or more answered, and only with a wave among them. */
export const coursesOf = (reported: Reported, isShown: IsShown): readonly MedianCourse[] =>
  scalesOfWaves(reported.study.protocol)
    .map((scale) => ({
      ...scale,
      domain: rangeOf(reported.study.protocol, scale.measure),
      points: pointsOf(reported, scale, isShown),
    }))
    .filter(({ points }) => points.length > 1 && points.some(({ months }) => months !== null))

const scalesOfWaves = (protocol: Protocol): readonly Scale[] => {
  const waves = questionnairesOf(protocol).filter((step) => step.followUpMonths !== undefined)
  return roleIds.flatMap((role) =>
    [...new Set(waves.flatMap((step) => measuresOf(protocol, step, role)))].map((measure) => ({
      role,
      measure,
    })),
  )
}

const lineOf = ({ answered }: Measure): string =>
  answered === overallDomain ? overallDomain : totalDomain

const rangeOf = (protocol: Protocol, measure: Measure): MedianCourse['domain'] => [
  lowestScore(protocol, measure, lineOf(measure)),
  highestScore(protocol, measure, lineOf(measure)),
]

const pointsOf = (
  { study: { protocol }, analysis }: Reported,
  { role, measure }: Scale,
  isShown: IsShown,
): readonly MedianPoint[] =>
  questionnairesOf(protocol).flatMap(({ stage, followUpMonths }) => {
    const summary = analysis.summaries.find(
      (one) =>
        one.role === role &&
        one.stage === stage &&
        one.measure === measure.id &&
        one.domain === lineOf(measure),
    )
    const { n, median } = summary ?? { n: 0, median: null }
    const isEnough = n >= protocol.rules.anonymityFloor
    if (!isEnough || median === null || !isShown({ role, stage })) return []
    return [{ stage, months: followUpMonths ?? null, median }]
  })
