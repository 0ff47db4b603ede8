/** One dot for each person's answer: with a handful of people, every answer can be seen. */
import { chartColours, chartWidth } from './chart-style.ts'
import { Drawing, Label, toSvg } from './drawing.tsx'
import { each } from './each.ts'

export type LikertRow = {
  readonly label: string
  readonly scores: readonly number[]
  /** Computed by the statistics; null when nobody answered. */
  readonly median: number | null
}

export type LikertDots = {
  readonly title: string
  readonly anchors: readonly { readonly value: number; readonly label: string }[]
  readonly rows: readonly LikertRow[]
}

const margin = 6
const headHeight = 56
const labelHeight = 36
const pitch = 15
const dotsInALine = 6
/** More dots in one place would no longer be countable: a bar with the number takes over. */
const mostDots = 24
const barHeight = 48

type Scale = { readonly values: readonly number[]; readonly columnWidth: number }

const scaleOf = ({ anchors }: LikertDots): Scale => ({
  values: anchors.map(({ value }) => value),
  columnWidth: (chartWidth - 2 * margin) / anchors.length,
})

const xOf = ({ values, columnWidth }: Scale, score: number): number =>
  margin + (score - (values[0] ?? 1) + 0.5) * columnWidth

const countOf = (row: LikertRow, value: number): number =>
  row.scores.filter((score) => score === value).length

const largestCount = (rows: readonly LikertRow[], { values }: Scale): number =>
  Math.max(1, ...rows.flatMap((row) => values.map((value) => countOf(row, value))))

const Head = ({ anchors, scale }: Pick<LikertDots, 'anchors'> & { readonly scale: Scale }) => (
  <g>
    {each(scale.values, (value) => (
      <Label x={xOf(scale, value)} y={38} anchor="middle" isBold>
        {value}
      </Label>
    ))}
    <Label x={margin} y={12} isQuiet>
      {`${anchors[0]?.value} ${anchors[0]?.label}`}
    </Label>
    <Label x={chartWidth - margin} y={12} anchor="end" isQuiet>
      {`${anchors.at(-1)?.value} ${anchors.at(-1)?.label}`}
    </Label>
  </g>
)

type CellProps = {
  readonly x: number
  readonly count: number
  readonly largest: number
  readonly height: number
}

const Dots = ({ x, count, height }: CellProps) => {
  const lines = Math.ceil(count / dotsInALine)
  return each(Array.from({ length: count }), (_, index) => {
    const line = Math.floor(index / dotsInALine)
    const inThisLine = Math.min(dotsInALine, count - line * dotsInALine)
    const across = (index % dotsInALine) - (inThisLine - 1) / 2
    const down = line - (lines - 1) / 2
    return <circle cx={x + across * pitch} cy={height / 2 + down * pitch} r={6} />
  })
}

const Bar = ({ x, count, largest, height }: CellProps) => {
  const size = (count / largest) * (height - 20)
  return (
    <>
      <rect x={x - 20} y={height - size} width={40} height={size} />
      <Label x={x} y={height - size - 9} anchor="middle">
        {count}
      </Label>
    </>
  )
}

type RowProps = {
  readonly row: LikertRow
  readonly scale: Scale
  readonly largest: number
  readonly height: number
}

/** Points down at the median, from above the answers. */
const RowMedian = ({ row, scale }: RowProps) =>
  row.median === null ? null : <path d={`M${xOf(scale, row.median)} -1l-7 -11h14Z`} />

const RowCells = ({ row, scale, largest, height }: RowProps) => {
  const Cell = largest > mostDots ? Bar : Dots
  return (
    <>
      {each(scale.values, (value) => (
        <g fill={chartColours.blue} stroke={chartColours.paper}>
          <Cell
            x={xOf(scale, value)}
            count={countOf(row, value)}
            largest={largest}
            height={height}
          />
        </g>
      ))}
    </>
  )
}

const Row = (props: RowProps) => {
  const { row, height } = props
  const numbers =
    row.median === null ? 'no answers' : `n ${row.scores.length}, ▼ median ${row.median}`
  return (
    <g>
      <Label x={margin} y={12} isBold>
        {row.label}
      </Label>
      <Label x={chartWidth - margin} y={12} anchor="end">
        {numbers}
      </Label>
      <g transform={`translate(0 ${labelHeight})`}>
        <rect
          x={margin}
          width={chartWidth - 2 * margin}
          height={height}
          fill={chartColours.line}
          fillOpacity={0.45}
        />
        <RowMedian {...props} />
        <RowCells {...props} />
      </g>
    </g>
  )
}

const Chart = ({ chart }: { readonly chart: LikertDots }) => {
  const scale = scaleOf(chart)
  const largest = largestCount(chart.rows, scale)
  const height = largest > mostDots ? barHeight : Math.ceil(largest / dotsInALine) * pitch + 11
  const step = labelHeight + height + 12
  return (
    <Drawing title={chart.title} height={headHeight + chart.rows.length * step}>
      <Head anchors={chart.anchors} scale={scale} />
      {each(chart.rows, (row, place) => (
        <g transform={`translate(0 ${headHeight + place * step})`}>
          <Row row={row} scale={scale} largest={largest} height={height} />
        </g>
      ))}
    </Drawing>
  )
}

/** The answers to one measure, a row for each domain; the median is the black triangle. */
export const likertDots = (chart: LikertDots): string => toSvg(<Chart chart={chart} />)
