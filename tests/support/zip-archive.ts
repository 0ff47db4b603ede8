/** A zip archive made by hand: honest, or with sizes that are not true. */
import { crc32, deflateRawSync } from 'node:zlib'

export type ZipEntry = {
  readonly name: string
  readonly content: Buffer | string
  /** What the archive says of the size once unpacked; the truth unless told. */
  readonly declaredBytes?: number
}

const deflated = 8

/** Signature, versions and flags, method, time, sum, sizes, length of the name: alike in both headers. */
const headerOf = (
  signature: number,
  { name, content, declaredBytes }: ZipEntry,
  packed: Buffer,
) => {
  const bytes = Buffer.from(content)
  const versions = signature === 0x02014b50 ? Buffer.from([20, 0, 20, 0]) : Buffer.from([20, 0])
  const rest = Buffer.alloc(24)
  rest.writeUInt16LE(deflated, 2)
  rest.writeUInt32LE(crc32(bytes), 8)
  rest.writeUInt32LE(packed.length, 12)
  rest.writeUInt32LE(declaredBytes ?? bytes.length, 16)
  rest.writeUInt16LE(Buffer.byteLength(name), 20)
  const start = Buffer.alloc(4)
  start.writeUInt32LE(signature)
  return Buffer.concat([start, versions, rest])
}

export const zipOf = (entries: readonly ZipEntry[]): Buffer => {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const packed = deflateRawSync(entry.content)
    const file = Buffer.concat([
      headerOf(0x04034b50, entry, packed),
      Buffer.from(entry.name),
      packed,
    ])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(headerOf(0x02014b50, entry, packed), rest, Buffer.from(entry.name))
    files.push(file)
    at += file.length
  }
  const names = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(names.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, names, end])
}

/** A Word file with this body, and nothing else in it. */
export const wordFileOf = (body: string, before = ''): Buffer =>
  zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0"?>${before}<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    },
  ])
