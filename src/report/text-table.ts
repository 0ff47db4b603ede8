/** A table for a terminal: columns as wide as their widest cell, numbers to the right. */
import { codePointLength } from '../lib/text.ts'

export type TextColumn<Row> = {
  readonly title: string
  readonly isNumber?: boolean
  readonly cell: (row: Row) => string
}

export const textTable = <Row>(
  columns: readonly TextColumn<Row>[],
  rows: readonly Row[],
): string => {
  const texts = columns.map(({ title, isNumber = false, cell }) => {
    const cells = [title, ...rows.map(cell)]
    const width = Math.max(...cells.map(codePointLength))
    return cells.map((text) => pad(text, width, isNumber))
  })
  return Array.from({ length: rows.length + 1 }, (_, line) =>
    texts
      .map((column) => column[line] ?? '')
      .join('  ')
      .trimEnd(),
  ).join('\n')
}

const pad = (text: string, width: number, isNumber: boolean): string => {
  const space = ' '.repeat(width - codePointLength(text))
  return isNumber ? space + text : text + space
}
