/** The text of a file that somebody saved, however their spreadsheet writes text. */
import { fail, ok, type Result } from '../../../lib/result.ts'
import type { TableProblem } from './model.ts'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

type NotText = Extract<TableProblem, { kind: 'people_table.not_text' }>

/**
 * By its byte order mark; without one, by where zero bytes stand (UTF-16 has them in every other byte of western
 * text, other text has none), then UTF-8 if it is valid UTF-8, else Windows-1252.
 */
export const decodeText = (bytes: Uint8Array): Result<string, NotText> => {
  const file = fileOf(bytes)
  if (file !== null) return fail({ kind: 'people_table.not_text', looksLike: file })
  const encoding = encodingOf(bytes)
  if (encoding === null) return fail({ kind: 'people_table.not_text', looksLike: 'unknown' })
  return ok(new TextDecoder(encoding).decode(bytes))
}

/** How files that hold tables, but not as text, begin. */
const beginnings = [
  { file: 'workbook', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { file: 'workbook', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { file: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
] as const

const fileOf = (bytes: Uint8Array): 'workbook' | 'pdf' | null =>
  beginnings.find((beginning) => startsWith(bytes, beginning.bytes))?.file ?? null

const marks: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

const encodingOf = (bytes: Uint8Array): Encoding | null => {
  const marked = marks.find((mark) => startsWith(bytes, mark.bytes))
  if (marked !== undefined) return marked.encoding
  if (bytes.includes(0)) return utf16By(bytes)
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

const looked = 65_536
/** A sign of another script may have a zero in its other byte: one side must clearly have more. */
const clearly = 4

const utf16By = (bytes: Uint8Array): Encoding | null => {
  let [even, odd] = [0, 0]
  for (const [index, byte] of bytes.subarray(0, looked).entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even += 1
    else odd += 1
  }
  if (odd > clearly * even) return 'utf-16le'
  return even > clearly * odd ? 'utf-16be' : null
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
