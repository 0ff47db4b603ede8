import { beforeAll, describe, expect, test } from 'vitest'
import {
  m4aFile,
  mp3File,
  mp3FrameSeconds,
  oggFile,
  soundFiles,
  tellTales,
  wavFile,
  webmFile,
} from '../../../../tests/support/sound-files.ts'
import { pieceBytes } from '../model.ts'
import { sinkInto } from '../write-recording.ts'
import { clean } from './clean.ts'

/** Cleans what stands in memory. */
const cleaned = async (bytes: Buffer, mayBeCutOff = false) => {
  const pieces = new Map<number, Buffer>()
  const sink = sinkInto({
    put: async (piece, written) => void pieces.set(piece, Buffer.from(written)),
    get: async (piece) => pieces.get(piece) ?? Buffer.alloc(pieceBytes),
  })
  const read = async ({ start, end }: { start: number; end: number }) => bytes.subarray(start, end)
  const outcome = await clean({ bytes: bytes.length, read }, sink, { mayBeCutOff })
  const length = await sink.close()
  const all = Buffer.concat([...pieces].toSorted(([a], [b]) => a - b).map(([, piece]) => piece))
  expect(all.length).toBe(length)
  return { outcome, bytes: all }
}

const kindOf = async (bytes: Buffer, mayBeCutOff = false): Promise<string> => {
  const { outcome } = await cleaned(bytes, mayBeCutOff)
  return outcome.ok ? `${outcome.value.type}` : outcome.problem.kind
}

let files: Awaited<ReturnType<typeof soundFiles>>
beforeAll(async () => {
  files = await soundFiles()
})

const endings = ['wav', 'mp3', 'ogg', 'webm', 'm4a'] as const
const fileOf = (ending: string) => {
  const file = files.find(({ name }) => name.endsWith(ending))
  if (file === undefined) throw new Error(`There is no ${ending} file.`)
  return file
}

describe('a file of each kind', () => {
  test.each(endings)(
    '%s lasts as long as before, and tells nothing but the sound',
    async (ending) => {
      const { bytes, seconds } = fileOf(ending)
      for (const telling of tellTales) {
        if (ending !== 'ogg' || telling === 'Northgate') expect(bytes.includes(telling)).toBe(true)
      }
      const { outcome, bytes: after } = await cleaned(bytes)
      if (!outcome.ok) throw new Error(outcome.problem.kind)
      expect(outcome.value.type).toBe(ending)
      expect(outcome.value.seconds).toBeCloseTo(seconds, 1)
      for (const telling of tellTales) expect(after.includes(telling)).toBe(false)
    },
  )

  test.each(endings)('%s that is cleaned again stays the same sound', async (ending) => {
    const once = await cleaned(fileOf(ending).bytes)
    const twice = await cleaned(once.bytes)
    expect(twice.outcome).toEqual(once.outcome)
    expect(twice.bytes.length).toBe(once.bytes.length)
  })

  test.each(endings)('%s that was cut off is refused', async (ending) => {
    const { bytes } = fileOf(ending)
    for (const part of [0.3, 0.6, 0.9]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * part))
      expect([part, await kindOf(cut)]).toEqual([part, 'sound.cut_off'])
    }
  })

  test.each(endings)('%s of which only the first bytes came is refused', async (ending) => {
    for (const length of [1, 4, 12, 40]) {
      const head = fileOf(ending).bytes.subarray(0, length)
      expect(await kindOf(head)).toMatch(/^sound\.(?:cut_off|no_recording|damaged|empty)$/)
    }
  })
})

describe('what is no recording is refused', () => {
  const html = Buffer.from(`<!doctype html><title>Rota</title>${'<p>Rota</p>'.repeat(2_000)}`)
  const zip = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(100_000)])

  test('a web page, under whatever name', async () => {
    expect(await kindOf(html)).toBe('sound.no_recording')
  })

  test('a web page behind the tags of an MP3 file', async () => {
    const tag = Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 0, 10])
    expect(await kindOf(Buffer.concat([tag, Buffer.alloc(10), html]))).toBe('sound.no_recording')
  })

  test('an archive that unpacks to more than there is room for', async () => {
    expect(await kindOf(zip)).toBe('sound.no_recording')
  })

  test('a WAV file whose header declares 2 GiB that are not there', async () => {
    expect(await kindOf(wavFile(1, 2 ** 31))).toBe('sound.cut_off')
    expect(await kindOf(wavFile(1, 2 ** 32 - 1))).toBe('sound.cut_off')
  })

  test('a WAV file without samples', async () => {
    expect(await kindOf(wavFile(0))).toBe('sound.empty')
  })

  test('a film in an MP4 file whose boxes are nonsense', async () => {
    const box = Buffer.from('00000018667479704d344120000000004d3441206d703432', 'hex')
    const moov = Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from('moovjunkjunk')])
    expect(await kindOf(Buffer.concat([box, moov]))).toMatch(/^sound\.(?:damaged|empty)$/)
  })

  test('a header that wants gigabytes of memory', async () => {
    const box = Buffer.from('00000018667479704d344120000000004d3441206d703432', 'hex')
    const moov = Buffer.alloc(16)
    moov.writeUInt32BE(0, 0)
    moov.write('moov', 4)
    expect(await kindOf(Buffer.concat([box, moov]))).toMatch(/^sound\.(?:damaged|empty)$/)
  })
})

test('what a browser was recording when it crashed counts as far as it came', async () => {
  const whole = await webmFile(10)
  const { outcome } = await cleaned(whole.subarray(0, Math.floor(whole.length * 0.7)), true)
  if (!outcome.ok) throw new Error(outcome.problem.kind)
  expect(outcome.value.seconds).toBeGreaterThan(4)
})

test('an MP3 file begins with a frame that tells its length, and none is made of its pictures', async () => {
  const { bytes } = await cleaned(mp3File(500))
  const at = bytes.indexOf('Xing')
  expect(at).toBe(21)
  expect(bytes.readUInt32BE(at + 8)).toBe(500)
  expect(bytes.readUInt32BE(at + 12)).toBe(bytes.length)
  const [middle = 0] = bytes.subarray(at + 16 + 50)
  expect(Math.abs(middle - 128)).toBeLessThanOrEqual(2)
  expect((await cleaned(mp3File(500))).outcome).toMatchObject({
    value: { seconds: 500 * mp3FrameSeconds },
  })
})

test('files longer than a piece are cleaned piece by piece', async () => {
  const { outcome, bytes } = await cleaned(wavFile(200))
  expect(outcome).toEqual({ ok: true, value: { type: 'wav', seconds: 200 } })
  expect(bytes.length).toBe(44 + 200 * 16_000)
  expect((await cleaned(mp3File(8_000))).outcome).toMatchObject({ ok: true })
  expect((await cleaned(await oggFile(60))).outcome).toMatchObject({ ok: true })
  expect((await cleaned(await m4aFile(60))).outcome).toMatchObject({ ok: true })
})
