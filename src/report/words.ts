/** The words around the numbers: how many people, which share, which theme, which p. */
import {
  type Measure,
  overallDomain,
  type Protocol,
  type RoleId,
  totalDomain,
} from '../protocol/model.ts'
import { maximumTotal, scaleOf } from '../protocol/rules.ts'
import { showPercent } from './show.ts'

export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** `hierarchy_or_power_gradient` → `Hierarchy or power gradient`. */
export const themeLabel = (id: string): string => capitalised(id.replaceAll('_', ' ').trim())

/** `Mentor` → `mentor`, to stand inside a sentence; `ST4 doctor` stays. */
export const insideSentence = (label: string): string =>
  /^\p{Lu}[\p{Ll} ]/u.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label

export const plural = (protocol: Protocol, role: RoleId): string =>
  insideSentence(protocol.roles[role].plural)

/** `1 mentor`, `6 mentors`. */
export const peopleOf = (protocol: Protocol, role: RoleId, n: number): string =>
  `${n} ${n === 1 ? insideSentence(protocol.roles[role].label) : plural(protocol, role)}`

/** `1 pair`, `5 pairs`. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`

/** `4 out of 6 (66.7%)`, as the published study writes it. */
export const shareOf = (count: number, n: number): string =>
  n === 0 ? '0 out of 0' : `${count} out of ${n} (${showPercent((100 * count) / n)})`

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** `a, b and c`. */
export const listed = (entries: readonly string[]): string => list.format(entries)

/** The highest score that this line can have: 35 for a total of seven, 5 for a domain or an overall score. */
export const highestScore = (protocol: Protocol, measure: Measure, domain: string): number =>
  domain === totalDomain
    ? maximumTotal(protocol, measure)
    : Math.max(...scaleOf(protocol, measure).anchors.map(({ value }) => value))

export const isWhole = (domain: string): boolean =>
  domain === totalDomain || domain === overallDomain

/** `p = 0.043`, `p < 0.001`. */
export const pIs = (shown: string): string =>
  shown.startsWith('<') ? `p < ${shown.slice(1)}` : `p = ${shown}`

export const stageTitle = (protocol: Protocol, stage: number): string =>
  protocol.steps.find((step) => 'stage' in step && step.stage === stage)?.title ?? ''

/** `all 5 mentees`, `3 out of 5 (60.0%) mentees`. */
export const willingFor = (
  protocol: Protocol,
  { willing, asked }: { readonly willing: number; readonly asked: number },
): string =>
  willing === asked
    ? `all ${peopleOf(protocol, 'mentee', asked)}`
    : `${shareOf(willing, asked)} ${plural(protocol, 'mentee')}`
