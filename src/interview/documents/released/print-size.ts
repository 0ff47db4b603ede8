/** How large the letters of a prompt sheet can be on paper, so that it is one page. */
import { codePointLength } from '../../../lib/text.ts'
import type { DocumentText } from '../model.ts'

/** In points. */
const sizes = [14, 13, 12, 11, 10, 9] as const
export type PrintSize = (typeof sizes)[number]
const smallest = 9

/** The column of the points and the height for all domains, on A4 within its margins, in points. */
const [columnWidth, roomHeight] = [340, 690]
/** A letter is about half as wide as it is high; a line is a quarter higher than its letters. */
const [letterWidth, lineHeight] = [0.52, 1.25]
/** Around a domain and below a point. */
const [domainSpace, pointSpace] = [11, 2]

const heightAt = ({ domains }: DocumentText, size: PrintSize): number => {
  const lettersInLine = columnWidth / (size * letterWidth)
  const heightOf = (point: string): number =>
    Math.ceil(codePointLength(point) / lettersInLine) * size * lineHeight + pointSpace
  return domains
    .map(({ points }) => (points.length === 0 ? [''.padEnd(1)] : points))
    .map((points) => points.map(heightOf).reduce((sum, one) => sum + one, 0))
    .reduce((sum, one) => sum + one + size * 1.1 * lineHeight + domainSpace, 0)
}

/** The largest with which it is one page; of a text too long for any the smallest, on as many pages as it needs. */
export const printSizeOf = (text: DocumentText): PrintSize =>
  sizes.find((size) => heightAt(text, size) <= roomHeight) ?? smallest
