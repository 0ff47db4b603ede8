import { roleIds } from '../../protocol/model.ts'
import { questionnairesOf } from '../../protocol/rules.ts'
import type { TallyEntry } from '../analysis.ts'
import type { Coding, Comment, Study } from '../study.ts'

/**
 * Tally: how often, and by how many people, was each theme raised, by role and stage?
 *
 * @param study  comments, their codings, and the codebook that sorts codes into themes
 * @returns      `mentions`: stretches of text with the theme; `people`: participants who wrote them; themes
 *               in the order of the codebook, and no entry where a theme was not raised
 * Missing: a comment that is not coded counts nowhere.
 * Ties: none.   Method: excerpts of one comment and theme that overlap are one mention, so that several
 *   coders, or several codes of a theme, do not count a thing twice. What any coder found counts.
 * Source: Raju et al., BMJ Open 2022, doi 10.1136/bmjopen-2022-062361, table 1; Burnard 1991,
 *   doi 10.1016/0260-6917(91)90009-Y.
 * Agrees with: table 1 of the paper, in tests/paper.
 * @example tallyThemes(example)[0] // { theme: 'hierarchy_or_power_gradient', role: 'mentor', stage: 1, mentions: 1, people: 1 }
 */
export const tallyThemes = (study: Study): readonly TallyEntry[] => {
  const raised = raisedThemes(study)
  const stages = questionnairesOf(study.protocol).map(({ stage }) => stage)
  return themesOf(study).flatMap((theme) =>
    roleIds.flatMap((role) =>
      stages.flatMap((stage) => {
        const here = raised.get(placeOf(theme, { role, stage })) ?? []
        const mentions = here.reduce((sum, one) => sum + one.mentions, 0)
        const people = new Set(here.map(({ participant }) => participant)).size
        return here.length === 0 ? [] : [{ theme, role, stage, mentions, people }]
      }),
    ),
  )
}

const themesOf = ({ codebook }: Study): readonly string[] => [
  ...new Set(codebook.map(({ theme }) => theme)),
]

const placeOf = (theme: string, { role, stage }: Pick<Comment, 'role' | 'stage'>): string =>
  `${role} ${stage} ${theme}`

type Raised = { readonly participant: string; readonly mentions: number }

/** For each theme, role and stage: the comments with the theme, and how often each mentions it. */
const raisedThemes = ({
  codebook,
  codings,
  comments,
}: Study): ReadonlyMap<string, readonly Raised[]> => {
  const themes = new Map(codebook.map(({ code, theme }) => [code, theme]))
  const codingsOf = Map.groupBy(codings, ({ comment }) => comment)
  const raised = comments.flatMap((comment) => {
    const byTheme = Map.groupBy(codingsOf.get(comment.comment) ?? [], ({ code }) =>
      themes.get(code),
    )
    return [...byTheme].map(([theme = '', excerpts]) => ({
      place: placeOf(theme, comment),
      participant: comment.participant,
      mentions: countStretches(excerpts),
    }))
  })
  return Map.groupBy(raised, ({ place }) => place)
}

/** How many stretches of text the excerpts cover; overlapping ones make one. */
const countStretches = (excerpts: readonly Pick<Coding, 'start' | 'end'>[]): number => {
  let stretches = 0
  let covered = 0
  for (const { start, end } of excerpts.toSorted((a, b) => a.start - b.start)) {
    if (stretches === 0 || start >= covered) stretches += 1
    covered = Math.max(covered, end)
  }
  return stretches
}
