/** The lines of one planned comparison: what changed, and how the tests came out. */
import { Table } from '../../web/components/table.tsx'
import type { Comparison } from '../analysis.ts'
import { labelsOf } from '../labels.ts'
import type { Reported } from '../reported.ts'
import { showExactP, showNumberOrDash, showP, showPercent, showRange, withMinus } from '../show.ts'

type TableProps = {
  readonly id: string
  /** Whose measure it is: captions are unique on a page. */
  readonly of: string
  readonly protocol: Reported['study']['protocol']
  readonly lines: readonly Comparison[]
}

const numeric = (header: string) => ({ header, isNumeric: true })

export const ChangeTable = ({ id, of, protocol, lines }: TableProps) => {
  const labels = labelsOf(protocol)
  return (
    <Table
      id={`${id}-changes`}
      caption={`What changed: ${of}`}
      captionSize="s"
      isCompact
      columns={[
        { header: 'Domain' },
        ...['Pairs', 'Improved', 'Worsened', 'Unchanged', 'Medians'].map(numeric),
        ...['Typical change (interval)', 'Confidence', 'Rank-biserial'].map(numeric),
      ]}
      rows={lines.map((line) => [
        labels.domain(line.domain),
        line.pairs,
        line.improved,
        line.worsened,
        line.unchanged,
        `${showNumberOrDash(line.medianBefore)} → ${showNumberOrDash(line.medianAfter)}`,
        changeOf(line),
        line.hodgesLehmann === null ? '–' : showPercent(100 * line.hodgesLehmann.level),
        line.rankBiserial === null ? '–' : withMinus(line.rankBiserial),
      ])}
    />
  )
}

const changeOf = ({ hodgesLehmann }: Comparison): string => {
  if (hodgesLehmann === null) return '–'
  const { estimate, lower, upper } = hodgesLehmann
  return `${withMinus(estimate)} (${showRange(lower, upper)})`
}

export const TestTable = ({ id, of, protocol, lines }: TableProps) => {
  const labels = labelsOf(protocol)
  return (
    <Table
      id={`${id}-tests`}
      caption={`Wilcoxon signed-rank tests: ${of}`}
      captionSize="s"
      isCompact
      columns={[
        { header: 'Domain' },
        ...['Pairs', 'W+', 'z', 'p, as SPSS', 'p, exact', 'Exact as a fraction'].map(numeric),
        ...['Smallest possible p', 'Holm, as SPSS', 'Holm, exact'].map(numeric),
      ]}
      rows={lines.map((line) => [labels.domain(line.domain), line.pairs, ...testCells(line)])}
    />
  )
}

const noTest = ['–', '–', 'no test', 'no test', '–', '–', '–', '–']

const testCells = ({ signedRank: test, pHolm, pHolmExact }: Comparison): readonly string[] =>
  test === null
    ? noTest
    : [
        showNumberOrDash(test.wPlus),
        withMinus(test.z),
        showP(test.pAsymptotic),
        showExactP(test.pExact),
        test.pExactFraction ?? '–',
        showExactP(test.smallestAttainableP),
        showP(pHolm),
        showExactP(pHolmExact),
      ]
