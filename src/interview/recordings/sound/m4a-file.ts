/** An MP4 file with one track of AAC, as small as it can be: no dates, no names, one number for each frame. */

const box = (name: string, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + body.length, 0)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, body])
}

const u32 = (...numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * numbers.length)
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number >>> 0, 4 * index)
  return bytes
}

const u16 = (...numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(2 * numbers.length)
  for (const [index, number] of numbers.entries()) bytes.writeUInt16BE(number, 2 * index)
  return bytes
}

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')
const zeros = (length: number): Buffer => Buffer.alloc(length)

const unity = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
/** `und`: the language is not told. */
const noLanguage = 0x55c4

export type M4aTrack = {
  readonly rate: number
  readonly channels: number
  /** What a decoder has to know: ISO 14496-3, AudioSpecificConfig. */
  readonly config: Uint8Array
}

export type M4aFrames = {
  readonly count: number
  readonly samplesEach: number
  /** The length of each in bytes: four bytes a number. */
  readonly lengths: Buffer
}

const fileType = box('ftyp', latin1('M4A '), u32(0), latin1('M4A mp42isom'))

/** Where the first frame stands. */
export const m4aStart = fileType.length + 16

/** What stands before the frames: the length of all is known at the end. */
export const m4aHead = (frameBytes: number): Buffer => {
  const long = Buffer.alloc(8)
  long.writeBigUInt64BE(BigInt(16 + frameBytes))
  return Buffer.concat([fileType, u32(1), latin1('mdat'), long])
}

/** ISO 14496-1: a descriptor with its length. */
const descriptor = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const length = Buffer.of(0x80, 0x80, 0x80 | (body.length >> 7), body.length & 0x7f)
  return Buffer.concat([Buffer.of(tag), length, body])
}

const sampleEntry = ({ rate, channels, config }: M4aTrack): Buffer => {
  const decoder = descriptor(5, Buffer.from(config))
  const aac = descriptor(4, Buffer.of(0x40, 0x15), zeros(11), decoder)
  const stream = descriptor(3, u16(0), zeros(1), aac, descriptor(6, Buffer.of(2)))
  const sound = [
    zeros(6),
    u16(1),
    zeros(8),
    u16(channels, 16, 0, 0),
    u16(Math.min(rate, 65_535), 0),
  ]
  return box('mp4a', ...sound, box('esds', u32(0), stream))
}

const tables = (track: M4aTrack, { count, samplesEach, lengths }: M4aFrames): Buffer =>
  box(
    'stbl',
    box('stsd', u32(0, 1), sampleEntry(track)),
    box('stts', u32(0, 1, count, samplesEach)),
    box('stsc', u32(0, 1, 1, count, 1)),
    box('stsz', u32(0, 0, count), lengths),
    box('stco', u32(0, 1, m4aStart)),
  )

/** What stands behind the frames. */
export const m4aTail = (track: M4aTrack, frames: M4aFrames): Buffer => {
  const duration = frames.count * frames.samplesEach
  const movie = [u32(0, 0, 0, track.rate, duration, 0x10000), u16(0x100, 0), zeros(8), unity]
  const header = [u32(7, 0, 0, 1, 0, duration), zeros(8), u16(0, 0, 0x100, 0), unity, zeros(8)]
  const sources = box('dinf', box('dref', u32(0, 1), box('url ', u32(1))))
  const media = box(
    'mdia',
    box('mdhd', u32(0, 0, 0, track.rate, duration), u16(noLanguage, 0)),
    box('hdlr', u32(0, 0), latin1('soun'), zeros(13)),
    box('minf', box('smhd', zeros(8)), sources, tables(track, frames)),
  )
  const all = box('mvhd', ...movie, zeros(24), u32(2))
  return box('moov', all, box('trak', box('tkhd', ...header), media))
}
