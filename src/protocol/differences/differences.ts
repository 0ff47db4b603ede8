/** What one version of a protocol has otherwise than another, in plain words. */
import type { Protocol } from '../model.ts'
import { groundRuleDifferences } from './ground-rules.ts'
import { labelDifferences, progressionDifferences, ruleDifferences } from './programme.ts'
import { domainDifferences, entryDifferences, measureDifferences } from './questions.ts'
import { comparisonDifferences, stepDifferences } from './steps.ts'

/**
 * One sentence for each difference that people, or those who read the results, can notice; empty where there is none.
 * Things are told apart by their ids: what was renamed is the same thing.
 */
export const differencesBetween = (before: Protocol, after: Protocol): readonly string[] => [
  ...labelDifferences(before, after),
  ...domainDifferences(before, after),
  ...measureDifferences(before, after),
  ...entryDifferences(before, after, 'items'),
  ...entryDifferences(before, after, 'characteristics'),
  ...stepDifferences(before, after),
  ...comparisonDifferences(before, after),
  ...ruleDifferences(before, after),
  ...groundRuleDifferences(before, after),
  ...progressionDifferences(before, after),
]
