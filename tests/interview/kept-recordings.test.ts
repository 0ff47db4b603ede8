/** Recordings are played in ranges and destroyed with proof; a full disk leaves nothing half done. */
import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { destroyDue, giveUpAbandoned } from '../../src/interview/recordings/clock-tasks.ts'
import { destroyLater } from '../../src/interview/recordings/destroy-later.ts'
import { pieceBytes } from '../../src/interview/recordings/model.ts'
import { openRecording } from '../../src/interview/recordings/read-recording.ts'
import { findRecordingKey } from '../../src/interview/recordings/recording-store.ts'
import { withClient } from '../../src/platform/connections.ts'
import { connectionTo, type Database, read } from '../../src/platform/database.ts'
import { newDatabase, testDatabase } from '../support/database.ts'
import { type Interviewing, startInterviewing } from '../support/interview-under-way.ts'
import { patience } from '../support/program.ts'
import { type Rows, rowsOf } from '../support/recording-rows.ts'
import { mp3File, wavFile } from '../support/sound-files.ts'
import {
  begin,
  beginLive,
  finish,
  piecesIn,
  play,
  sendPiece,
  type Uploading,
  uploadAll,
} from '../support/uploading.ts'
import { send, visit } from '../support/visit.ts'
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

const base = () => `/programmes/${interviewing.programmeId}/interview/recordings`

describe('a player', () => {
  test('gets the range that it asks for, and no more is opened', async () => {
    const { recordingId } = await uploadAll(uploading, wavFile(200), 'a.wav')
    const whole = Buffer.from(await (await play(uploading, recordingId)).arrayBuffer())
    const ranges = [
      ['bytes=0-99', 0, 100],
      [`bytes=${pieceBytes - 10}-${pieceBytes + 9}`, pieceBytes - 10, pieceBytes + 10],
      ['bytes=-50', whole.length - 50, whole.length],
      [`bytes=${2 * pieceBytes}-`, 2 * pieceBytes, whole.length],
    ] as const
    for (const [asked, start, end] of ranges) {
      const part = await play(uploading, recordingId, asked)
      expect([asked, part.status]).toEqual([asked, 206])
      expect(part.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/${whole.length}`)
      expect(part.headers.get('cache-control')).toBe('no-store')
      expect(Buffer.from(await part.arrayBuffer()).equals(whole.subarray(start, end))).toBe(true)
    }
    const behind = await play(uploading, recordingId, `bytes=${whole.length}-`)
    expect(behind.status).toBe(416)
    const read_ = <T>(work: Parameters<typeof read<T>>[2]) =>
      read(database, interviewing.scope.organisationId, work)
    const opened = await interviewing.change((_, programme) =>
      openRecording(read_, programme, recordingId),
    )
    expect(opened?.mediaType).toBe('audio/wav')
    const some = await opened?.read({ start: 44, end: 60 })
    expect(Buffer.from(some ?? []).equals(whole.subarray(44, 60))).toBe(true)
  })

  test('of a recording that is not there is led to a page that says so', async () => {
    const reply = await play(uploading, crypto.randomUUID())
    expect(reply.status).toBe(303)
    const page = await visit(server, String(reply.headers.get('location')), { as: uploading.as })
    expect(await page.text()).toContain('This recording is not here')
  })
})

type Entry = { readonly event: string; readonly subject: string | null; readonly details: unknown }

const entriesAbout = (subject: string): Promise<readonly Entry[]> =>
  interviewing.change((tx) =>
    tx
      .selectFrom('auditEntries')
      .select(['event', 'subject', 'details'])
      .where('subject', '=', subject)
      .orderBy('position')
      .execute(),
  )

describe('a recording is destroyed', () => {
  const destroyed: Rows = { states: ['destroyed'], keys: 0, pieces: 0 }

  test('by hand: no row holds its key or its sound, and the audit log says how much there was', async () => {
    const { recordingId } = await uploadAll(uploading, wavFile(100), 'a.wav')
    const address = `${base()}/${recordingId}`
    const asked = await visit(server, `${address}/destroy`, { as: uploading.as })
    expect(await asked.text()).toContain('Destroy this recording?')
    const done = await send(server, `${address}/destroy`, { as: uploading.as })
    expect(done.headers.get('location')).toBe(`${base()}?done=destroyed`)
    expect(await rowsOf(database, recordingId)).toEqual(destroyed)
    expect((await entriesAbout(recordingId)).at(-1)).toMatchObject({
      event: 'recording.destroyed',
      details: { pieces: 2, bytes: 44 + 1_600_000, reason: 'by_hand' },
    })
    expect((await play(uploading, recordingId)).status).toBe(303)
    const page = await (await visit(server, address, { as: uploading.as })).text()
    expect(page).toMatch(/On \d+ \w+ \d{4} at/)
    const key = await interviewing.change((tx, programme) =>
      findRecordingKey(tx, programme, recordingId),
    )
    expect(key).toBeNull()
  })

  test('by the clock, once its time is over and not before', async () => {
    const { recordingId } = await uploadAll(uploading, wavFile(1), 'a.wav')
    const now = new Date()
    const later = new Date(now.getTime() + 60_000)
    const when = new Date(now.getTime() + 30_000)
    await interviewing.change((tx, programme) => destroyLater(tx, programme, { recordingId, when }))
    await destroyDue(interviewing.scope, now)
    expect(await rowsOf(database, recordingId)).toEqual({ states: ['ready'], keys: 1, pieces: 1 })
    const page = await (await visit(server, base(), { as: uploading.as })).text()
    expect(page).toContain('Will be on')
    await destroyDue(interviewing.scope, later)
    await destroyDue(interviewing.scope, later)
    expect(await rowsOf(database, recordingId)).toEqual(destroyed)
    const entries = (await entriesAbout(recordingId)).filter(
      ({ event }) => event === 'recording.destroyed',
    )
    expect(entries).toMatchObject([{ details: { pieces: 1, reason: 'time' } }])
  })
})

describe('an upload that nobody goes on with', () => {
  test('is cleared after a day; what a browser recorded waits two weeks', async () => {
    const { recordingId: file = '' } = await begin(uploading, { bytes: 10 })
    const { recordingId: live = '' } = await beginLive(uploading)
    await sendPiece(uploading, { recordingId: file, piece: 0, bytes: Buffer.alloc(10) })
    await sendPiece(uploading, { recordingId: live, piece: 0, bytes: Buffer.alloc(10) })
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
    await giveUpAbandoned(interviewing.scope, inHours(23))
    expect((await rowsOf(database, file)).pieces).toBe(1)
    await giveUpAbandoned(interviewing.scope, inHours(25))
    expect(await rowsOf(database, file)).toEqual({ states: [], keys: 0, pieces: 0 })
    expect((await rowsOf(database, live)).pieces).toBe(1)
    await giveUpAbandoned(interviewing.scope, inHours(15 * 24))
    expect(await rowsOf(database, live)).toEqual({ states: [], keys: 0, pieces: 0 })
  })

  test('is deleted at once when it is cancelled', async () => {
    const { recordingId = '' } = await begin(uploading, { bytes: 10 })
    await sendPiece(uploading, { recordingId, piece: 0, bytes: Buffer.alloc(10) })
    await send(server, `${base()}/${recordingId}/give-up`, { as: uploading.as })
    expect(await rowsOf(database, recordingId)).toEqual({ states: [], keys: 0, pieces: 0 })
  })
})

describe('when the disk of the database is full', () => {
  /** The database answers as it does when no room is left, from the nth piece of a part on. */
  const fillDisk = (on: Database, part: 'received' | 'cleaned', from: number) =>
    asOwner(on, [
      `create or replace function no_room() returns trigger language plpgsql as $$ begin
         raise exception 'could not extend file: No space left on device' using errcode = '53100';
       end $$`,
      `create trigger no_room before insert on recording_pieces for each row
         when (new.part = '${part}' and new.piece >= ${from}) execute function no_room()`,
    ])
  const makeRoom = (on: Database) => asOwner(on, ['drop trigger no_room on recording_pieces'])
  const asOwner = async (on: Database, statements: readonly string[]): Promise<void> => {
    const place = { ...inject('administrator'), database: String(connectionTo(on).database) }
    await withClient(place, async (client) => {
      for (const statement of statements) await client.query(statement)
    })
  }

  test('it says so, keeps no half, and goes on once there is room', async () => {
    const { database: own, drop } = await newDatabase()
    const sending = uploadingIn(await startInterviewing(own), serverOn(own))
    const bytes = wavFile(100)
    const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = piecesIn(bytes)
    const { recordingId = '' } = await begin(sending, { name: 'a.wav', bytes: bytes.length })
    await fillDisk(own, 'received', 1)
    await sendPiece(sending, { recordingId, piece: 0, bytes: first })
    const refused = await sendPiece(sending, { recordingId, piece: 1, bytes: second })
    expect(refused.kind).toBe('recording.disk_full')
    expect(refused.sentence).toMatch(/^The server’s disk is full/)
    expect((await rowsOf(own, recordingId)).pieces).toBe(1)
    await makeRoom(own)
    await sendPiece(sending, { recordingId, piece: 1, bytes: second })
    await fillDisk(own, 'cleaned', 1)
    const whole = { recordingId, pieces: 2, bytes: bytes.length }
    expect((await finish(sending, whole)).kind).toBe('recording.disk_full')
    expect(await rowsOf(own, recordingId)).toEqual({ states: ['receiving'], keys: 1, pieces: 2 })
    await makeRoom(own)
    expect(await finish(sending, whole)).toEqual({ state: 'taken' })
    expect(await rowsOf(own, recordingId)).toEqual({ states: ['ready'], keys: 1, pieces: 2 })
    await drop()
  })
})

setFlagsFromString('--expose-gc')
const sweep: () => void = runInNewContext('gc')

/** What is held now, without what is only not yet swept up: freed memory is counted as such a little later. */
const held = async (): Promise<number> => {
  sweep()
  await wait(40)
  sweep()
  await wait(10)
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

test('an upload of 20 MB holds no more than a few pieces in memory at a time', async () => {
  const bytes = mp3File(50_000)
  const before = await held()
  const grown: number[] = []
  const done = new AbortController()
  const watch = async () => {
    while (!done.signal.aborted) {
      grown.push((await held()) - before)
      await wait(250)
    }
  }
  const watching = watch()
  const { state } = await uploadAll(uploading, bytes)
  done.abort()
  await watching
  expect(state).toBe('taken')
  expect(Math.max(...grown)).toBeLessThan(64 * pieceBytes)
})
