/** One number at several times, the earliest at the top: how it went on. */
import { chartColours, chartFontSize } from './chart-style.ts'
import { Drawing, Label, toSvg } from './drawing.tsx'
import { each } from './each.ts'

export type CoursePoint = { readonly label: string; readonly value: number }

export type Course = {
  readonly title: string
  readonly points: readonly CoursePoint[]
  /** The lowest and the highest number possible. */
  readonly domain: readonly [number, number]
}

const left = 176
const right = 420
const head = 40
const rowHeight = 40

const xOf =
  ([lowest, highest]: Course['domain']) =>
  (value: number): number =>
    left + ((value - lowest) / (highest - lowest)) * (right - left)

const yOf = (place: number): number => head + (place + 0.5) * rowHeight

export const courseGraph = ({ title, points, domain }: Course): string => {
  const x = xOf(domain)
  const bottom = yOf(points.length) - rowHeight / 2
  const path = points.map(({ value }, place) => `${x(value)} ${yOf(place)}`).join('L')
  return toSvg(
    <Drawing title={title} height={bottom + chartFontSize / 2}>
      {each(domain, (end) => (
        <g>
          <Label x={x(end)} y={16} anchor="middle" isQuiet>
            {end}
          </Label>
          <line x1={x(end)} x2={x(end)} y1={head - 8} y2={bottom} stroke={chartColours.line} />
        </g>
      ))}
      <path d={`M${path}`} fill="none" stroke={chartColours.blue} strokeWidth={2} />
      {each(points, ({ label, value }, place) => (
        <g>
          <Label x={left - 20} y={yOf(place)} anchor="end">
            {label}
          </Label>
          <circle cx={x(value)} cy={yOf(place)} r={7} fill={chartColours.blue} />
          <Label x={x(value) + 14} y={yOf(place)} isBold>
            {value}
          </Label>
        </g>
      ))}
    </Drawing>,
  )
}
