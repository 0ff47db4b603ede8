/** The values that summaries and comparisons are made of: one per person, by measure, stage and domain. */
import { type Measure, type Protocol, type RoleId, totalDomain } from '../../protocol/model.ts'
import { domainsOf } from '../../protocol/rules.ts'
import type { Score, Study } from '../study.ts'

export type Asked = { readonly role: RoleId; readonly stage: number; readonly measure: Measure }

/** Participant → value. */
export type Values = ReadonlyMap<string, number>

export type StudyValues = {
  /** Scores of one domain, or totals: only of people who answered every domain. */
  readonly valuesOf: (asked: Asked, domain: string) => Values
  /** People who answered the measure at this stage, in one domain or more. */
  readonly countAnswering: (asked: Asked) => number
}

/** The domains of a measure in the order of the protocol, then the total, if it has one. */
export const linesOf = (protocol: Protocol, measure: Measure): readonly string[] =>
  measure.answered === 'overall'
    ? domainsOf(protocol, measure)
    : [...domainsOf(protocol, measure), totalDomain]

export const indexValues = (study: Study): StudyValues => {
  const byDomain = groupScores(study.scores)
  const domainValues = (asked: Asked, domain: string): Values =>
    byDomain.get(keyOf({ ...asked, measure: asked.measure.id, domain })) ?? new Map()
  const allDomains = (asked: Asked): readonly Values[] =>
    domainsOf(study.protocol, asked.measure).map((domain) => domainValues(asked, domain))
  return {
    valuesOf: (asked, domain) =>
      domain === totalDomain ? totalsOf(allDomains(asked)) : domainValues(asked, domain),
    countAnswering: (asked) =>
      new Set(allDomains(asked).flatMap((values) => [...values.keys()])).size,
  }
}

type ScorePlace = Pick<Score, 'role' | 'stage' | 'measure' | 'domain'>

const keyOf = ({ role, stage, measure, domain }: ScorePlace): string =>
  `${role} ${stage} ${measure} ${domain}`

const groupScores = (scores: readonly Score[]): ReadonlyMap<string, Values> => {
  const groups = new Map<string, Map<string, number>>()
  for (const score of scores) {
    const key = keyOf(score)
    const group = groups.get(key) ?? new Map<string, number>()
    groups.set(key, group.set(score.participant, score.score))
  }
  return groups
}

/** A person with a domain missing has no total: adding up the rest would make it smaller than it is. */
const totalsOf = (domains: readonly Values[]): Values => {
  const [first, ...others] = domains
  const totals = new Map<string, number>()
  for (const [participant, score] of first ?? []) {
    const rest = others.map((values) => values.get(participant) ?? Number.NaN)
    const total = rest.reduce((sum, value) => sum + value, score)
    if (!Number.isNaN(total)) totals.set(participant, total)
  }
  return totals
}
