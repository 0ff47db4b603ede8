/** Somebody withdraws while the interview or its documents are under way. */
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { withdrawParticipant } from '../../src/content-analysis/withdrawal-actions.ts'
import { putPoint } from '../../src/interview/documents/writing/draft-store.ts'
import { listContributors } from '../../src/interview/store.ts'
import { defaultConsentText } from '../../src/people/consent/default.ts'
import { insertConsent, putConsentText } from '../../src/people/consent/store.ts'
import type { WithdrawalChoice } from '../../src/people/model.ts'
import { testDatabase } from '../support/database.ts'
import { domain, type Following, noteAbout, startFollowing } from '../support/following.ts'
import type { Somebody } from '../support/hospital.ts'
import type { Interviewing } from '../support/interview-under-way.ts'
import { sheffield } from '../support/protocols.ts'
import { succeeded } from '../support/succeeded.ts'
import { usualOrigin } from '../support/world.ts'

const database = testDatabase()
afterAll(() => database.destroy())

const withdraw = async (
  { change, scope, programmeId }: Interviewing,
  { personId }: Somebody,
  withdrawal: WithdrawalChoice,
): Promise<void> => {
  await change(async (tx, programme) => {
    const names = { name: 'Gastroenterology', site: null }
    await putConsentText(tx, programme, defaultConsentText(sheffield, names))
    const agreed = { version: 1, statements: {}, withdrawal, agreedAt: new Date() }
    await insertConsent(tx, programme, { participantId: personId, ...agreed })
  })
  const leaving = {
    programmeId,
    participantId: personId,
    leftAfterPhase: null,
    origin: usualOrigin,
  }
  const key = { idempotencyKey: crypto.randomUUID() }
  succeeded(await withdrawParticipant({ ...scope, ...key }, leaving))
}

const tables = [
  'interview_notes',
  'interview_ballots',
  'interview_attendances',
  'document_points',
] as const

const rowsIn = ({ change, programmeId }: Interviewing): Promise<readonly number[]> =>
  change((tx) =>
    Promise.all(
      tables.map(async (table) => {
        const { rows } = await sql<{ n: number }>`
          select count(*)::int as n from ${sql.table(table)}
          where programme_id = ${programmeId}`.execute(tx)
        return rows[0]?.n ?? -1
      }),
    ),
  )

/** Two notes about the first mentee and one about the second; two mentors have seen the first. */
const underWay = async (): Promise<Following> => {
  const room = await startFollowing(database, { mentors: 6, mentees: 2 })
  const [first, second] = room.mentees
  const notes = [
    noteAbout(first, 'One', 'b'),
    noteAbout(first, 'Two', 'd'),
    noteAbout(second, 'Three', 'b'),
  ]
  await room.putNotes(notes)
  const noteId = notes[0]?.noteId ?? ''
  for (const mentor of room.mentors.slice(0, 2))
    expect((await room.vote(mentor, noteId)).status).toBe(303)
  const point = { pointId: crypto.randomUUID(), domain, place: 'b', text: 'A point' }
  await room.change((tx, programme) =>
    putPoint(tx, programme, {
      menteeId: first?.personId ?? '',
      point: { ...point, noteIds: [noteId] },
    }),
  )
  return room
}

const contributors = (room: Interviewing): Promise<number> =>
  room.change(async (tx, programme) => (await listContributors(tx, programme)).length)

describe('a mentor who leaves', () => {
  test.each([
    { effect: 'stop', rows: [3, 2, 6, 1] },
    { effect: 'remove', rows: [3, 1, 5, 1] },
    { effect: 'unlink', rows: [3, 1, 5, 1] },
  ] as const)('no longer counts as a contributor: $effect', async ({ effect, rows }) => {
    const room = await underWay()
    expect(await rowsIn(room)).toEqual([3, 2, 6, 1])
    await withdraw(room, room.mentors[0] as Somebody, effect)
    expect(await rowsIn(room)).toEqual(rows)
    expect(await contributors(room)).toBe(5)
  })
})

describe('a mentee who leaves', () => {
  test.each([
    { effect: 'stop', rows: [3, 2, 6, 1] },
    { effect: 'remove', rows: [1, 0, 6, 0] },
    { effect: 'unlink', rows: [1, 0, 6, 0] },
  ] as const)('takes along what was said about them, as was promised: $effect', async (one) => {
    const room = await underWay()
    await withdraw(room, room.mentees[0] as Somebody, one.effect)
    expect(await rowsIn(room)).toEqual(one.rows)
    expect(await room.page(room.facilitator, '/board')).not.toContain('Dr Mentee 1')
  })
})
