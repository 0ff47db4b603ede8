/** Free text and its coding: comments, codebook and codings. */
import { codePointLength } from '../../../lib/text.ts'
import type { Code, Coding, Comment } from '../../study.ts'
import { type Known, onceOnly, readAnswering } from './answering.ts'
import { isItemAsked } from './answers.ts'
import { filled, inQuotes, oneOf, wholeNumber } from './cells.ts'
import type { Cells, Table } from './table.ts'

export const commentColumns = [
  'comment',
  'participant',
  'role',
  'stage',
  'question',
  'text',
] as const
export const codeColumns = ['code', 'theme', 'category', 'definition'] as const
export const codingColumns = ['comment', 'start', 'end', 'code', 'coder'] as const

export const readComments = (table: Table, known: Known): readonly Comment[] => {
  const isNew = onceOnly('this comment')
  const questions = [...known.protocol.items.values()]
    .filter((item) => item.kind === 'free_text')
    .map((item) => item.id)
  return table.read((cells) => {
    const answering = readAnswering(cells, known)
    const comment = filled(cells, 'comment')
    const question = oneOf(cells, 'question', questions)
    const text = filled(cells, 'text')
    if (comment === null || !isNew(cells, 'comment', comment)) return null
    const item = known.protocol.items.get(question ?? '')
    if (answering === null || item === undefined || text === null) return null
    if (!isItemAsked(cells, answering, { item, known })) return null
    return { comment, ...answering, question: item.id, text }
  })
}

export const readCodebook = (table: Table): readonly Code[] => {
  const isNew = onceOnly('this code')
  return table.read((cells) => {
    const code = filled(cells, 'code')
    const theme = filled(cells, 'theme')
    const category = filled(cells, 'category')
    if (code === null || !isNew(cells, 'code', code)) return null
    if (theme === null || category === null) return null
    return { code, theme, category, definition: cells.at('definition') }
  })
}

/** What codings refer to; null when the file they stand in could not be read. */
export type CodingTargets = { readonly comments: Table | null; readonly codebook: Table | null }

export const readCodings = (table: Table, targets: CodingTargets): readonly Coding[] => {
  const lengths = targets.comments && textLengths(targets.comments)
  const codes = targets.codebook?.read((cells) => cells.at('code')) ?? null
  const isNew = onceOnly('this coding')
  return table.read((cells) => {
    const comment = readCommentId(cells, lengths)
    const span = readSpan(cells, lengths?.get(comment ?? '') ?? null)
    const code = codes === null ? filled(cells, 'code') : oneOf(cells, 'code', codes)
    const coder = filled(cells, 'coder')
    if (comment === null || span === null || code === null || coder === null) return null
    if (!isNew(cells, 'code', `${comment}\n${span.start}\n${span.end}\n${code}\n${coder}`))
      return null
    return { comment, ...span, code, coder }
  })
}

const textLengths = (comments: Table): ReadonlyMap<string, number> =>
  new Map(
    comments.read((cells) => [cells.at('comment'), codePointLength(cells.at('text'))] as const),
  )

const readCommentId = (
  cells: Cells,
  lengths: ReadonlyMap<string, number> | null,
): string | null => {
  const comment = filled(cells, 'comment')
  if (comment === null || lengths === null || lengths.has(comment)) return comment
  return cells.wrong('comment', `${inQuotes(comment)} is not in the comments file`)
}

/** Start and end count Unicode code points from 0; the end is the first one that is not coded. */
const readSpan = (
  cells: Cells,
  length: number | null,
): { readonly start: number; readonly end: number } | null => {
  const start = wholeNumber(cells, 'start')
  const end = wholeNumber(cells, 'end')
  if (start === null || end === null) return null
  if (start >= end) return cells.wrong('end', `the end ${end} is not after the start ${start}`)
  if (length === null || end <= length) return { start, end }
  return cells.wrong('end', `the text has ${length} characters, so the end cannot be ${end}`)
}
