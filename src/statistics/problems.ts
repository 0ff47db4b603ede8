/** What can keep a statistic from being computed, and the sentence for it. */

export type StatisticProblem =
  | { readonly kind: 'different-lengths'; readonly before: number; readonly after: number }
  | { readonly kind: 'no-pairs'; readonly excluded: number }
  | { readonly kind: 'no-change' }
  | { readonly kind: 'no-values' }
  | { readonly kind: 'not-finite'; readonly position: number }
  | { readonly kind: 'not-a-probability'; readonly position: number }

export type InputProblem =
  | { readonly kind: 'not-json' }
  | { readonly kind: 'wrong-form'; readonly path: string; readonly reason: string }
  | {
      readonly kind: 'unknown-statistic'
      readonly name: string
      readonly available: readonly string[]
    }

export const sentenceOf = (problem: StatisticProblem | InputProblem): string => {
  switch (problem.kind) {
    case 'different-lengths':
      return `before has ${problem.before} entries and after has ${problem.after}. Give both the same length, with null for a missing value.`
    case 'no-pairs':
      return `No pair is complete (${problem.excluded} left out). Give at least one pair with a value before and a value after.`
    case 'no-change':
      return 'No pair changed, so there is no signed-rank test. Report all pairs as unchanged.'
    case 'no-values':
      return 'There are no values. Give at least one.'
    case 'not-finite':
      return `Entry ${problem.position} is not a finite number, or its change is not. Correct it, or leave it out.`
    case 'not-a-probability':
      return `Entry ${problem.position} of p is not between 0 and 1. Correct it, or write null where there is no test.`
    case 'not-json':
      return 'This line is not JSON. Write one JSON object on each line.'
    case 'wrong-form':
      return `${problem.path || 'This line'} does not have the right form: ${problem.reason}.`
    case 'unknown-statistic':
      return `There is no statistic named ${problem.name}. Choose one of: ${problem.available.join(', ')}.`
  }
}
