/** One line for each person from before to after, so that nobody disappears in an average. */
import { chartColours, chartFontSize } from './chart-style.ts'
import { Drawing, Label, toSvg } from './drawing.tsx'
import { each } from './each.ts'
import {
  type Direction,
  directionOf,
  endLabels,
  type Line,
  linesOf,
  mostNamed,
  type Pair,
} from './slopes.ts'
import { spreadApart } from './spread-apart.ts'

export type SlopeGraph = {
  readonly title: string
  /** What stands above the left and the right end. */
  readonly before: string
  readonly after: string
  readonly pairs: readonly Pair[]
  /** The lowest and the highest score possible. */
  readonly domain: readonly [number, number]
  readonly medianBefore: number | null
  readonly medianAfter: number | null
}

type Side = {
  readonly end: 'before' | 'after'
  readonly x: number
  /** Which way is out: the labels stand on the outer side. */
  readonly out: -1 | 1
}

const left: Side = { end: 'before', x: 150, out: -1 }
const right: Side = { end: 'after', x: 330, out: 1 }
const top = 48
const bottom = 330
const height = 410
const labelGap = chartFontSize + 2

/** Colour is never the only sign: the dash tells the same. */
const looks: Record<Direction, { colour: string; dash: string | undefined; word: string }> = {
  up: { colour: chartColours.blue, dash: undefined, word: 'higher' },
  down: { colour: chartColours.orange, dash: '9 5', word: 'lower' },
  level: { colour: chartColours.quiet, dash: '2 5', word: 'unchanged' },
}

const heightOf =
  ([lowest, highest]: readonly [number, number]) =>
  (score: number): number =>
    bottom - ((score - lowest) / (highest - lowest)) * (bottom - top)

type Place = (score: number) => number
type GraphProps = { readonly graph: SlopeGraph; readonly y: Place }
type SideProps = GraphProps & { readonly side: Side }

const MedianMark = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <rect x={x - 16} y={y - 3} width={32} height={6} />
)

const Median = ({
  side,
  median,
  y,
}: Pick<SideProps, 'side' | 'y'> & { readonly median: number }) => (
  <>
    <MedianMark x={side.x} y={y(median)} />
    <MedianMark x={side.x - 52} y={bottom + 28} />
    <Label x={side.x - 30} y={bottom + 28}>{`median ${median}`}</Label>
  </>
)

const Axis = ({ graph, y, side }: SideProps) => {
  const median = side.end === 'before' ? graph.medianBefore : graph.medianAfter
  const [outer, inner] = side.out < 0 ? (['end', 'start'] as const) : (['start', 'end'] as const)
  return (
    <g>
      <line
        x1={side.x}
        x2={side.x}
        y1={top}
        y2={bottom}
        stroke={chartColours.line}
        strokeWidth={2}
      />
      <Label x={side.x - side.out * 40} y={14} anchor={outer} isBold>
        {graph[side.end]}
      </Label>
      {each(graph.domain, (score) => (
        <Label x={side.x - side.out * 10} y={y(score)} anchor={inner} isQuiet>
          {score}
        </Label>
      ))}
      {median === null ? null : <Median side={side} median={median} y={y} />}
    </g>
  )
}

type SlopeProps = { readonly line: Line; readonly y: Place; readonly isOneOfMany: boolean }

const Slope = ({ line, y, isOneOfMany }: SlopeProps) => {
  const { colour, dash } = looks[directionOf(line)]
  const width = (isOneOfMany ? 1.5 : 3) * Math.sqrt(line.ids.length)
  const ends = { y1: y(line.before), y2: y(line.after) }
  return (
    <g stroke={colour} fill={colour}>
      <line x1={left.x} x2={right.x} {...ends} strokeWidth={width} strokeDasharray={dash} />
      <circle cx={left.x} cy={ends.y1} r={5} stroke={chartColours.paper} />
      <circle cx={right.x} cy={ends.y2} r={5} stroke={chartColours.paper} />
    </g>
  )
}

const SlopeCount = ({ line, y }: { readonly line: Line; readonly y: Place }) => (
  <Label x={(left.x + right.x) / 2} y={(y(line.before) + y(line.after)) / 2} anchor="middle" isBold>
    {`× ${line.ids.length}`}
  </Label>
)

const EndLabels = ({ graph, y, side }: SideProps) => {
  const labels = endLabels(graph.pairs, side.end)
  const places = spreadApart(
    labels.map(({ score }) => y(score)),
    labelGap,
  )
  return each(labels, ({ score, who }, place) => {
    const labelY = places[place] ?? y(score)
    const value = <tspan fontWeight="bold">{score}</tspan>
    return (
      <g>
        <path
          d={`M${side.x + side.out * 7} ${y(score)}L${side.x + side.out * 18} ${labelY}`}
          stroke={chartColours.quiet}
        />
        <Label x={side.x + side.out * 22} y={labelY} anchor={side.out < 0 ? 'end' : 'start'}>
          {side.out < 0 ? (
            <>
              {who} {value}
            </>
          ) : (
            <>
              {value} {who}
            </>
          )}
        </Label>
      </g>
    )
  })
}

const Key = ({ lines }: { readonly lines: readonly Line[] }) => {
  const used = (['up', 'down', 'level'] as const)
    .map((direction) => ({
      ...looks[direction],
      n: lines.filter((line) => directionOf(line) === direction).flatMap(({ ids }) => ids).length,
    }))
    .filter(({ n }) => n > 0)
  return each(used, ({ colour, dash, word, n }, place) => (
    <g transform={`translate(${240 + (place - used.length / 2) * 154} ${height - 20})`}>
      <line x1={6} x2={40} y1={0} y2={0} stroke={colour} strokeWidth={3} strokeDasharray={dash} />
      <Label x={48} y={0}>{`${word}: ${n}`}</Label>
    </g>
  ))
}

const Graph = ({ graph, y }: GraphProps) => {
  const lines = linesOf(graph.pairs)
  const shared = lines.filter(({ ids }) => ids.length > 1)
  const isMany = graph.pairs.length > mostNamed
  return (
    <Drawing title={graph.title} height={height}>
      <Axis graph={graph} y={y} side={left} />
      <Axis graph={graph} y={y} side={right} />
      {each(lines, (line) => (
        <Slope line={line} y={y} isOneOfMany={isMany} />
      ))}
      {isMany ? each(shared, (line) => <SlopeCount line={line} y={y} />) : null}
      <EndLabels graph={graph} y={y} side={left} />
      <EndLabels graph={graph} y={y} side={right} />
      <Key lines={lines} />
    </Drawing>
  )
}

/** Equal changes share one line, which is wider, and names or counts the people it stands for. */
export const slopeGraph = (graph: SlopeGraph): string =>
  toSvg(<Graph graph={graph} y={heightOf(graph.domain)} />)
