/** A Word file (.docx), which is a zip archive, as lines of text; read as it comes, and no further than a transcript goes. */
import { fromBufferPromise, type ZipFile } from 'yauzl'
import { fail, ok, type Result } from '../../../lib/result.ts'
import type { TranscriptFault } from './model.ts'
import { startWordText } from './word-text.ts'

type Fault = Extract<TranscriptFault, { kind: `word_file.${string}` }>

const mostEntries = 1000
/** The longest day of Teams takes a third of it. */
const mostBytes = 20_000_000

export const isZip = (bytes: Uint8Array): boolean =>
  [0x50, 0x4b, 0x03, 0x04].every((byte, index) => bytes[index] === byte)

export const readWordFile = async (
  bytes: Uint8Array,
): Promise<Result<readonly string[], Fault>> => {
  const zip = await openZip(bytes)
  if (zip === null) return fail({ kind: 'word_file.damaged' })
  try {
    return await readFrom(zip)
  } catch {
    // Whatever is wrong with an archive, its reader throws it.
    return fail({ kind: 'word_file.damaged' })
  } finally {
    zip.close()
  }
}

const openZip = (bytes: Uint8Array): Promise<ZipFile | null> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Stops where an entry is larger than it declares.
  return fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true }).catch(
    () => null,
  )
}

const readFrom = async (zip: ZipFile): Promise<Result<readonly string[], Fault>> => {
  if (zip.entryCount > mostEntries) return fail({ kind: 'word_file.too_large' })
  const folders = new Set<string>()
  for await (const entry of zip.eachEntry()) {
    folders.add(entry.fileName.split('/')[0] ?? '')
    if (!/^word\/document\d*\.xml$/.test(entry.fileName)) continue
    if (entry.uncompressedSize > mostBytes) return fail({ kind: 'word_file.too_large' })
    const lines = await linesFrom(await zip.openReadStreamPromise(entry))
    return lines === null ? fail({ kind: 'word_file.damaged' }) : ok(lines)
  }
  return fail({ kind: 'word_file.something_else', looksLike: looksLike(folders) })
}

const looksLike = (folders: ReadonlySet<string>) => {
  if (folders.has('xl')) return 'workbook'
  return folders.has('ppt') ? 'slides' : 'archive'
}

const linesFrom = async (bytes: AsyncIterable<Uint8Array>): Promise<readonly string[] | null> => {
  const decoder = new TextDecoder()
  const text = startWordText()
  for await (const chunk of bytes) {
    text.write(decoder.decode(chunk, { stream: true }))
    if (text.isRefused()) return null
  }
  return text.end()
}
