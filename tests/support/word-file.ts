/** A Word file from the outside: its parts, its words, its tables. */
import { inflateRawSync } from 'node:zlib'

const [endSignature, entrySignature] = [0x06054b50, 0x02014b50]

/** The files in a zip archive, by name; read from the directory at its end. */
export const partsOf = (zip: Buffer): ReadonlyMap<string, string> => {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || zip.readUInt32LE(end) !== endSignature) throw new Error('This is no zip archive.')
  const parts = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== entrySignature) throw new Error('The archive is damaged.')
    const nameLength = zip.readUInt16LE(at + 28)
    parts.set(zip.toString('utf8', at + 46, at + 46 + nameLength), contentOf(zip, at))
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return parts
}

const contentOf = (zip: Buffer, entry: number): string => {
  const [method, size] = [zip.readUInt16LE(entry + 10), zip.readUInt32LE(entry + 20)]
  const local = zip.readUInt32LE(entry + 42)
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const body = zip.subarray(start, start + size)
  return (method === 0 ? body : inflateRawSync(body)).toString('utf8')
}

const unescaped = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** One line for each paragraph. */
export const wordsIn = (zip: Buffer): string =>
  [...(partsOf(zip).get('word/document.xml') ?? '').matchAll(/<w:p\b[\s\S]*?<\/w:p>/g)]
    .map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    )
    .map(unescaped)
    .join('\n')
