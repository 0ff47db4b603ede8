/** One arrow for each line of a comparison, from the median before to the median after: no single answer can be seen. */
import { chartColours, chartWidth } from './chart-style.ts'
import { Drawing, Label, toSvg } from './drawing.tsx'
import { each } from './each.ts'

export type MedianChange = {
  readonly label: string
  readonly before: number
  readonly after: number
  /** The lowest and the highest score possible. */
  readonly domain: readonly [number, number]
}

const margin = 12
const step = 62
const labelY = 14
const trackY = 40

const xOf = ({ domain: [lowest, highest] }: MedianChange, score: number): number =>
  margin + ((score - lowest) / (highest - lowest)) * (chartWidth - 2 * margin)

/** Colour is never the only sign: the numbers stand beside it, and a lower median is dashed. */
const lookOf = ({ before, after }: MedianChange) => {
  if (before === after) return { colour: chartColours.quiet, dash: undefined }
  return after > before
    ? { colour: chartColours.blue, dash: undefined }
    : { colour: chartColours.orange, dash: '9 5' }
}

const Row = ({ change }: { readonly change: MedianChange }) => {
  const { colour, dash } = lookOf(change)
  const [from, to] = [xOf(change, change.before), xOf(change, change.after)]
  return (
    <g>
      <Label x={margin} y={labelY} isBold>
        {change.label}
      </Label>
      <Label x={chartWidth - margin} y={labelY} anchor="end">
        {change.before === change.after
          ? `unchanged at ${change.before}`
          : `${change.before} to ${change.after}`}
      </Label>
      <line
        x1={margin}
        x2={chartWidth - margin}
        y1={trackY}
        y2={trackY}
        stroke={chartColours.line}
        strokeWidth={6}
      />
      <line
        x1={from}
        x2={to}
        y1={trackY}
        y2={trackY}
        stroke={colour}
        strokeWidth={4}
        strokeDasharray={dash}
      />
      <circle
        cx={from}
        cy={trackY}
        r={7}
        fill={chartColours.paper}
        stroke={colour}
        strokeWidth={3}
      />
      <circle cx={to} cy={trackY} r={7} fill={colour} />
    </g>
  )
}

/** The open circle is before, the full one after; where they are the same, only the full one can be seen. */
export const medianChanges = (title: string, changes: readonly MedianChange[]): string =>
  toSvg(
    <Drawing title={title} height={changes.length * step}>
      {each(changes, (change, place) => (
        <g transform={`translate(0 ${place * step})`}>
          <Row change={change} />
        </g>
      ))}
    </Drawing>,
  )
