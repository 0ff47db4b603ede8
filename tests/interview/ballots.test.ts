/** “I have seen this too”: counted, and nobody can see or later find out who said so. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { topicOf } from '../../src/interview/board/live-topic.ts'
import {
  copyBallots,
  countBallots,
  removeBallotsOf,
  sealTallies,
} from '../../src/interview/phones/ballots.ts'
import { lookupKey, unseal } from '../../src/platform/keys.ts'
import { startLive, tellLive } from '../../src/platform/live.ts'
import { testDatabase } from '../support/database.ts'
import { allRowsOf } from '../support/everything-stored.ts'
import { type Following, noteAbout, rowsIn, startFollowing } from '../support/following.ts'
import type { Somebody } from '../support/hospital.ts'
import { ballotKeyContext } from '../support/interview-under-way.ts'

const database = testDatabase()
afterAll(() => database.destroy())

let room: Following
let one: string
let two: string
const mentor = (index: number): Somebody => room.mentors[index] as Somebody

beforeEach(async () => {
  room = await startFollowing(database, { mentors: 6, mentees: 2, present: 5 })
  const notes = [noteAbout(room.mentees[0], 'One', 'V'), noteAbout(room.mentees[0], 'Two', 'k')]
  await room.putNotes(notes)
  const [first, second] = notes
  one = first?.noteId ?? ''
  two = second?.noteId ?? ''
})

const counts = () =>
  room.change(async (tx, programme) => Object.fromEntries(await countBallots(tx, programme)))
const votes = async (people: readonly number[], note: string) => {
  for (const index of people) expect((await room.vote(mentor(index), note)).status).toBe(303)
}

describe('a ballot', () => {
  test('is seen by its own voter alone, and can be taken back', async () => {
    await votes([0], one)
    expect(await room.page(mentor(0))).toContain('You have seen this too')
    expect(await room.page(mentor(1))).not.toContain('You have seen this too')
    expect(await counts()).toEqual({ [one]: 1 })
    await room.vote(mentor(0), one, 'no')
    expect(await room.page(mentor(0))).not.toContain('You have seen this too')
    expect(await counts()).toEqual({})
  })

  test('counts once, however often it is sent', async () => {
    await Promise.all([1, 2, 3].map(() => room.vote(mentor(0), one)))
    expect(await counts()).toEqual({ [one]: 1 })
  })

  test('of a mentor who is not in the room, or has left, is refused', async () => {
    await room.change(async (tx) => {
      await tx
        .updateTable('participants')
        .set({ state: 'withdrawn', leftAfterPhase: 1 })
        .where('participantId', '=', mentor(1).personId)
        .execute()
    })
    for (const index of [5, 1]) expect((await room.vote(mentor(index), one)).status).toBe(422)
    expect(await counts()).toEqual({})
  })

  test('on a point that is gone is refused in words', async () => {
    const reply = await room.vote(mentor(0), crypto.randomUUID())
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('no longer there')
  })

  test('goes with its note', async () => {
    await votes([0, 1], one)
    await room.change(async (tx) => {
      await tx.deleteFrom('interviewNotes').where('noteId', '=', one).execute()
    })
    expect(await rowsIn(database, room, 'interview_ballots')).toEqual([])
  })

  test('changes nobody else’s view, and tells no open page', async () => {
    const heard: (string | null)[] = []
    const live = startLive(database)
    await live.subscribe(topicOf(room.programmeId), (message) => heard.push(message))
    const before = await room.views(mentor(1))
    await votes([0], one)
    expect(await room.views(mentor(1))).toEqual(before)
    // Whatever the vote had told would have come before this.
    await room.change(async (tx) => {
      await tellLive(tx, topicOf(room.programmeId), '{"kind":"room"}')
    })
    await expect.poll(() => heard.length).toBe(1)
    expect(heard).toEqual(['{"kind":"room"}'])
    await live.stop()
  })
})

test('of merged notes each person counts once', async () => {
  await votes([0, 1], one)
  await votes([1, 2], two)
  const merged = noteAbout(room.mentees[0], 'One and two')
  await room.putNotes([merged])
  await room.change((tx, programme) =>
    copyBallots(tx, programme, { from: [one, two], to: merged.noteId }),
  )
  expect(await counts()).toEqual({ [one]: 2, [two]: 2, [merged.noteId]: 3 })
  expect(await room.page(mentor(2))).toMatch(/One and two<\/p>.*?You have seen this too/s)
})

test('somebody who takes along what they gave takes their ballots along', async () => {
  await votes([0, 1], one)
  await votes([0], two)
  await room.change((tx, programme) => removeBallotsOf(tx, programme, mentor(0).personId))
  expect(await counts()).toEqual({ [one]: 1 })
  expect(await room.page(mentor(1))).toContain('You have seen this too')
})

describe('once the documents go out', () => {
  /** Every hash that could stand for somebody's ballot. */
  const hashes = async (): Promise<readonly string[]> => {
    const [row] = await rowsIn(database, room, 'interviews')
    const context = ballotKeyContext(room.programmeId)
    const key = unseal(room.programmeKey, row?.wrappedBallotKey as Buffer, context)
    return room.mentors.flatMap(({ personId }) =>
      [one, two].map((note) => lookupKey(key, `${note}/${personId}`).toString('hex')),
    )
  }

  test('the numbers stay, and no row and no key can tell who had voted', async () => {
    await votes([0, 1, 2], one)
    await votes([4], two)
    const known = await hashes()
    const stored = async () => (await allRowsOf(database, 'interview_ballots')).join()
    expect(known.filter((hash) => hash !== '').length).toBe(12)
    expect((await stored()).split(room.programmeId)).toHaveLength(5)
    await room.change(sealTallies)
    expect(await counts()).toEqual({ [one]: 3, [two]: 1 })
    expect(await stored()).not.toContain(room.programmeId)
    const [interview] = await rowsIn(database, room, 'interviews')
    expect(interview?.wrappedBallotKey).toBeNull()
    const tables = ['interviews', 'interview_tallies', 'interview_notes', 'idempotency_keys']
    const rows = (await Promise.all(tables.map((table) => allRowsOf(database, table)))).join()
    expect(known.filter((hash) => rows.includes(hash))).toEqual([])
  })

  test('equal numbers of other people are the same rows', async () => {
    const sealed = async (people: readonly number[]) => {
      await votes(people, one)
      await room.change(sealTallies)
      const tallies = await rowsIn(database, room, 'interview_tallies')
      return tallies.map(({ supporters }) => supporters)
    }
    const first = await sealed([0, 1])
    room = await startFollowing(database, { mentors: 6, mentees: 2, present: 5 })
    const note = noteAbout(room.mentees[0], 'One')
    await room.putNotes([note])
    one = note.noteId
    expect(await sealed([3, 4])).toEqual(first)
  })

  test('sealing again, voting, copying and leaving change nothing any more', async () => {
    await votes([0, 1], one)
    await room.change(sealTallies)
    await room.change(sealTallies)
    await room.vote(mentor(3), one)
    await room.change(async (tx, programme) => {
      await copyBallots(tx, programme, { from: [one], to: two })
      await removeBallotsOf(tx, programme, mentor(0).personId)
    })
    expect(await counts()).toEqual({ [one]: 2 })
    expect(await rowsIn(database, room, 'interview_ballots')).toEqual([])
    expect(await room.page(mentor(0))).not.toContain('You have seen this too')
  })
})
