/** The tables of an analysis as files: for a spreadsheet, and as JSON for programs. */
import { type CsvCell, writeCsv } from '../lib/csv.ts'
import { overallDomain, totalDomain } from '../protocol/model.ts'
import type { Analysis, Comparison, QuartileDefinition, Summary, TallyEntry } from './analysis.ts'

/** File name → text. Numbers are not rounded. */
export const analysisFiles = (analysis: Analysis): ReadonlyMap<string, string> => {
  const { summaries, comparisons, tally } = withTotals(analysis)
  return new Map([
    ['summaries.csv', writeTable(summaryColumns, summaries)],
    ['comparisons.csv', writeTable(comparisonColumns, comparisons)],
    ['tally.csv', writeTable(tallyColumns, tally)],
    ['analysis.json', analysisJson(analysis)],
  ])
}

export const analysisJson = (analysis: Analysis): string =>
  `${JSON.stringify(withTotals(analysis), null, 2)}\n`

/**
 * Programs find a `total` for every measure. Of a measure that is answered once the total is that one
 * answer, so its line `overall` stands a second time as `total`.
 */
const withTotals = (analysis: Analysis): Analysis => ({
  ...analysis,
  summaries: analysis.summaries.flatMap(andTotal),
  comparisons: analysis.comparisons.flatMap(andTotal),
})

const andTotal = <Line extends { readonly domain: string }>(line: Line): readonly Line[] =>
  line.domain === overallDomain ? [line, { ...line, domain: totalDomain }] : [line]

/** Column → its cell, in the order of the columns. */
type Columns<Row> = Readonly<Record<string, (row: Row) => CsvCell>>

const writeTable = <Row>(columns: Columns<Row>, rows: readonly Row[]): string => {
  const cells = Object.values(columns)
  return writeCsv(
    Object.keys(columns),
    rows.map((row) => cells.map((cell) => guarded(cell(row)))),
  )
}

/** These files are opened in spreadsheets, where a text that starts like a formula would be run. */
const guarded = (cell: CsvCell): CsvCell =>
  typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell

const quartile =
  (definition: QuartileDefinition, end: 0 | 1) =>
  ({ quartiles }: Summary): CsvCell =>
    quartiles?.[definition][end] ?? null

const summaryColumns: Columns<Summary> = {
  role: ({ role }) => role,
  stage: ({ stage }) => stage,
  measure: ({ measure }) => measure,
  domain: ({ domain }) => domain,
  n: ({ n }) => n,
  incomplete: ({ incomplete }) => incomplete,
  median: ({ median }) => median,
  q1_tukey: quartile('tukey', 0),
  q3_tukey: quartile('tukey', 1),
  q1_haverage: quartile('haverage', 0),
  q3_haverage: quartile('haverage', 1),
  q1_type7: quartile('type7', 0),
  q3_type7: quartile('type7', 1),
}

const comparisonColumns: Columns<Comparison> = {
  role: ({ role }) => role,
  measure: ({ measure }) => measure,
  domain: ({ domain }) => domain,
  from: ({ from }) => from,
  to: ({ to }) => to,
  pairs: ({ pairs }) => pairs,
  excluded: ({ excluded }) => excluded,
  improved: ({ improved }) => improved,
  worsened: ({ worsened }) => worsened,
  unchanged: ({ unchanged }) => unchanged,
  median_before: ({ medianBefore }) => medianBefore,
  median_after: ({ medianAfter }) => medianAfter,
  w_plus: ({ signedRank }) => signedRank?.wPlus ?? null,
  w_minus: ({ signedRank }) => signedRank?.wMinus ?? null,
  non_zero: ({ signedRank }) => signedRank?.nonZero ?? null,
  z: ({ signedRank }) => signedRank?.z ?? null,
  p_asymptotic: ({ signedRank }) => signedRank?.pAsymptotic ?? null,
  p_exact: ({ signedRank }) => signedRank?.pExact ?? null,
  // With a slash a spreadsheet would take it for a date.
  p_exact_fraction: ({ signedRank }) => signedRank?.pExactFraction?.replace('/', ' of ') ?? null,
  smallest_attainable_p: ({ signedRank }) => signedRank?.smallestAttainableP ?? null,
  pratt_z: ({ signedRank }) => signedRank?.pratt.z ?? null,
  pratt_p_asymptotic: ({ signedRank }) => signedRank?.pratt.pAsymptotic ?? null,
  pratt_p_exact: ({ signedRank }) => signedRank?.pratt.pExact ?? null,
  hodges_lehmann: ({ hodgesLehmann }) => hodgesLehmann?.estimate ?? null,
  interval_lower: ({ hodgesLehmann }) => hodgesLehmann?.lower ?? null,
  interval_upper: ({ hodgesLehmann }) => hodgesLehmann?.upper ?? null,
  interval_level: ({ hodgesLehmann }) => hodgesLehmann?.level ?? null,
  rank_biserial: ({ rankBiserial }) => rankBiserial,
  family: ({ family }) => family,
  p_holm: ({ pHolm }) => pHolm,
  p_holm_exact: ({ pHolmExact }) => pHolmExact,
  problem: ({ problem }) => problem?.kind ?? null,
}

const tallyColumns: Columns<TallyEntry> = {
  theme: ({ theme }) => theme,
  role: ({ role }) => role,
  stage: ({ stage }) => stage,
  mentions: ({ mentions }) => mentions,
  people: ({ people }) => people,
}
