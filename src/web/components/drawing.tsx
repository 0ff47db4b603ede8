/** What our own charts are drawn with. Attributes only: the security policy allows no inline styles. */
import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { chartColours, chartFontSize, chartWidth } from './chart-style.ts'

type DrawingProps = {
  readonly title: string
  readonly height: number
  readonly children: ReactNode
}

export const Drawing = ({ title, height, children }: DrawingProps) => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox={`0 0 ${chartWidth} ${height}`}
    width={chartWidth}
    height={height}
    fontFamily="Arial, sans-serif"
    fontSize={chartFontSize}
    fill={chartColours.ink}
  >
    <title>{title}</title>
    <rect width={chartWidth} height={height} fill={chartColours.paper} />
    {children}
  </svg>
)

type LabelProps = {
  readonly x: number
  readonly y: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly isBold?: boolean
  readonly isQuiet?: boolean
  readonly children: ReactNode
}

/** A line of text whose middle is at `y`, with a rim of paper to stand out from what it crosses. */
export const Label = ({ x, y, anchor = 'start', isBold, isQuiet, children }: LabelProps) => (
  <text
    x={x}
    y={y + chartFontSize * 0.35}
    textAnchor={anchor}
    fontWeight={isBold === true ? 'bold' : undefined}
    fill={isQuiet === true ? chartColours.quiet : undefined}
    stroke={chartColours.paper}
    strokeWidth={4}
    paintOrder="stroke"
  >
    {children}
  </text>
)

export const toSvg = (drawing: ReactElement): string => renderToStaticMarkup(drawing)
