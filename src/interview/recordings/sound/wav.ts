/** A WAV file: its format and its samples are copied, and nothing else that may stand in it. */
import { fail, ok, type Result } from '../../../lib/result.ts'
import type { SoundProblem } from '../model.ts'
import type { Sink } from '../write-recording.ts'
import { type CleanedResult, cutOff, damaged, lasting, type Sound, take } from './sound.ts'

/** PCM, floating point, A-law, μ-law: what every browser plays. 0xfffe: one of these, said at greater length. */
const playable = [1, 3, 6, 7]
const extensible = 0xfffe
const headerBytes = 44
/** So much shorter than a piece that most of it need not be put together from two. */
const windowBytes = 131_072

type Format = {
  readonly kind: number
  readonly channels: number
  readonly rate: number
  readonly blockBytes: number
  readonly bits: number
}

type Chunk = { readonly name: string; readonly start: number; readonly bytes: number }
type Found = { readonly format: Format; readonly data: Chunk }

const chunkAt = async (sound: Sound, position: number): Promise<Chunk | null> => {
  const head = await take(sound, position, 8)
  if (head.length < 8) return null
  return { name: head.toString('latin1', 0, 4), start: position + 8, bytes: head.readUInt32LE(4) }
}

/** Chunks before the samples, such as tags, are passed over; there are a handful at most. */
const mostChunks = 1_000

const find = async (sound: Sound): Promise<Result<Found, SoundProblem>> => {
  let format: Format | null = null
  let position = 12
  for (let n = 0; n < mostChunks; n += 1) {
    const chunk = await chunkAt(sound, position)
    if (chunk === null) return cutOff
    if (chunk.name === 'fmt ') format = formatOf(await take(sound, chunk.start, 40))
    if (chunk.name === 'data') return format === null ? damaged : ok({ format, data: chunk })
    position = chunk.start + chunk.bytes + (chunk.bytes % 2)
  }
  return damaged
}

const formatOf = (fmt: Buffer): Format | null => {
  if (fmt.length < 16) return null
  const stated = fmt.readUInt16LE(0)
  return {
    kind: stated === extensible && fmt.length >= 26 ? fmt.readUInt16LE(24) : stated,
    channels: fmt.readUInt16LE(2),
    rate: fmt.readUInt32LE(4),
    blockBytes: fmt.readUInt16LE(12),
    bits: fmt.readUInt16LE(14),
  }
}

const headerOf = ({ kind, channels, rate, blockBytes, bits }: Format, bytes: number): Buffer => {
  const header = Buffer.alloc(headerBytes)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(headerBytes - 8 + bytes, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(kind, 20)
  header.writeUInt16LE(channels, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate * blockBytes, 28)
  header.writeUInt16LE(blockBytes, 32)
  header.writeUInt16LE(bits, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(bytes, 40)
  return header
}

export const cleanWav = async (sound: Sound, sink: Sink): Promise<CleanedResult> => {
  const found = await find(sound)
  if (!found.ok) return found
  const { format, data } = found.value
  if (!playable.includes(format.kind)) return fail({ kind: 'sound.unknown_codec' })
  if (format.rate === 0 || format.blockBytes !== (format.channels * format.bits) / 8) return damaged
  if (data.start + data.bytes > sound.bytes) return cutOff
  const bytes = data.bytes - (data.bytes % format.blockBytes)
  await sink.write(0, headerOf(format, bytes))
  for (let done = 0; done < bytes; done += windowBytes) {
    const samples = await take(sound, data.start + done, Math.min(windowBytes, bytes - done))
    await sink.write(headerBytes + done, samples)
  }
  return lasting(bytes / format.blockBytes / format.rate)
}
