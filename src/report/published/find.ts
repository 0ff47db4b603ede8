/** Ways to find one number in an analysis; null where the study has no such data. */
import type { RoleId } from '../../protocol/model.ts'
import type {
  Analysis,
  CharacteristicSummary,
  Comparison,
  ItemSummary,
  SessionSummary,
  Summary,
} from '../analysis.ts'

export type Find = (analysis: Analysis) => number | null

export type Line = Pick<Summary, 'role' | 'measure' | 'domain'>

const isLine = (one: Line, other: Line): boolean =>
  one.role === other.role && one.measure === other.measure && one.domain === other.domain

type ReadSummary = (summary: Summary) => number | null | undefined

const inSummary =
  (read: ReadSummary) =>
  (line: Line, stage: number): Find =>
  ({ summaries }) => {
    const found = summaries.find((one) => one.stage === stage && isLine(one, line))
    return (found && read(found)) ?? null
  }

export const n = inSummary((summary) => summary.n)
export const median = inSummary((summary) => summary.median)
/** Tukey hinges: the only definition that fits every quartile in the paper. */
export const lowerQuartile = inSummary(({ quartiles }) => quartiles?.tukey[0])
export const upperQuartile = inSummary(({ quartiles }) => quartiles?.tukey[1])

const inComparison =
  (read: (comparison: Comparison) => number | null | undefined) =>
  (line: Line): Find =>
  ({ comparisons }) => {
    const found = comparisons.find((one) => isLine(one, line))
    return (found && read(found)) ?? null
  }

export const before = inComparison(({ medianBefore }) => medianBefore)
export const after = inComparison(({ medianAfter }) => medianAfter)
/** The paper names no test; the signed-rank test without continuity correction gives every p of it. */
export const probability = inComparison(({ signedRank }) => signedRank?.pAsymptotic)

export const inSessions =
  (read: (sessions: SessionSummary) => number | null | undefined): Find =>
  ({ sessions }) =>
    read(sessions) ?? null

export const peopleIn =
  (role: RoleId): Find =>
  ({ participants }) =>
    participants[role].n

/** People who did not leave before this phase. */
export const peopleInPhase =
  (role: RoleId, phase: number): Find =>
  ({ participants }) => {
    const { n, left } = participants[role]
    const gone = left.filter(({ afterPhase }) => afterPhase < phase)
    return n - gone.reduce((sum, one) => sum + one.n, 0)
  }

const characteristicOf = (
  { participants }: Analysis,
  role: RoleId,
  id: string,
): CharacteristicSummary | undefined =>
  participants[role].characteristics.find((characteristic) => characteristic.id === id)

export const rangeEnd =
  (role: RoleId, id: string, end: 'min' | 'max'): Find =>
  (analysis) => {
    const found = characteristicOf(analysis, role, id)
    return found?.kind === 'number' ? found[end] : null
  }

/** How many chose an option, of how many who answered. */
export type Share = { readonly count: Find; readonly n: Find; readonly percent: Find }

type Answered =
  | Extract<CharacteristicSummary, { kind: 'choice' }>
  | Extract<ItemSummary, { kind: 'single_choice' }>

const shareOf = (find: (analysis: Analysis) => Answered | null, value: string): Share => {
  const optionIn = (analysis: Analysis) =>
    find(analysis)?.options.find((option) => option.value === value)
  return {
    count: (analysis) => optionIn(analysis)?.count ?? null,
    n: (analysis) => find(analysis)?.n ?? null,
    percent: (analysis) => optionIn(analysis)?.percent ?? null,
  }
}

export const shareWith = (role: RoleId, id: string, value: string): Share =>
  shareOf((analysis) => {
    const found = characteristicOf(analysis, role, id)
    return found?.kind === 'choice' ? found : null
  }, value)

type Place = Pick<ItemSummary, 'role' | 'stage' | 'item'>

export const shareAnswering = ({ role, stage, item }: Place, value: string): Share =>
  shareOf(({ items }) => {
    const found = items.find((one) => one.role === role && one.stage === stage && one.item === item)
    return found?.kind === 'single_choice' ? found : null
  }, value)

/** Mentors who would mentor so many of the mentees; 0 when they were asked and nobody would. */
export const mentorsWilling =
  (willing: number): Find =>
  ({ willingness }) =>
    willingness.mentors === 0
      ? null
      : (willingness.distribution.find((one) => one.willing === willing)?.mentors ?? 0)

/** Mentions of a theme at these stages; 0 when comments are coded and none has it. */
export const mentionsOf =
  (theme: string, role: RoleId, stages: readonly number[]): Find =>
  ({ tally }) =>
    tally.length === 0
      ? null
      : tally
          .filter((one) => one.theme === theme && one.role === role && stages.includes(one.stage))
          .reduce((sum, { mentions }) => sum + mentions, 0)
