/** Ogg, WebM and M4A files: the packets of sound are copied into a new file, without decoding them. */
import {
  CustomSource,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  MP4,
  OGG,
  OggOutputFormat,
  Output,
  StreamTarget,
  type StreamTargetChunk,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny'
import { fail, ok, type Result } from '../../../lib/result.ts'
import type { SoundProblem } from '../model.ts'
import type { Sink } from '../write-recording.ts'
import { type M4aTrack, m4aHead, m4aStart, m4aTail } from './m4a-file.ts'
import { type CleanedResult, damaged, lasting, type Sound } from './sound.ts'

/** No header of a recording is longer; what says so wants to fill the memory. */
const mostAtOnce = 24 * 1_048_576
const cacheBytes = 4 * 1_048_576

const kinds = {
  ogg: { format: OGG, codecs: ['opus', 'vorbis'] },
  webm: { format: WEBM, codecs: ['opus', 'vorbis'] },
  m4a: { format: MP4, codecs: ['aac'] },
} as const

export type PacketType = keyof typeof kinds

const sourceOf = (sound: Sound): CustomSource =>
  new CustomSource({
    getSize: () => sound.bytes,
    read: (start, end) => {
      if (end - start > mostAtOnce) throw new Error('More at once than a recording needs.')
      return sound.read({ start, end })
    },
    maxCacheSize: cacheBytes,
  })

/** Its first track of sound, when it is stored in a way that browsers play. */
const findTrack = async (
  input: Input,
  type: PacketType,
): Promise<Result<InputAudioTrack, SoundProblem>> => {
  const track = await input.getPrimaryAudioTrack()
  if (track === null) return fail({ kind: 'sound.empty' })
  const codec = await track.getCodec()
  const isPlayable = kinds[type].codecs.some((known) => known === codec)
  return isPlayable ? ok(track) : fail({ kind: 'sound.unknown_codec' })
}

/** What cannot be read throws, as do the database and the sink: whoever calls tells them apart. */
export const cleanPackets = async (
  sound: Sound,
  sink: Sink,
  type: PacketType,
): Promise<CleanedResult> => {
  const input = new Input({ formats: [kinds[type].format], source: sourceOf(sound) })
  try {
    const track = await findTrack(input, type)
    if (!track.ok) return track
    return type === 'm4a'
      ? await copyIntoM4a(track.value, sink)
      : await copyInto(track.value, sink, type)
  } finally {
    input.dispose()
  }
}

const outputFor = (sink: Sink, type: 'ogg' | 'webm') => {
  const writable = new WritableStream<StreamTargetChunk>({
    write: ({ position, data }) => sink.write(position, data),
  })
  const format =
    type === 'ogg' ? new OggOutputFormat() : new WebMOutputFormat({ minimumClusterDuration: 5 })
  return new Output({ format, target: new StreamTarget(writable) })
}

const copyInto = async (
  track: InputAudioTrack,
  sink: Sink,
  type: 'ogg' | 'webm',
): Promise<CleanedResult> => {
  const [codec, decoderConfig] = [await track.getCodec(), await track.getDecoderConfig()]
  if (codec === null || decoderConfig === null) return damaged
  const output = outputFor(sink, type)
  const packets = new EncodedAudioPacketSource(codec)
  output.addAudioTrack(packets)
  await output.start()
  let [first, end]: [number | null, number] = [null, 0]
  for await (const packet of new EncodedPacketSink(track).packets()) {
    first ??= packet.timestamp
    const timestamp = packet.timestamp - first
    await packets.add(packet.clone({ timestamp }), { decoderConfig })
    end = Math.max(end, timestamp + packet.duration)
  }
  if (first === null) await output.cancel()
  else await output.finalize()
  return lasting(end)
}

/** How many samples a frame of AAC may have: 960 in broadcasts, 1024 elsewhere, and twice as many at double rate. */
const frameLengths = [960, 1024, 1920, 2048]

const nearest = (samples: number): number =>
  frameLengths.reduce((one, other) =>
    Math.abs(other - samples) < Math.abs(one - samples) ? other : one,
  )

const m4aTrackOf = async (track: InputAudioTrack): Promise<M4aTrack | null> => {
  const config = await track.getDecoderConfig()
  if (config?.description === undefined) return null
  const { numberOfChannels: channels, sampleRate: rate, description } = config
  const bytes = ArrayBuffer.isView(description)
    ? new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
    : new Uint8Array(description)
  return { rate, channels, config: bytes }
}

const copyIntoM4a = async (track: InputAudioTrack, sink: Sink): Promise<CleanedResult> => {
  const told = await m4aTrackOf(track)
  if (told === null) return damaged
  const lengths = growing()
  let [end, first, last] = [m4aStart, 0, 0]
  for await (const packet of new EncodedPacketSink(track).packets()) {
    if (lengths.count() === 0) first = packet.timestamp
    last = packet.timestamp
    await sink.write(end, packet.data)
    end += packet.data.length
    lengths.add(packet.data.length)
  }
  const count = lengths.count()
  if (count === 0) return fail({ kind: 'sound.empty' })
  const samplesEach = count === 1 ? 1024 : nearest(((last - first) / (count - 1)) * told.rate)
  await sink.write(0, m4aHead(end - m4aStart))
  await sink.write(end, m4aTail(told, { count, samplesEach, lengths: lengths.all() }))
  return lasting((count * samplesEach) / told.rate)
}

/** Numbers of four bytes, as many as come. */
const growing = () => {
  let [buffer, used] = [Buffer.alloc(65_536), 0]
  const add = (number: number): void => {
    if (used + 4 > buffer.length) buffer = Buffer.concat([buffer, Buffer.alloc(buffer.length)])
    buffer.writeUInt32BE(number, used)
    used += 4
  }
  return { add, count: () => used / 4, all: () => buffer.subarray(0, used) }
}
