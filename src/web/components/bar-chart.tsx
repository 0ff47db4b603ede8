/** A bar for each thing, with its number, below each other. */
import { chartColours, chartFontSize } from './chart-style.ts'
import { Drawing, Label, toSvg } from './drawing.tsx'
import { each } from './each.ts'

export type Bar = {
  readonly label: string
  readonly value: number
  /** Colour is never the only sign: the label says which it is. */
  readonly colour?: 'blue' | 'orange' | 'quiet' | undefined
}

const left = 216
const right = 440
const rowHeight = 32
const barHeight = 18
const longestLabel = 24

const short = (label: string): string =>
  label.length > longestLabel ? `${label.slice(0, longestLabel - 1).trimEnd()}…` : label

type RowProps = { readonly bar: Bar; readonly y: number; readonly most: number }

const Row = ({ bar, y, most }: RowProps) => {
  const width = ((right - left) * bar.value) / most
  return (
    <>
      <Label x={left - 8} y={y} anchor="end">
        {short(bar.label)}
      </Label>
      <rect
        x={left}
        y={y - barHeight / 2}
        width={Math.max(width, 1)}
        height={barHeight}
        fill={chartColours[bar.colour ?? 'quiet']}
      />
      <Label x={left + width + 6} y={y}>
        {bar.value}
      </Label>
    </>
  )
}

export const drawBars = (title: string, bars: readonly Bar[]): string => {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const drawing = (
    <Drawing title={title} height={bars.length * rowHeight + chartFontSize}>
      <line
        x1={left}
        y1={4}
        x2={left}
        y2={bars.length * rowHeight + 12}
        stroke={chartColours.line}
      />
      {each(bars, (bar, place) => (
        <Row bar={bar} y={place * rowHeight + chartFontSize + 8} most={most} />
      ))}
    </Drawing>
  )
  return toSvg(drawing)
}
