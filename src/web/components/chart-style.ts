/** How every chart looks: the design system's colours and type, large enough on a narrow screen. */

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
