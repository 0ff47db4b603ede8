/** How every chart looks: the design system's colours and type, large enough on a narrow screen. */
import type { Config } from 'vega-lite'

/** Told apart by the colour-blind too, and each used with a second sign (a dash, a word, a shape). */
export const chartColours = {
  ink: '#212b32',
  quiet: '#4c6272',
  line: '#d8dde0',
  blue: '#005eb8',
  orange: '#b35900',
  paper: '#ffffff',
} as const

/** Drawn 480 wide and shown between 358 (a narrow screen) and 544: 16 is never below 12 there. */
export const chartWidth = 480
export const chartFontSize = 16
const font = 'Arial, sans-serif'

export const chartTheme: Config = {
  background: chartColours.paper,
  font,
  padding: 4,
  view: { stroke: null },
  text: { font, fontSize: chartFontSize, fill: chartColours.ink },
  axis: {
    labelFont: font,
    labelFontSize: chartFontSize,
    labelColor: chartColours.ink,
    titleFont: font,
    titleFontSize: chartFontSize,
    titleColor: chartColours.ink,
    gridColor: chartColours.line,
    domainColor: chartColours.quiet,
    tickColor: chartColours.quiet,
  },
}
