/** Mentors follow the interview on their phones and add points: nobody can tell from which phone one came. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { topicOf } from '../../src/interview/board/live-topic.ts'
import { listNotes } from '../../src/interview/board/note-store.ts'
import { showAllPhonePoints } from '../../src/interview/phones/phone-points.ts'
import { listMentees } from '../../src/interview/store.ts'
import { tellLive } from '../../src/platform/live.ts'
import { makeLogger } from '../../src/platform/log.ts'
import { testDatabase } from '../support/database.ts'
import {
  domain,
  type Following,
  marksIn,
  noteAbout,
  rowsIn,
  startFollowing,
} from '../support/following.ts'
import type { Somebody } from '../support/hospital.ts'
import { visit, wordsOf } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

const database = testDatabase()
afterAll(() => database.destroy())

const notesOf = ({ change }: Following) =>
  change(async (tx, programme) => listNotes(tx, programme, await listMentees(tx, programme)))

/** What a stream of events has brought so far. */
const listenTo = (reply: Response) => {
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const follow = async () => {
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read())
      text += part.value
  }
  void follow()
  const events = () => text.split('\n\n').filter((event) => event.startsWith('event:'))
  return { events, stop: () => reader?.cancel() }
}

const somebody = (people: readonly Somebody[], index: number): Somebody => people[index] as Somebody

describe('what a phone shows', () => {
  let room: Following
  beforeAll(async () => {
    room = await startFollowing(database, { mentors: 4, mentees: 2, present: 2 })
    await room.putNotes([
      noteAbout(room.mentees[0], 'Explains each decision'),
      { ...noteAbout(room.mentees[0], 'Knows the system'), domain: 'use_of_technology' },
      noteAbout(room.mentees[1], 'About somebody else'),
    ])
  })
  const setTo = (table: 'interviews' | 'interviewSittings', state: string) =>
    room.change((tx) =>
      tx
        .updateTable(table)
        .set({ state })
        .where('programmeId', '=', room.programmeId)
        .execute()
        .then(() => undefined),
    )

  test('is who and what is spoken about, its prompts, and the points about that mentee alone', async () => {
    const page = await room.page(somebody(room.mentors, 0))
    expect(page).toContain('Dr Mentee 1')
    expect(page).toContain('Questions to make it clearer')
    expect(page).toContain('Explains each decision')
    expect(page).toContain('Knows the system')
    expect(page).not.toContain('About somebody else')
    expect(page).toContain(`/programmes/${room.programmeId}/concern`)
  })

  test('comes as it changes, and nothing comes of what others have seen too', async () => {
    const reply = await visit(room.server, room.at('/follow/events'), {
      as: somebody(room.mentors, 0),
    })
    expect(reply.headers.get('content-type')).toContain('text/event-stream')
    const heard = listenTo(reply)
    await expect.poll(heard.events).toHaveLength(1)
    const [first = ''] = heard.events()
    expect(first).toContain('Explains each decision')
    expect(first).not.toContain('About somebody else')
    const [{ noteId = '' } = {}] = await notesOf(room)
    expect((await room.vote(somebody(room.mentors, 1), noteId)).status).toBe(303)
    await room.vote(somebody(room.mentors, 1), noteId, 'no')
    await room.change(async (tx) => {
      await tellLive(tx, topicOf(room.programmeId), '{"kind":"notes","noteIds":[]}')
    })
    await room.speakAbout(somebody(room.mentees, 1))
    await room.change(async (tx) => {
      await tellLive(tx, topicOf(room.programmeId), '{"kind":"room"}')
    })
    await expect.poll(heard.events).toHaveLength(2)
    expect(heard.events()[1]).toContain('About somebody else')
    await room.speakAbout(somebody(room.mentees, 0))
    await heard.stop()
  })

  test('is how to get in, for who is not marked as being there', async () => {
    const page = await room.page(somebody(room.mentors, 3))
    expect(page).toContain('Ask the facilitator to mark you as present')
    expect(page).not.toMatch(/Explains each decision|name="text"/)
  })

  test('is why, for who has withdrawn', async () => {
    const gone = somebody(room.mentors, 1)
    const put = (state: string) =>
      room.change(async (tx) => {
        const leftAfterPhase = state === 'withdrawn' ? 1 : null
        await tx
          .updateTable('participants')
          .set({ state, leftAfterPhase })
          .where('participantId', '=', gone.personId)
          .execute()
      })
    await put('withdrawn')
    const page = await room.page(gone)
    expect(page).toContain('You have withdrawn from the programme')
    expect(page).not.toContain('Explains each decision')
    expect((await room.sendPoint(gone, 'Too late')).status).toBe(422)
    await put('agreed')
  })

  test('is that it goes on later, or has ended, while no sitting is open', async () => {
    const mentor = somebody(room.mentors, 0)
    await setTo('interviewSittings', 'ended')
    expect(await room.page(mentor)).toContain('goes on at another sitting')
    await setTo('interviews', 'ended')
    const page = await room.page(mentor)
    expect(page).toContain('The group interview has ended')
    expect(page).not.toContain('Explains each decision')
    const reply = await room.sendPoint(mentor, 'Typed with care')
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('Typed with care')
    await setTo('interviews', 'open')
    await setTo('interviewSittings', 'open')
  })

  test('is linked from the home of those in the room, and from no other home', async () => {
    const homes = await Promise.all(
      [room.mentors[0], room.mentors[3], room.mentees[0]].map(async (person) =>
        (
          await visit(room.server, `/programmes/${room.programmeId}`, { as: person ?? null })
        ).text(),
      ),
    )
    expect(homes.map((home) => home.includes('/interview/follow'))).toEqual([true, false, false])
  })
})

describe('points from phones', () => {
  let room: Following
  const mentor = (index: number): Somebody => somebody(room.mentors, index)
  beforeEach(async () => {
    room = await startFollowing(database, { mentors: 6, mentees: 2 })
  })

  test('come onto the board three at once or more, and never fewer', async () => {
    const refusals = new Set<string>()
    for (const count of [0, 1, 2]) {
      if (count > 0) await room.sendPoint(mentor(count), `Point ${count}`)
      const reply = await room.showPoints()
      expect(reply.status).toBe(422)
      refusals.add(await wordsOf(reply))
      expect(await notesOf(room)).toEqual([])
    }
    // How many wait is not told: none, one and two are the same bytes.
    expect(refusals.size).toBe(1)
    await room.sendPoint(mentor(3), 'Point 3')
    const reply = await room.showPoints()
    expect([reply.status, reply.headers.get('location')]).toEqual([303, room.at('/board')])
    const notes = await notesOf(room)
    expect(notes.map(({ text }) => text).toSorted()).toEqual(['Point 1', 'Point 2', 'Point 3'])
    expect(notes.every((note) => note.domain === domain)).toBe(true)
    expect(await rowsIn(database, room, 'interview_phone_points')).toEqual([])
  })

  test('are all shown when the interview ends, however few', async () => {
    await room.sendPoint(mentor(0), 'The only one')
    await room.change(showAllPhonePoints)
    expect((await notesOf(room)).map(({ text }) => text)).toEqual(['The only one'])
    await room.change(showAllPhonePoints)
    expect(await notesOf(room)).toHaveLength(1)
  })

  test('are one however often the form is sent, at once or after they were shown', async () => {
    const key = crypto.randomUUID()
    await Promise.all([1, 2, 3].map(() => room.sendPoint(mentor(0), 'Once', key)))
    expect(await rowsIn(database, room, 'interview_phone_points')).toHaveLength(1)
    await Promise.all([1, 2].map((index) => room.sendPoint(mentor(index), `Other ${index}`)))
    const shown = crypto.randomUUID()
    const replies = await Promise.all([room.showPoints(shown), room.showPoints(shown)])
    expect(replies.map(({ status }) => status)).toEqual([303, 303])
    expect((await room.sendPoint(mentor(0), 'Once', key)).status).toBe(303)
    expect(await rowsIn(database, room, 'interview_phone_points')).toEqual([])
    expect(await notesOf(room)).toHaveLength(3)
  })

  test('sent by everybody at the same moment are all there', async () => {
    await Promise.all(room.mentors.map((person, at) => room.sendPoint(person, `Together ${at}`)))
    await room.showPoints()
    expect(new Set((await notesOf(room)).map(({ text }) => text)).size).toBe(6)
  })

  test('that are empty, too long or about nobody are refused, and what was typed is kept', async () => {
    const empty = await room.sendPoint(mentor(0), '   ')
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('Write your point')
    const long = 'x'.repeat(5001)
    const tooLong = await room.sendPoint(mentor(0), long)
    const text = await tooLong.text()
    expect(text).toContain('5,000 characters or fewer')
    expect(text).toContain(long)
    expect(await rowsIn(database, room, 'interview_phone_points')).toEqual([])
  })

  test('leave no mark on anything that belongs to who sent them', async () => {
    await room.sendPoint(mentor(0), 'The first')
    const personal = [
      ...['participants', 'interview_attendances', 'sign_ins', 'idempotency_keys'],
      ...['audit_entries', 'completions', 'interview_ballots'],
    ]
    const marks = () => Promise.all(personal.map((table) => marksIn(database, room, table)))
    const before = await marks()
    await room.sendPoint(mentor(1), 'The second')
    await room.sendPoint(mentor(2), 'The third')
    await room.showPoints()
    expect(await marks()).toEqual(before)
  })

  test('that wait were all written by the same transaction, under new ids', async () => {
    for (let at = 0; at < 6; at += 1) {
      const known = new Set(await idsOf())
      await room.sendPoint(mentor(at), `Point ${at}`)
      const marks = await marksIn(database, room, 'interview_phone_points')
      expect(new Set(marks.map(({ xmin }) => xmin)).size).toBe(1)
      const ids = await idsOf()
      expect(ids.some((id) => known.has(id))).toBe(false)
    }
  })
  const idsOf = async (): Promise<readonly string[]> =>
    (await rowsIn(database, room, 'interview_phone_points')).map(({ pointId: id }) => String(id))

  test('are nowhere in the log, and who sent them neither', async () => {
    const lines: string[] = []
    const logger = makeLogger('debug', { write: (line) => lines.push(line) })
    const server = serverOn(database, { logger })
    const form = {
      idempotencyKey: crypto.randomUUID(),
      mentee: somebody(room.mentees, 0).personId,
      ...{ domain, text: 'Never to be logged' },
    }
    await visit(server, room.at('/points'), { as: mentor(0), form })
    expect(lines).toHaveLength(1)
    const secrets = ['Never', mentor(0).personId, form.idempotencyKey, form.mentee]
    expect(secrets.filter((secret) => lines.join().includes(secret))).toEqual([])
  })

  test('give the same pages to everybody, byte for byte, whoever sent which', async () => {
    const views = async () => (await room.views(mentor(5))).map(inAnyOrder)
    const world = async (senders: readonly number[]) => {
      for (const [at, sender] of senders.entries())
        await room.sendPoint(mentor(sender), `Point ${at}`)
      const waiting = await views()
      await room.showPoints()
      const shown = await views()
      await room.change(async (tx) => {
        await tx.deleteFrom('interviewNotes').where('programmeId', '=', room.programmeId).execute()
      })
      return [waiting, shown]
    }
    const one = await world([0, 1, 2])
    expect(one.flat().filter((view) => view.includes('Point 2'))).toHaveLength(2)
    for (const senders of [
      [4, 3, 0],
      [1, 1, 1],
    ])
      expect(await world(senders)).toEqual(one)
  })
})

/** Places and the order of the points are of chance, each time anew. */
const inAnyOrder = (view: string): string =>
  view
    .replaceAll(/place(\W+?quot;)+[0-9A-Za-z]+/g, 'place')
    .split(/(?=<li|<div|\{&quot;noteId)|(?<=\}|<\/li>)/)
    .toSorted()
    .join('\n')
