/** What happens to the planned comparisons when a measure is no longer asked where they look. */
import type { Protocol, RoleId } from '../model.ts'
import { findMeasure, questionnairesOf } from '../rules.ts'

type Comparison = Protocol['comparisons'][number]

const keyOf = ({ role, measure, from, to }: Comparison): string =>
  `${role} ${measure} ${from} ${to}`

/** Ascending, as the stages of a protocol are. */
const stagesAsking = (protocol: Protocol, role: RoleId, measure: string): readonly number[] =>
  questionnairesOf(protocol)
    .filter((step) => step.asks[role]?.measures.includes(measure) === true)
    .map(({ stage }) => stage)

const isNearer = (to: number) => (one: number, other: number) =>
  Math.abs(one - to) - Math.abs(other - to)

/** Between the same stages where it can be, else between the nearest that still ask; null where there are no two. */
const mended = (protocol: Protocol, comparison: Comparison): Comparison | null => {
  const { role, measure } = comparison
  const stages = stagesAsking(protocol, role, measure)
  const from = stages
    .filter((stage) => stage < comparison.to)
    .toSorted(isNearer(comparison.from))[0]
  if (from === undefined) return null
  const to = stages.filter((stage) => stage > from).toSorted(isNearer(comparison.to))[0]
  return to === undefined ? null : { role, measure, from, to }
}

/** Every comparison moved to stages that ask for it, or left out; none twice. */
export const withMendedComparisons = (protocol: Protocol): Protocol => {
  const comparisons = protocol.comparisons.flatMap((comparison) => {
    const { measure } = comparison
    const kept = findMeasure(protocol, measure) === undefined ? null : mended(protocol, comparison)
    return kept === null ? [] : [kept]
  })
  const keys = comparisons.map(keyOf)
  const once = comparisons.filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
  return { ...protocol, comparisons: once }
}
