/** Small files of sound with everything in them that tells more than the sound. */
import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  type MetadataTags,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
  type OutputFormat,
  WebMOutputFormat,
} from 'mediabunny'

/** What must not be found in a cleaned file. */
export const tellTales = ['Dr Quillfeather', '53.3811', 'Northgate', '2026-11-20', 'Voice Memos']

const tags: MetadataTags = {
  title: 'Dr Quillfeather',
  artist: 'Dr Quillfeather',
  album: 'Northgate',
  comment: '+53.3811-001.4701/ Voice Memos 2026-11-20',
  date: new Date('2026-11-20'),
}

const telling = Buffer.from(tellTales.join(' '), 'latin1')

const chunk = (name: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

const rate = 8_000

/** A tone of 440 Hz, 8,000 samples a second, 16 bits. */
const tone = (seconds: number): Buffer => {
  const samples = Buffer.alloc(2 * rate * seconds)
  for (let index = 0; index < rate * seconds; index += 1) {
    const height = Math.sin((2 * Math.PI * 440 * index) / rate)
    samples.writeInt16LE(Math.round(8_000 * height), 2 * index)
  }
  return samples
}

/** @param declared how many bytes of samples its header says there are; as many as there are unless told */
export const wavFile = (seconds: number, declared?: number): Buffer => {
  const format = Buffer.alloc(16)
  format.writeUInt16LE(1, 0)
  format.writeUInt16LE(1, 2)
  format.writeUInt32LE(rate, 4)
  format.writeUInt32LE(2 * rate, 8)
  format.writeUInt16LE(2, 12)
  format.writeUInt16LE(16, 14)
  const info = Buffer.concat([Buffer.from('INFO'), chunk('IART', telling), chunk('ICRD', telling)])
  const data = chunk('data', tone(seconds))
  if (declared !== undefined) data.writeUInt32LE(declared, 4)
  const before = [chunk('bext', telling), chunk('LIST', info), chunk('fmt ', format)]
  const body = Buffer.concat([Buffer.from('WAVE'), ...before, data, chunk('id3 ', telling)])
  return chunk('RIFF', body)
}

/** Frames of silence, MPEG-1 layer III, 128 kilobits, 44,100 Hz, mono: 417 bytes for 1,152 samples. */
const mp3Frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0xc0]), Buffer.alloc(413)])
export const mp3FrameSeconds = 1152 / 44_100

/** With tags before and behind, and in these a picture in which a frame seems to begin. */
export const mp3File = (frames: number): Buffer => {
  const picture = Buffer.concat([telling, mp3Frame.subarray(0, 200), telling])
  const head = Buffer.from([
    0x49,
    0x44,
    0x33,
    3,
    0,
    0,
    0,
    0,
    picture.length >> 7,
    picture.length & 127,
  ])
  const trailing = Buffer.concat([Buffer.from('APETAGEX'), picture, Buffer.from('TAG'), telling])
  const sound = Array.from({ length: frames }, () => mp3Frame)
  return Buffer.concat([head, picture, ...sound, trailing])
}

const written = async (
  format: OutputFormat,
  { codec, config, packet, seconds }: Packets,
): Promise<Buffer> => {
  const target = new BufferTarget()
  const output = new Output({ format, target })
  const source = new EncodedAudioPacketSource(codec)
  output.addAudioTrack(source, { name: 'Dr Quillfeather' })
  output.setMetadataTags(tags)
  await output.start()
  const count = Math.round(seconds / packet.seconds)
  for (let index = 0; index < count; index += 1) {
    const at = index * packet.seconds
    const next = new EncodedPacket(packet.bytes, 'key', at, packet.seconds)
    await source.add(next, { decoderConfig: config })
  }
  await output.finalize()
  return Buffer.from(target.buffer ?? new ArrayBuffer(0))
}

type Packets = {
  readonly codec: 'opus' | 'aac'
  readonly config: {
    readonly codec: string
    readonly numberOfChannels: number
    readonly sampleRate: number
    readonly description: Uint8Array
  }
  readonly packet: { readonly bytes: Uint8Array; readonly seconds: number }
  readonly seconds: number
}

/** Opus: one frame of silence of 20 ms. */
const silence = Uint8Array.of(0xf8, 0xff, 0xfe)
const opusHead = Buffer.concat([
  Buffer.from('OpusHead'),
  Buffer.from([1, 1, 0, 0, 128, 187, 0, 0, 0, 0, 0]),
])
const opus = {
  codec: 'opus',
  config: { codec: 'opus', numberOfChannels: 1, sampleRate: 48_000, description: opusHead },
  packet: { bytes: silence, seconds: 0.02 },
} as const

export const oggFile = (seconds: number): Promise<Buffer> =>
  written(new OggOutputFormat(), { ...opus, seconds })

export const webmFile = (seconds: number): Promise<Buffer> =>
  written(new WebMOutputFormat(), { ...opus, seconds })

/** AAC: one frame of silence of 1,024 samples, one channel. */
const aac = {
  codec: 'aac',
  config: {
    codec: 'mp4a.40.2',
    numberOfChannels: 1,
    sampleRate: 44_100,
    description: Uint8Array.of(0x12, 0x08),
  },
  packet: { bytes: Uint8Array.of(0x01, 0x18, 0x20, 0x07), seconds: 1024 / 44_100 },
} as const

export const m4aFile = (seconds: number): Promise<Buffer> =>
  written(new Mp4OutputFormat(), { ...aac, seconds })

/** Everything of a kind, with how long it lasts. */
export const soundFiles = async (): Promise<
  readonly { readonly name: string; readonly bytes: Buffer; readonly seconds: number }[]
> => [
  { name: 'tone.wav', bytes: wavFile(3), seconds: 3 },
  { name: 'talk.mp3', bytes: mp3File(120), seconds: 120 * mp3FrameSeconds },
  { name: 'talk.ogg', bytes: await oggFile(3), seconds: 3 },
  { name: 'talk.webm', bytes: await webmFile(3), seconds: 3 },
  { name: 'talk.m4a', bytes: await m4aFile(3), seconds: 3 },
]
