import { beforeAll, describe, expect, test, vi } from 'vitest'
import { pieceBytes } from '../../src/interview/recordings/model.ts'
import { findRecording } from '../../src/interview/recordings/recording-store.ts'
import { setRecordingConsent } from '../../src/interview/sittings/sitting-store.ts'
import { testDatabase } from '../support/database.ts'
import { type Interviewing, startInterviewing } from '../support/interview-under-way.ts'
import { patience } from '../support/program.ts'
import { type Rows, rowsOf } from '../support/recording-rows.ts'
import { mp3File, soundFiles, tellTales, wavFile } from '../support/sound-files.ts'
import {
  begin,
  beginLive,
  finish,
  lookAt,
  piecesIn,
  play,
  sendPiece,
  type Uploading,
  uploadAll,
} from '../support/uploading.ts'
import { visit } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: patience, hookTimeout: patience })

const database = testDatabase()
const server = serverOn(database)
let interviewing: Interviewing
let uploading: Uploading

const uploadingIn = ({ programmeId, facilitator }: Interviewing, on = server): Uploading => ({
  server: on,
  programmeId,
  as: facilitator,
})

beforeAll(async () => {
  interviewing = await startInterviewing(database)
  uploading = uploadingIn(interviewing)
})

const gone: Rows = { states: ['refused'], keys: 0, pieces: 0 }

describe('a file that is uploaded', () => {
  test('is ready once it is whole, and is played without what told more than the sound', async () => {
    for (const { name, bytes, seconds } of await soundFiles()) {
      const { state, recordingId } = await uploadAll(uploading, bytes, name)
      expect([name, state]).toEqual([name, 'taken'])
      const recording = await interviewing.change((tx, programme) =>
        findRecording(tx, programme, recordingId),
      )
      expect(recording?.state).toBe('ready')
      expect(recording?.seconds).toBeCloseTo(seconds, 1)
      const heard = await play(uploading, recordingId)
      expect(heard.status).toBe(200)
      expect(heard.headers.get('content-type')).toBe(recording?.mediaType)
      const sound = Buffer.from(await heard.arrayBuffer())
      expect(sound.length).toBe(recording?.bytes)
      for (const telling of tellTales) expect(sound.includes(telling)).toBe(false)
    }
  })

  test('may arrive in any order, and twice', async () => {
    const bytes = wavFile(150)
    const { recordingId = '' } = await begin(uploading, { name: 'a.wav', bytes: bytes.length })
    const parts = piecesIn(bytes)
    expect(parts.length).toBe(3)
    for (const piece of [2, 0, 2, 1, 0]) {
      const part = parts[piece] ?? Buffer.alloc(0)
      expect((await sendPiece(uploading, { recordingId, piece, bytes: part })).state).toBe('taken')
    }
    expect((await lookAt(uploading, recordingId, 'pieces')).pieces).toEqual([0, 1, 2])
    const whole = { recordingId, pieces: 3, bytes: bytes.length }
    expect(await finish(uploading, whole)).toEqual({ state: 'taken' })
    // Whoever did not hear the answer asks again.
    expect(await finish(uploading, whole)).toEqual({ state: 'taken' })
    expect((await lookAt(uploading, recordingId, 'state')).state).toBe('ready')
    const samples = Buffer.from(await (await play(uploading, recordingId)).arrayBuffer())
    expect(
      samples.subarray(44).equals(bytes.subarray(bytes.length - samples.length + 44 - 0)),
    ).toBe(false)
    expect(bytes.includes(samples.subarray(44, 100_044))).toBe(true)
    expect(samples.length).toBe(44 + 150 * 16_000)
  })

  test('goes on where it stopped, and is not finished before it is whole', async () => {
    const bytes = wavFile(100)
    const [first, second] = piecesIn(bytes)
    const { recordingId = '' } = await begin(uploading, { name: 'a.wav', bytes: bytes.length })
    await sendPiece(uploading, { recordingId, piece: 1, bytes: second ?? Buffer.alloc(0) })
    expect(await lookAt(uploading, recordingId, 'pieces')).toEqual({
      state: 'receiving',
      pieces: [1],
    })
    const whole = { recordingId, pieces: 2, bytes: bytes.length }
    expect((await finish(uploading, whole)).kind).toBe('recording.incomplete')
    await sendPiece(uploading, { recordingId, piece: 0, bytes: first ?? Buffer.alloc(0) })
    expect(await finish(uploading, whole)).toEqual({ state: 'taken' })
  })

  test('is sealed in every byte', async () => {
    const bytes = wavFile(20)
    const { recordingId = '' } = await begin(uploading, { name: 'a.wav', bytes: bytes.length })
    await sendPiece(uploading, { recordingId, piece: 0, bytes })
    const stored = await interviewing.change((tx) =>
      tx
        .selectFrom('recordingPieces')
        .select('sealed')
        .where('recordingId', '=', recordingId)
        .execute(),
    )
    expect(stored.length).toBe(1)
    for (const { sealed } of stored) {
      expect(sealed.includes('RIFF')).toBe(false)
      expect(sealed.includes(bytes.subarray(1_000, 1_016))).toBe(false)
    }
  })
})

describe('what is refused before it is sent', () => {
  const file = { name: 'talk.mp3', bytes: 1_000 }

  test.each([
    ['more than 2 GiB', { ...file, bytes: 2 ** 31 + 1 }, 'recording.too_large'],
    ['nothing', { ...file, bytes: 0 }, 'recording.nothing_in_it'],
    ['a text', { ...file, name: 'talk.docx' }, 'recording.wrong_type'],
    ['a page under a name of sound', { ...file, type: 'text/html' }, 'recording.wrong_type'],
    ['an archive', { ...file, name: 'talk.zip', type: 'application/zip' }, 'recording.wrong_type'],
  ])('%s', async (_, declared, kind) => {
    const told = await begin(uploading, declared)
    expect(told.kind).toBe(kind)
    expect(told.sentence).toMatch(/^[A-Z].*\.$/)
    expect(told.recordingId).toBeUndefined()
  })

  test('2 GiB exactly are begun', async () => {
    expect((await begin(uploading, { ...file, bytes: 2 ** 31 })).state).toBe('begun')
  })

  test('anything, unless everybody who was there agrees', async () => {
    const asking = await startInterviewing(database, { agreesToRecording: false })
    const told = await begin(uploadingIn(asking), file)
    expect(told.kind).toBe('recording.not_all_agree')
    expect((await beginLive(uploadingIn(asking))).kind).toBe('recording.not_all_agree')
    const empty = await startInterviewing(database, { present: 0 })
    expect((await begin(uploadingIn(empty), file)).kind).toBe('attendance.nobody')
  })
})

describe('what is refused while it is sent', () => {
  test('a piece that is too short, too long, or behind the end', async () => {
    const bytes = pieceBytes + 10
    const { recordingId = '' } = await begin(uploading, { bytes })
    const kinds = async (piece: number, length: number) =>
      (await sendPiece(uploading, { recordingId, piece, bytes: Buffer.alloc(length) })).kind
    expect(await kinds(0, pieceBytes - 1)).toBe('recording.piece_of_wrong_length')
    expect(await kinds(0, pieceBytes + 1)).toBe('recording.piece_of_wrong_length')
    expect(await kinds(1, 11)).toBe('recording.piece_of_wrong_length')
    expect(await kinds(2, 10)).toBe('recording.piece_beyond_the_end')
    expect(await rowsOf(database, recordingId)).toEqual({
      states: ['receiving'],
      keys: 1,
      pieces: 0,
    })
  })

  test('everything, once somebody no longer agrees', async () => {
    const changing = await startInterviewing(database)
    const sending = uploadingIn(changing)
    const { recordingId = '' } = await beginLive(sending)
    const slice = { recordingId, piece: 0, bytes: Buffer.alloc(10) }
    expect((await sendPiece(sending, slice)).state).toBe('taken')
    const [mentor] = changing.mentors
    await changing.change((tx, programme) =>
      setRecordingConsent(tx, programme, {
        sitting: 1,
        participantIds: [mentor?.personId ?? ''],
        agrees: false,
      }),
    )
    expect((await sendPiece(sending, { ...slice, piece: 1 })).kind).toBe('recording.not_all_agree')
  })

  test('a piece of a recording of another programme', async () => {
    const other = await startInterviewing(database)
    const { recordingId = '' } = await begin(uploadingIn(other), { bytes: 10 })
    const stray = { recordingId, piece: 0, bytes: Buffer.alloc(10) }
    expect((await sendPiece(uploading, stray)).kind).toBe('recording.unknown')
  })
})

describe('what is no recording leaves nothing behind', () => {
  const html = Buffer.from(`<!doctype html>${'<p>Rota</p>'.repeat(1_000)}`)
  const zip = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(2 * pieceBytes)])
  const cut = mp3File(400).subarray(0, 100_000)

  test.each([
    ['a web page as an MP3 file', html, 'sound.no_recording'],
    ['an archive as an MP3 file', zip, 'sound.no_recording'],
    ['a file that was cut off', cut, 'sound.cut_off'],
    ['a WAV header that declares 2 GiB', wavFile(2, 2 ** 31 - 100), 'sound.cut_off'],
  ])('%s', async (_, bytes, kind) => {
    const told = await uploadAll(uploading, bytes)
    expect(told).toMatchObject({ state: 'refused', kind })
    expect(told.sentence).toContain('Nothing of it was kept')
    expect(await rowsOf(database, told.recordingId)).toEqual(gone)
    const base = `/programmes/${interviewing.programmeId}/interview/recordings`
    const page = await visit(server, `${base}/${told.recordingId}`, { as: uploading.as })
    expect(await page.text()).toContain('nothing of it was kept')
  })
})
