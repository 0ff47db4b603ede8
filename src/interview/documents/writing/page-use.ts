/** How much of one page a document takes, by its characters: an estimate, a little on the safe side. */
import type { DocumentText } from '../model.ts'

/** A4 with margins of 20 mm: 257 mm at 11 point with a line height of 1.4; some 90 characters of such type in 170 mm. */
const linesOnAPage = 47
const charactersInALine = 86
const linesOfTheTitle = 4
const linesOfAHeading = 2
const gapAfterAPoint = 0.3

export type PageUse = { readonly percent: number; readonly fits: boolean }

const linesOfPoint = (point: string): number =>
  gapAfterAPoint +
  point
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / charactersInALine)), 0)

/** A domain without points takes one line that says so. */
const linesOfDomain = (points: readonly string[]): number =>
  linesOfAHeading +
  Math.max(
    1,
    points.reduce((lines, point) => lines + linesOfPoint(point), 0),
  )

export const pageUseOf = ({ domains }: DocumentText): PageUse => {
  const lines = domains.reduce((sum, { points }) => sum + linesOfDomain(points), linesOfTheTitle)
  return { percent: Math.ceil((lines / linesOnAPage) * 100), fits: lines <= linesOnAPage }
}
