/** How the numbers are made, in words: printed wherever they stand. */
import { each } from '../../web/components/each.ts'
import type { Analysis } from '../analysis.ts'
import { quartileNames } from '../text-report.ts'

export const quartilesInWords = {
  tukey: `${quartileNames.tukey}: the medians of the lower and of the upper half, each with the median itself when n is odd`,
  haverage: `${quartileNames.haverage}: the weighted average at place (n + 1)/4 and 3(n + 1)/4`,
  type7: `${quartileNames.type7}: the value at place 1 + (n − 1)/4 and 1 + 3(n − 1)/4`,
} as const

export type Definition = { readonly term: string; readonly meaning: string }

export const scoreDefinitions = ({ quartileDefinition }: Analysis): readonly Definition[] => [
  { term: 'n', meaning: 'people who answered what the line needs; a total needs every domain' },
  { term: 'Quartiles', meaning: quartilesInWords[quartileDefinition] },
]

export const comparisonDefinitions: readonly Definition[] = [
  {
    term: 'Pairs',
    meaning: 'the same person before and after; who answered once only is left out and counted',
  },
  {
    term: 'Test',
    meaning:
      'Wilcoxon signed-rank test, two-sided; unchanged pairs are dropped, equal changes share their rank',
  },
  {
    term: 'p, as SPSS',
    meaning:
      'normal approximation, corrected for ties, without continuity correction; z is from the smaller rank sum',
  },
  {
    term: 'p, exact',
    meaning:
      'the share of all ways to give signs to these ranks that are at least as extreme; its fraction is not reduced. With few pairs it cannot be small: the smallest possible p stands beside it',
  },
  {
    term: 'Holm',
    meaning:
      'p adjusted for having made several tests: totals and overall scores of all planned comparisons are one family, the domains of one measure are another',
  },
  {
    term: 'Typical change',
    meaning:
      'Hodges–Lehmann: the median of the means of all two changes, each with itself too. The interval has the confidence that is printed: with 5 pairs it cannot be 95%, and is the full range',
  },
  {
    term: 'Rank-biserial',
    meaning: 'from −1 (all fell) to 1 (all rose); the difference of the rank sums over their sum',
  },
]

export const countDefinitions: readonly Definition[] = [
  {
    term: 'Percentages',
    meaning: 'of the people who answered; rounded to one decimal only when shown',
  },
]

export const tallyDefinitions: readonly Definition[] = [
  {
    term: 'Mention',
    meaning:
      'a stretch of a comment with a code of the theme; overlapping stretches count once, whatever the number of coders',
  },
  { term: 'People', meaning: 'participants who wrote a comment with the theme at that stage' },
  {
    term: 'Method',
    meaning:
      'inductive content analysis as described by Burnard (1991), doi 10.1016/0260-6917(91)90009-Y',
  },
]

export const Definitions = ({ definitions }: { readonly definitions: readonly Definition[] }) => (
  <dl className="app-definitions">
    {each(definitions, ({ term, meaning }) => (
      <div className="app-definitions__entry">
        <dt>{term}</dt>
        <dd>{meaning}.</dd>
      </div>
    ))}
  </dl>
)
