/** What the screens of a room send, and what they hear, at several server processes. */
import { afterAll, describe, expect, inject, test, vi } from 'vitest'
import type { NoteNow } from '../../src/interview/board/model.ts'
import type { NoteChange, NoteState } from '../../src/interview/model.ts'
import { withClient } from '../../src/platform/connections.ts'
import type { Database } from '../../src/platform/database.ts'
import { startLive, tellLive } from '../../src/platform/live.ts'
import { newDatabase } from '../support/database.ts'
import { type HeardEvent, keepEvents } from '../support/event-stream.ts'
import { type Interviewing, startInterviewing } from '../support/interview-under-way.ts'
import { send, visit } from '../support/visit.ts'
import { type Server, serverOn } from '../support/world.ts'

const { database, name: databaseName, drop } = await newDatabase()
afterAll(drop)

const startServer = (on: Database = database) => {
  const live = startLive(database)
  return { server: serverOn(on, { live }), stop: live.stop }
}

/** The machine may do other things too. */
const soon = (check: () => void): Promise<void> =>
  vi.waitFor(check, { timeout: 20_000, interval: 10 })

const [here, there] = [startServer(), startServer()]
afterAll(() => Promise.all([here.stop(), there.stop()]))

const at = ({ programmeId }: Interviewing, page: string) =>
  `/programmes/${programmeId}/interview/${page}`

const openScreen = async (room: Interviewing, server: Server = here.server) => {
  const screen = keepEvents(await visit(server, at(room, 'events'), { as: room.facilitator }))
  await soon(() => expect(screen.heard).toHaveLength(1))
  const names = () => screen.heard.map(({ name }) => name)
  return { ...screen, names, last: (): HeardEvent | undefined => screen.heard.at(-1) }
}

const stateIn = ({ mentees }: Interviewing, text: string): NoteState => ({
  menteeId: mentees[0]?.personId ?? '',
  domain: 'strengths',
  place: 'V',
  text,
})

const save = async (room: Interviewing, changes: readonly unknown[], server = here.server) => {
  const sent = [{ changeId: crypto.randomUUID(), changes }]
  const form = { changes: JSON.stringify(sent) }
  return send(server, at(room, 'changes'), { as: room.secondFacilitator, form })
}

const newNote = (room: Interviewing, text: string) => {
  const to = stateIn(room, text)
  return { noteId: crypto.randomUUID(), from: null, to }
}

const tell = (room: Interviewing, message: string) =>
  room.change((tx) => tellLive(tx, `interview/${room.programmeId}`, message))

describe('a screen', () => {
  test('hears the whole board when it opens, and then what changes at any server process', async () => {
    const room = await startInterviewing(database)
    const { noteId, to } = newNote(room, 'Explains')
    await room.putNotes([{ noteId, ...to }])
    const screens = [await openScreen(room), await openScreen(room, there.server)]
    for (const { last } of screens) {
      const room = expect.objectContaining({ state: 'open', sitting: 1 })
      expect(last()).toEqual({ name: 'board', data: { notes: [{ noteId, ...to }], room } })
    }
    const edited = { ...to, text: 'Explains well' }
    await save(room, [{ noteId, from: to, to: edited }], there.server)
    for (const { last } of screens) {
      const heard = { name: 'notes', data: [{ noteId, state: edited }] }
      await soon(() => expect(last()).toEqual(heard))
    }
    await save(room, [{ noteId, from: edited, to: null }])
    for (const { last, stop } of screens) {
      const heard = { name: 'notes', data: [{ noteId, state: null }] }
      await soon(() => expect(last()).toEqual(heard))
      await stop()
    }
  })

  test('hears what is shown in the room, and not what waits on phones', async () => {
    const room = await startInterviewing(database)
    const { names, last, stop } = await openScreen(room)
    await tell(room, '{"kind":"phones"}')
    await tell(room, '{"kind":"room"}')
    await soon(() => expect(names()).toEqual(['board', 'room']))
    expect(last()?.data).toMatchObject({ state: 'open', current: null, present: 6 })
    await stop()
  })

  test('hears the whole board again when nobody knows what has changed', async () => {
    const room = await startInterviewing(database)
    const { names, stop } = await openScreen(room)
    await tell(room, '{"kind":"of a later version"}')
    await soon(() => expect(names()).toEqual(['board', 'board']))
    await stop()
  })

  test('hears what it missed while the connection to the database was broken', async () => {
    const room = await startInterviewing(database)
    const { last, stop } = await openScreen(room)
    await withClient(inject('administrator'), (client) =>
      client.query(
        `select pg_terminate_backend(pid, 60000) from pg_stat_activity
         where application_name = 'turnabout: live' and datname = $1`,
        [databaseName],
      ),
    )
    const { noteId, to } = newNote(room, 'Missed')
    await save(room, [{ noteId, from: null, to }])
    await soon(() => expect(JSON.stringify(last())).toContain('Missed'))
    await stop()
  })

  test('hears nothing of other programmes', async () => {
    const [room, other] = [await startInterviewing(database), await startInterviewing(database)]
    const { names, stop } = await openScreen(room)
    const { last } = await openScreen(other)
    await save(other, [newNote(other, 'Elsewhere')])
    await soon(() => expect(last()?.name).toBe('notes'))
    expect(names()).toEqual(['board'])
    await stop()
  })

  test('hears the last state last, however fast a note changes', async () => {
    const room = await startInterviewing(database)
    const { noteId, to } = newNote(room, '0')
    await room.putNotes([{ noteId, ...to }])
    const screens = [await openScreen(room), await openScreen(room, there.server)]
    let from = to
    for (let n = 1; n <= 30; n += 1) {
      const next = { ...from, text: String(n) }
      await save(room, [{ noteId, from, to: next }], n % 2 === 0 ? here.server : there.server)
      from = next
    }
    for (const { heard, last, stop } of screens) {
      await soon(() => expect(last()?.data).toEqual([{ noteId, state: from }]))
      const texts = heard
        .slice(1)
        .map(({ data }) => Number(/"text":"(\d+)"/.exec(JSON.stringify(data))?.[1]))
      expect(texts).toEqual(texts.toSorted((a, b) => a - b))
      await stop()
    }
  })
})

test('however many screens of a room there are, a change is looked up once at a server process', async () => {
  const counted = { reads: 0 }
  const counting = new Proxy(database, {
    get: (target, key) => {
      if (key === 'transaction') counted.reads += 1
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const { server, stop } = startServer(counting)
  const room = await startInterviewing(database)
  const screens = [await openScreen(room, server)]
  while (screens.length < 5) screens.push(await openScreen(room, server))
  counted.reads = 0
  await save(room, [newNote(room, 'Explains')])
  for (const { names } of screens) await soon(() => expect(names()).toEqual(['board', 'notes']))
  expect(counted.reads).toBe(1)
  await stop()
  for (const { ended } of screens) await ended
})

describe('what a screen sends', () => {
  type Answer = { readonly state: string; readonly states: readonly NoteNow[] }
  const answerTo = async (
    room: Interviewing,
    changes: readonly unknown[],
  ): Promise<Partial<Answer>> => (await (await save(room, changes)).json()) as Partial<Answer>

  test('is answered with every note that it names, as it is now', async () => {
    const room = await startInterviewing(database)
    const { noteId, to } = newNote(room, 'Explains')
    const states = [{ noteId, state: to }]
    expect(await answerTo(room, [{ noteId, from: null, to }])).toEqual({ state: 'saved', states })
  })

  test('is kept and shown alike where half a sign was sent', async () => {
    const room = await startInterviewing(database)
    const { states = [] } = await answerTo(room, [newNote(room, 'Half \ud83d')])
    const { last, stop } = await openScreen(room)
    expect(states[0]?.state?.text).toBe('Half \ufffd')
    expect(last()?.data).toMatchObject({ notes: [{ text: 'Half \ufffd' }] })
    await stop()
  })

  test('is answered with the reason where it is not taken', async () => {
    const room = await startInterviewing(database)
    const { to, ...note } = newNote(room, 'x'.repeat(5001))
    const nowhere = { ...note, to: { ...to, text: '', domain: 'nowhere' } }
    expect(await answerTo(room, [{ ...note, to }])).toEqual({ state: 'too_long' })
    expect(await answerTo(room, [nowhere])).toEqual({ state: 'unknown_cell' })
    await room.change((tx) => tx.updateTable('interviews').set({ state: 'ended' }).execute())
    expect(await answerTo(room, [newNote(room, 'x')])).toEqual({ state: 'ended' })
  })

  test.each<[string, (room: Interviewing) => readonly unknown[]]>([
    ['more than 200 notes', (room) => Array.from({ length: 201 }, () => newNote(room, 'x'))],
    ['no notes', () => []],
    ['a place before which there is none', (room) => [placedAt(room, 'a0')]],
    ['a place that is none', (room) => [placedAt(room, 'a/b')]],
    ['an id that is none', (room) => [{ ...newNote(room, 'x'), noteId: 'x' }]],
    ['something else', () => [null]],
  ])('is not understood with %s', async (_, changesIn) => {
    const room = await startInterviewing(database)
    expect((await save(room, changesIn(room))).status).toBe(400)
  })

  const placedAt = (room: Interviewing, place: string): NoteChange => {
    const { to, ...note } = newNote(room, 'x')
    return { ...note, to: { ...to, place } }
  }

  test('may be 200 notes', async () => {
    const room = await startInterviewing(database)
    const screens = [await openScreen(room), await openScreen(room, there.server)]
    const notes = Array.from({ length: 200 }, (_, n) => newNote(room, `Point ${n}`))
    expect((await answerTo(room, notes)).state).toBe('saved')
    for (const { last, stop } of screens) {
      await soon(() => expect(JSON.stringify(last())).toContain('Point 199'))
      await stop()
    }
  })

  test('is not understood where it is no JSON', async () => {
    const room = await startInterviewing(database)
    const form = { changes: '[{' }
    const reply = await send(here.server, at(room, 'changes'), { as: room.facilitator, form })
    expect(reply.status).toBe(400)
  })
})
