/** The frames that an MP3 file consists of: ISO 11172-3 and 13818-3, layer III. */

export type Frame = {
  /** 1: MPEG-1; 2: MPEG-2 or 2.5. */
  readonly version: 1 | 2
  readonly isMono: boolean
  readonly rate: number
  readonly bytes: number
  readonly samples: number
}

const kilobits = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const
const rates = [44_100, 48_000, 32_000]
/** By the two bits of the version: 2.5, reserved, 2, 1. */
const slower = [4, 0, 2, 1]

export const frameHeaderBytes = 4

/** Null: no frame begins here. */
export const frameAt = (bytes: Uint8Array, at: number): Frame | null => {
  if (bytes[at] !== 0xff) return null
  const [, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + frameHeaderBytes)
  const isLayer3 = (second & 0xe6) === 0xe2
  const divisor = slower[(second >> 3) & 3] ?? 0
  const rate = (rates[(third >> 2) & 3] ?? 0) / divisor
  const version = divisor === 1 ? 1 : 2
  const kilobit = kilobits[version][third >> 4] ?? 0
  if (!isLayer3 || divisor === 0 || rate === 0 || kilobit === 0) return null
  const samples = version === 1 ? 1152 : 576
  const padding = (third >> 1) & 1
  const length = Math.floor((samples / 8) * ((kilobit * 1000) / rate)) + padding
  return { version, isMono: fourth >> 6 === 3, rate, bytes: length, samples }
}

/** Two frames of one stream; a chance pattern in something else is seldom followed by its like. */
export const areAlike = (one: Frame, other: Frame): boolean =>
  one.version === other.version && one.rate === other.rate && one.isMono === other.isMono

/** Where the table of a frame that holds no sound but tells the length stands in it. */
const tableAt = ({ version, isMono }: Pick<Frame, 'version' | 'isMono'>): number => {
  if (version === 1) return frameHeaderBytes + (isMono ? 17 : 32)
  return frameHeaderBytes + (isMono ? 9 : 17)
}

/** What the first frame declares: null when it is a frame of sound. */
export const declaredIn = (
  bytes: Buffer,
  at: number,
  frame: Frame,
): { readonly bytes: number | null } | null => {
  const table = at + tableAt(frame)
  const name = bytes.toString('latin1', table, table + 4)
  if (name !== 'Xing' && name !== 'Info') return null
  const flags = bytes.readUInt32BE(table + 4)
  const bytesAt = table + 8 + ((flags & 1) === 1 ? 4 : 0)
  return { bytes: (flags & 2) === 2 ? bytes.readUInt32BE(bytesAt) : null }
}

const tableBytes = 4 + 4 + 4 + 4 + 100

/** A first frame like this one but without sound, long enough for the table. */
export const emptyFirstFrame = (header: Buffer, frame: Frame): Buffer => {
  const needed = tableAt(frame) + tableBytes
  const bare = Buffer.from(header.subarray(0, frameHeaderBytes))
  // No checksum follows the header.
  bare.writeUInt8((bare[1] ?? 0) | 1, 1)
  for (let index = 1; index < 15; index += 1) {
    bare.writeUInt8((index << 4) | ((bare[2] ?? 0) & 0x0c), 2)
    const made = frameAt(bare, 0)
    if (made !== null && made.bytes >= needed) {
      return Buffer.concat([bare, Buffer.alloc(made.bytes - bare.length)])
    }
  }
  throw new Error('No frame of this kind is long enough for a table.')
}

export type Totals = {
  readonly frames: number
  readonly bytes: number
  /** Where playing has come to, in bytes, after each hundredth of the time. */
  readonly hundredths: readonly number[]
}

/** Tells players how long it lasts and where what is. */
export const fillIn = (first: Buffer, frame: Frame, totals: Totals): void => {
  const at = tableAt(frame)
  first.write('Xing', at, 'latin1')
  first.writeUInt32BE(7, at + 4)
  first.writeUInt32BE(totals.frames, at + 8)
  first.writeUInt32BE(totals.bytes, at + 12)
  for (const [index, place] of totals.hundredths.entries()) {
    first.writeUInt8(Math.min(255, Math.floor((256 * place) / totals.bytes)), at + 16 + index)
  }
}
