/** What the best pairings are where mentors rank whom they would mentor: a name and one plain sentence for each. */
import type { Protocol } from '../model.ts'

type Objective = NonNullable<Protocol['rules']['preferences']>
type Words = { readonly label: string; readonly explained: string }

export const preferenceWords: Readonly<Record<Objective, Words>> = {
  least_total: {
    label: 'The best for all together',
    explained:
      'All ranks of a pairing are added up, and the lowest sum wins: most people get a high choice, and somebody may get a low one so that others get theirs.',
  },
  rank_maximal: {
    label: 'As many first choices as possible',
    explained:
      'First come the pairings with the most first choices, among these those with the most second choices, and so on: somebody may be left with a low choice.',
  },
  fairest: {
    label: 'Nobody far down their list',
    explained:
      'The lowest choice that anybody gets is as high as it can be: nobody is left with a much worse one, even if fewer people get their first.',
  },
}
