/** What differs in the ground rules that a programme has written itself. */
import { isDeepStrictEqual } from 'node:util'
import type { Protocol } from '../model.ts'
import { groundRulesOf } from '../wording/ground-rules.ts'
import { when } from './lists.ts'

/** The usual ones follow the labels and the rules, whose differences are told already. */
export const groundRuleDifferences = (before: Protocol, after: Protocol): readonly string[] => {
  if (isDeepStrictEqual(before.groundRules, after.groundRules)) return []
  const [old, now] = [groundRulesOf(before), groundRulesOf(after)]
  const added = now.filter((rule) => !old.includes(rule))
  const removed = old.filter((rule) => !now.includes(rule))
  return [
    ...added.map((rule) => `The ground rule “${rule}” was added.`),
    ...removed.map((rule) => `The ground rule “${rule}” was taken out.`),
    ...when(added.length + removed.length === 0, 'The ground rules stand in another order.'),
  ]
}
