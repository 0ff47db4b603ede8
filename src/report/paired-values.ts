/** The values of each pair behind a comparison. */
import { findMeasure } from '../protocol/rules.ts'
import { indexValues } from './analysis/values.ts'
import type { Comparison } from './analysis.ts'
import type { Study } from './study.ts'

export type PairedValue = { readonly id: string; readonly before: number; readonly after: number }

/** People with both values, by code; a total needs every domain. */
export const valuesOfPairs = (
  study: Study,
  { role, measure: id, from, to, domain }: Comparison,
): readonly PairedValue[] => {
  const measure = findMeasure(study.protocol, id)
  if (measure === undefined) return []
  const { valuesOf } = indexValues(study)
  const after = valuesOf({ role, stage: to, measure }, domain)
  return [...valuesOf({ role, stage: from, measure }, domain)].flatMap(([code, before]) => {
    const later = after.get(code)
    return later === undefined ? [] : [{ id: code, before, after: later }]
  })
}
