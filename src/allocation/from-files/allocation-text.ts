/** An allocation as text for a terminal. */
import type { Allocation, Pair, SupervisorRule, Tally } from '../model.ts'
import type { ChainDiagnostics } from '../pairings/chain-draw.ts'
import { listOf } from '../problems.ts'

export type Drawn = {
  readonly allocation: Allocation
  readonly seed: string
  readonly rule: SupervisorRule
  readonly tally: readonly Tally[]
}

export const allocationText = ({ allocation, seed, rule, tally }: Drawn): string => {
  const lines = [
    ...table(allocation.pairs),
    '',
    ...notes(allocation),
    `Possible pairings: ${allocation.count ?? 'not counted'}, ${equally(allocation)}${amongWhich(rule, allocation)}.`,
    `Method: ${methodInWords(allocation)}.`,
    `Seed: ${seed} (the same seed and the same tables give the same pairs)`,
    ...tallyLines(tally),
  ]
  return `${lines.join('\n')}\n`
}

const equally = ({ method }: Allocation): string =>
  method === 'chain' ? 'each approximately equally likely' : 'each equally likely'

export const methodInWords = ({ method, diagnostics }: Allocation): string => {
  switch (method) {
    case 'exact':
      return 'exact, every possible pairing is counted'
    case 'rejection':
      return 'exact, shuffled until nobody is in a pair that is not possible'
    case 'chain':
      return `approximately uniform, by a chain: ${diagnostics.map(walksInWords).join('; ')}`
  }
}

const walksInWords = ({ walks, steps, scaleReduction, keptFromStart }: ChainDiagnostics): string =>
  `${walks} walks of ${steps} steps agree to a factor of ${scaleReduction.toFixed(2)} (near 1 is good), ` +
  `${Math.round(keptFromStart * 100)}% of the pairs as at the start`

const table = (pairs: readonly Pair[]): string[] => {
  const width = Math.max(6, ...pairs.map(({ mentor }) => mentor.length))
  const line = (mentor: string, mentee: string): string => `${mentor.padEnd(width)}  ${mentee}`
  return [line('mentor', 'mentee'), ...pairs.map(({ mentor, mentee }) => line(mentor, mentee))]
}

const notes = ({ forced, unpaired }: Allocation): string[] => [
  ...(forced.length === 0
    ? []
    : [`In every possible pairing, so not left to chance: ${listOf(forced.map(written))}.`]),
  ...(unpaired.length === 0 ? [] : [`Without a partner: ${listOf(unpaired)}.`]),
]

const amongWhich = (rule: SupervisorRule, { supervisorPairs }: Allocation): string => {
  switch (rule) {
    case 'ask':
      return ''
    case 'avoid':
      return `; counted are those with the fewest mentors paired with their own supervisor (${supervisorPairs})`
    case 'forbid':
      return '; counted are those in which no mentor is paired with their own supervisor'
  }
}

const tallyLines = (tally: readonly Tally[]): string[] => {
  if (tally.length === 0) return []
  const draws = tally.reduce((sum, { n }) => sum + n, 0)
  return [
    '',
    `${draws} draws gave ${tally.length} different pairings; the first draw is the one above:`,
    ...tally.map(({ pairs, n }) => `${String(n).padStart(7)}  ${pairs.map(written).join(', ')}`),
  ]
}

const written = ({ mentor, mentee }: Pair): string => `${mentor}–${mentee}`
