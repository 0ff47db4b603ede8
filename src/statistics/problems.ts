/** What can keep a statistic from being computed, and the sentence for it. */

export type StatisticProblem =
  | {
      readonly kind: 'statistic.different_lengths'
      readonly before: number
      readonly after: number
    }
  | { readonly kind: 'statistic.no_pairs'; readonly excluded: number }
  | { readonly kind: 'statistic.no_change' }
  | { readonly kind: 'statistic.no_values' }
  | { readonly kind: 'statistic.not_finite'; readonly position: number }
  | { readonly kind: 'statistic.not_a_probability'; readonly position: number }

export type InputProblem =
  | { readonly kind: 'statistic.not_json' }
  | { readonly kind: 'statistic.wrong_form'; readonly path: string; readonly reason: string }
  | {
      readonly kind: 'statistic.unknown'
      readonly name: string
      readonly available: readonly string[]
    }

export const sentenceOf = (problem: StatisticProblem | InputProblem): string => {
  switch (problem.kind) {
    case 'statistic.different_lengths':
      return `before has ${problem.before} entries and after has ${problem.after}. Give both the same length, with null for a missing value.`
    case 'statistic.no_pairs':
      return `No pair is complete (${problem.excluded} left out). Give at least one pair with a value before and a value after.`
    case 'statistic.no_change':
      return 'No pair changed, so there is no signed-rank test. Report all pairs as unchanged.'
    case 'statistic.no_values':
      return 'There are no values. Give at least one.'
    case 'statistic.not_finite':
      return `Entry ${problem.position} is not a finite number, or its change is not. Correct it, or leave it out.`
    case 'statistic.not_a_probability':
      return `Entry ${problem.position} of p is not between 0 and 1. Correct it, or write null where there is no test.`
    case 'statistic.not_json':
      return 'This line is not JSON. Write one JSON object on each line.'
    case 'statistic.wrong_form':
      return `${problem.path || 'This line'} does not have the right form: ${problem.reason}.`
    case 'statistic.unknown':
      return `There is no statistic named ${problem.name}. Choose one of: ${problem.available.join(', ')}.`
  }
}
