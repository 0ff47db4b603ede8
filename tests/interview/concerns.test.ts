/** A point about safety or conduct leaves the feedback, and nothing of what it said is kept anywhere. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { changeNotes } from '../../src/interview/board/change-notes.ts'
import { topicOf } from '../../src/interview/board/live-topic.ts'
import { putPoint } from '../../src/interview/documents/writing/draft-store.ts'
import { startLive } from '../../src/platform/live.ts'
import { makeLogger } from '../../src/platform/log.ts'
import { findGovernance, putGovernance } from '../../src/protocol/governance/store.ts'
import { testDatabase } from '../support/database.ts'
import { everythingWritten } from '../support/everything-written.ts'
import { domain, type Following, noteAbout, rowsIn, startFollowing } from '../support/following.ts'
import type { Somebody } from '../support/hospital.ts'
import { send, visit } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

const database = testDatabase()
afterAll(() => database.destroy())

const secret = 'Shouted at the ward clerk on Tuesday'
let room: Following
let concern: string
let other: string
beforeEach(async () => {
  room = await startFollowing(database, { mentors: 3, mentees: 2 })
  const notes = [
    noteAbout(room.mentees[0], secret, 'V'),
    noteAbout(room.mentees[0], 'Explains each decision', 'k'),
  ]
  await room.putNotes(notes)
  concern = notes[0]?.noteId ?? ''
  other = notes[1]?.noteId ?? ''
})

const pathOf = (note: string): string => room.at(`/notes/${note}/concern`)
const open = (note = concern): Promise<string> =>
  visit(room.server, pathOf(note), { as: room.facilitator }).then((reply) => reply.text())
const takeOut = (form: Readonly<Record<string, string>> = { handedOn: 'yes' }, note = concern) =>
  send(room.server, pathOf(note), { as: room.facilitator, form })

const entries = async () =>
  (await rowsIn(database, room, 'audit_entries')).filter(
    ({ event }) => event === 'concern.handed_on',
  )

describe('the page of a concern', () => {
  test('says what to do meanwhile, where the governance page is not filled in', async () => {
    const page = await open()
    expect(page).toContain('The governance page is not filled in')
    expect(page).toContain('Ask for your organisation’s guardian')
    expect(page).toContain(secret)
  })

  test('names the guardian and the way of patient safety events that are recorded', async () => {
    await room.change(async (tx, programme) => {
      await putGovernance(tx, programme, {
        ...(await findGovernance(tx, programme)),
        guardianName: 'Mary Onyango',
        guardianEmail: 'speak.up@north.example',
        patientSafetyRoute: 'Report it on the incident system.',
      })
    })
    const page = await open()
    expect(page).toContain('Mary Onyango')
    expect(page).toContain('mailto:speak.up@north.example')
    expect(page).toContain('Report it on the incident system.')
    expect(page).not.toContain('not filled in')
  })

  test('names no mentor', async () => {
    const page = await open()
    for (const { name } of room.mentors) expect(page).not.toContain(name)
  })

  test('of a point that is not there says so and where to go', async () => {
    const page = await open(crypto.randomUUID())
    expect(page).toContain('This point is not there')
    expect(page).toContain(room.at('/board'))
  })
})

describe('taking a point out', () => {
  test('waits until it is confirmed that it has been handed on', async () => {
    const reply = await takeOut({})
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('Hand the point on first, then confirm that you have')
    expect(await rowsIn(database, room, 'interview_notes')).toHaveLength(2)
    expect(await entries()).toEqual([])
  })

  test('takes its ballots along, counts it, and leaves the other points', async () => {
    for (const mentor of room.mentors) await room.vote(mentor, concern)
    await room.vote(room.mentors[0] as Somebody, other)
    const reply = await takeOut()
    expect(reply.headers.get('location')).toBe(`${pathOf(concern)}?done=yes`)
    const notes = await rowsIn(database, room, 'interview_notes')
    expect(notes.map(({ noteId: id }) => id)).toEqual([other])
    const ballots = await rowsIn(database, room, 'interview_ballots')
    expect(ballots.map(({ noteId: id }) => id)).toEqual([other])
    const [interview] = await rowsIn(database, room, 'interviews')
    expect(interview?.concerns).toBe(1)
    expect(await open()).toContain('1 point taken out and handed on')
  })

  test('is one concern however often the form is sent', async () => {
    const key = { idempotencyKey: crypto.randomUUID(), handedOn: 'yes' }
    const replies = await Promise.all([takeOut(key), takeOut(key), takeOut()])
    expect(replies.every(({ status }) => status === 303)).toBe(true)
    const [interview] = await rowsIn(database, room, 'interviews')
    expect(interview?.concerns).toBe(1)
    expect(await entries()).toHaveLength(1)
  })

  test('tells every open screen which note has gone', async () => {
    const heard: (string | null)[] = []
    const live = startLive(database)
    await live.subscribe(topicOf(room.programmeId), (message) => heard.push(message))
    await takeOut()
    await expect.poll(() => heard).toEqual([JSON.stringify({ kind: 'notes', noteIds: [concern] })])
    await live.stop()
  })

  test('stays out, whatever another screen undoes or has not sent yet', async () => {
    const { menteeId, domain: cell, place } = noteAbout(room.mentees[0], secret, 'V')
    await takeOut()
    const to = { menteeId, domain: cell, place, text: secret }
    const changes = [{ noteId: concern, from: null, to }]
    const { programmeId, scope } = room
    const sent = [{ changeId: crypto.randomUUID(), changes }]
    const changed = await changeNotes(scope, { programmeId, changes: sent })
    expect(changed).toEqual({ ok: true, value: { states: [{ noteId: concern, state: null }] } })
    expect(await rowsIn(database, room, 'interview_notes')).toHaveLength(1)
  })

  test('takes along the points of the document that are written from it', async () => {
    const menteeId = room.mentees[0]?.personId ?? ''
    await room.change(async (tx, programme) => {
      const point = (text: string, noteIds: readonly string[]) => ({
        menteeId,
        point: { pointId: crypto.randomUUID(), domain, place: 'V', text, noteIds },
      })
      await putPoint(tx, programme, point('Can be loud', [concern, other]))
      await putPoint(tx, programme, point('Explains well', [other]))
    })
    expect(await open()).toContain('Can be loud')
    await takeOut()
    expect(await rowsIn(database, room, 'document_points')).toHaveLength(1)
    expect(await rowsIn(database, room, 'document_sources')).toHaveLength(1)
  })

  test('is in the audit log without subject and without content', async () => {
    await takeOut()
    const [entry] = await entries()
    expect(entry).toMatchObject({ subject: null, details: {}, actorId: room.facilitator.personId })
  })

  test('leaves nothing of what it said: in no row, open or sealed, no log and no mail', async () => {
    const lines: string[] = []
    const server = serverOn(database, {
      logger: makeLogger('debug', { write: (line) => lines.push(line) }),
    })
    const written = () => everythingWritten(database, room)
    // The search finds what is sealed, so that finding nothing afterwards means something.
    expect(await written()).toContain(secret)
    expect(await written()).toContain(concern)
    for (const form of [{}, { handedOn: 'yes' }])
      await send(server, pathOf(concern), { as: room.facilitator, form })
    const left = `${await written()} ${lines.join(' ')}`
    for (const words of [secret, 'ward clerk']) expect(left).not.toContain(words)
    expect(left).toContain('Explains each decision')
    expect(lines.length).toBeGreaterThan(1)
  })
})
