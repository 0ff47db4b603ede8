/** The numbers that the published study prints, each beside the number that an analysis gives. */
import { holm } from '../statistics/holm.ts'
import type { Analysis } from './analysis.ts'
import { countFigures } from './published/count-figures.ts'
import { scaleFigures } from './published/scale-figures.ts'
import { showExactP, showNumber } from './show.ts'

export type Published = {
  /** Where it stands in published.json, `importance_stage1.q1`; null = printed, but not listed there. */
  readonly path: string | null
  /** What it is a number of, and the part of the paper that prints it. */
  readonly what: string
  readonly where: string
  /** As the paper prints it, with its digits. */
  readonly printed: string
  /** Not rounded; null when there are no such data. */
  readonly recomputed: number | null
  readonly recomputedText: string
  /** Whether the recomputed number, rounded to the digits printed, is the one printed. */
  readonly agrees: boolean
  /** Why it does not agree, or what to know where it does. */
  readonly note: string | null
}

/**
 * Every number in examples/sheffield-2022/published.json, and beyond it the percentages and the strokes of
 * table 1: counts first, then medians, quartiles and p. Quartiles are Tukey hinges, as in the paper.
 */
export const recomputePublished = (analysis: Analysis): readonly Published[] =>
  [...countFigures, ...scaleFigures].map(({ find, note = null, ...figure }) => {
    const recomputed = find(analysis)
    const agrees = recomputed !== null && isPrintedAs(recomputed, figure.printed)
    const recomputedText = recomputed === null ? '–' : textOf(recomputed, figure.path)
    const reason = recomputed === null ? 'The study has no such data.' : note
    return { ...figure, recomputed, recomputedText, agrees, note: reason }
  })

const isPrintedAs = (value: number, printed: string): boolean => {
  const decimals = printed.split('.')[1]?.length ?? 0
  return Number(value.toFixed(decimals)) === Number(printed)
}

const isProbability = (path: string | null): boolean => /\.p(_abstract)?$/.test(path ?? '')

const textOf = (value: number, path: string | null): string =>
  isProbability(path) ? showExactP(value) : showNumber(value)

export type PublishedTest = {
  readonly path: string
  readonly what: string
  readonly printed: number
  readonly printedHolm: number | null
  readonly recomputed: number | null
  readonly recomputedHolm: number | null
}

/**
 * Published tests: would the p-values that the paper prints hold if they were taken together?
 *
 * @param published  what `recomputePublished` gives
 * @returns          for each p of the Results: as printed and recomputed, 0 to 1, and both adjusted;
 *                   null where it could not be computed
 * Missing: null, and not counted in the family.   Ties: as in statistics/holm.ts.
 * Method: Holm; the family is all the tests that the paper reports. The abstract repeats one of them.
 * Source: Raju et al., BMJ Open 2022, doi 10.1136/bmjopen-2022-062361, Results.
 * Agrees with: R 4.2.2 `p.adjust` for the printed p: smallest 0.246.
 * @example adjustPublished(recomputePublished(example))[0] // { path: 'mentor_confidence.p', printed: 0.043, printedHolm: 0.246, … }
 */
export const adjustPublished = (published: readonly Published[]): readonly PublishedTest[] => {
  const tests = published.flatMap(({ path, what, printed, recomputed }) =>
    path?.endsWith('.p') ? [{ path, what, printed: Number(printed), recomputed }] : [],
  )
  const printedHolm = adjust(tests.map(({ printed }) => printed))
  const recomputedHolm = adjust(tests.map(({ recomputed }) => recomputed))
  return tests.map((test, index) => ({
    ...test,
    printedHolm: printedHolm[index] ?? null,
    recomputedHolm: recomputedHolm[index] ?? null,
  }))
}

const adjust = (p: readonly (number | null)[]): readonly (number | null)[] => {
  const result = holm(p)
  if (!result.ok) throw new Error(`a published p is no probability: ${result.problem.kind}`)
  return result.value.adjusted
}
