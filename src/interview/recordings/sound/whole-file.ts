/** Whether a file ends where it says that it ends: one that was cut off while it was copied does not. */
import { type Sound, take } from './sound.ts'

/** An MP4 file is a row of boxes; each says how long it is. */
export const isWholeMp4 = async (sound: Sound): Promise<boolean> => {
  let position = 0
  while (position < sound.bytes) {
    const head = await take(sound, position, 16)
    if (head.length < 8) return false
    const short = head.readUInt32BE(0)
    // 0: to the end. 1: a longer number follows.
    if (short === 0) return true
    const isLong = short === 1 && head.length === 16
    const length = isLong ? Number(head.readBigUInt64BE(8)) : short
    if (length < 8) return false
    position += length
  }
  return position === sound.bytes
}

/** Longer than any page of an Ogg file. */
const longestPage = 65_307

/** The last page of an Ogg file says how many segments it has, and how long each is. */
export const isWholeOgg = async (sound: Sound): Promise<boolean> => {
  const start = Math.max(0, sound.bytes - 2 * longestPage)
  const tail = await take(sound, start, sound.bytes - start)
  const page = tail.lastIndexOf('OggS')
  if (page < 0 || page + 27 > tail.length) return false
  const segments = tail.readUInt8(page + 26)
  const lengths = tail.subarray(page + 27, page + 27 + segments)
  const body = lengths.reduce((sum, length) => sum + length, 0)
  return lengths.length === segments && page + 27 + segments + body <= tail.length
}

const [segmentId, clusterId] = [0x18538067, 0x1f43b675]

type Element = { readonly id: number; readonly start: number; readonly bytes: number | null }

/** How many bytes a number of the format takes, told by its first. */
const lengthOf = (first: number): number => Math.clz32(first) - 23

const elementAt = (head: Buffer, position: number): Element | null => {
  const idLength = lengthOf(head[0] ?? 0)
  const sizeLength = lengthOf(head[idLength] ?? 0)
  const known = idLength <= 4 && sizeLength <= 8 && head.length >= idLength + sizeLength
  if (!known) return null
  const size = head.subarray(idLength, idLength + sizeLength)
  const bits = BigInt(`0x${size.toString('hex')}`) & ((1n << BigInt(7 * sizeLength)) - 1n)
  const isOpen = bits === (1n << BigInt(7 * sizeLength)) - 1n
  return {
    id: head.readUIntBE(0, idLength),
    start: position + idLength + sizeLength,
    bytes: isOpen ? null : Number(bits),
  }
}

/** A WebM file is a row of elements. Those that do not say how long they are consist of those behind. */
export const isWholeWebm = async (sound: Sound): Promise<boolean> => {
  let position = 0
  while (position < sound.bytes) {
    const element = elementAt(await take(sound, position, 12), position)
    if (element === null) return false
    const { id, start, bytes } = element
    if (bytes === null && id !== segmentId && id !== clusterId) return false
    position = bytes === null ? start : start + bytes
  }
  return position === sound.bytes
}
