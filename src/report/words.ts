/** The words around the numbers: how many people, which share, which theme, which p. */
import { type Measure, overallDomain, type Protocol, totalDomain } from '../protocol/model.ts'
import { maximumTotal, scaleOf } from '../protocol/rules.ts'
import { peopleOf, plural } from '../protocol/wording/words.ts'
import { showPercent } from './show.ts'

export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** `hierarchy_or_power_gradient` → `Hierarchy or power gradient`. */
export const themeLabel = (id: string): string => capitalised(id.replaceAll('_', ' ').trim())

/** `left after phase 1`, `left before phase 1`. */
export const leftInWords = (afterPhase: number): string =>
  afterPhase === 0 ? 'left before phase 1' : `left after phase ${afterPhase}`

/** `4 out of 6 (66.7%)`, as the published study writes it. */
export const shareOf = (count: number, n: number): string =>
  n === 0 ? '0 out of 0' : `${count} out of ${n} (${showPercent((100 * count) / n)})`

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

/** `all 5 mentees`, `3 out of 5 (60.0%) mentees`. */
export const willingFor = (
  protocol: Protocol,
  { willing, asked }: { readonly willing: number; readonly asked: number },
): string =>
  willing === asked
    ? `all ${peopleOf(protocol, 'mentee', asked)}`
    : `${shareOf(willing, asked)} ${plural(protocol, 'mentee')}`
