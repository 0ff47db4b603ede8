import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { masterKey, testDatabase } from '../../../tests/support/database.ts'
import { type Interviewing, startInterviewing } from '../../../tests/support/interview-under-way.ts'
import { succeeded } from '../../../tests/support/succeeded.ts'
import type { NoteChange, NoteState } from '../model.ts'
import { countBallots, putBallot } from '../phones/ballots.ts'
import { listMentees } from '../store.ts'
import { changeNotes } from './change-notes.ts'
import { listNotes, rewriteNotes } from './note-store.ts'

const database = testDatabase()
afterAll(() => database.destroy())

const newId = () => crypto.randomUUID()

const stateIn = (room: Interviewing, text: string, where: Partial<NoteState> = {}): NoteState => ({
  menteeId: room.mentees[0]?.personId ?? '',
  domain: 'strengths',
  place: 'V',
  text,
  ...where,
})

const send = (room: Interviewing, changes: readonly NoteChange[], changeId = newId()) =>
  changeNotes(room.scope, {
    programmeId: room.programmeId,
    changes: [{ changeId, changes }],
  })

const boardOf = (room: Interviewing) =>
  room.change(async (tx, programme) => listNotes(tx, programme, await listMentees(tx, programme)))

const textsOf = async (room: Interviewing): Promise<readonly string[]> =>
  (await boardOf(room)).map(({ text }) => text)

const put = async (room: Interviewing, text: string, where: Partial<NoteState> = {}) => {
  const [noteId, to] = [newId(), stateIn(room, text, where)]
  succeeded(await send(room, [{ noteId, from: null, to }]))
  return { noteId, ...to }
}

describe('notes', () => {
  test('are put, changed, moved and deleted', async () => {
    const room = await startInterviewing(database)
    const { noteId, ...first } = await put(room, 'Explains')
    const moved = { ...first, domain: 'approachability', text: 'Explains well' }
    const { states } = succeeded(await send(room, [{ noteId, from: first, to: moved }]))
    expect(states).toEqual([{ noteId, state: moved }])
    expect(await boardOf(room)).toEqual([{ noteId, ...moved }])
    succeeded(await send(room, [{ noteId, from: moved, to: null }]))
    expect(await boardOf(room)).toEqual([])
  })

  test('that several screens change at the same moment hold what each of them wrote', async () => {
    const room = await startInterviewing(database)
    const { noteId, ...from } = await put(room, 'one two three four five six')
    const words = from.text.split(' ')
    const changed = await Promise.all(
      words.map((word) => {
        const text = from.text.replace(word, `${word}!`)
        return send(room, [{ noteId, from, to: { ...from, text } }])
      }),
    )
    expect(changed.every(({ ok }) => ok)).toBe(true)
    expect(await textsOf(room)).toEqual(['one! two! three! four! five! six!'])
  })

  test('that nobody has any more and several bring back hold what each of them wrote', async () => {
    const room = await startInterviewing(database)
    const { noteId, ...from } = await put(room, 'Explains')
    succeeded(await send(room, [{ noteId, from, to: null }]))
    const texts = ['Explains well', 'Explains often', 'Explains late']
    await Promise.all(texts.map((text) => send(room, [{ noteId, from, to: { ...from, text } }])))
    const [text = ''] = await textsOf(room)
    expect(text.split('\n').toSorted()).toEqual(texts.toSorted())
  })

  test('of a mentee who has left are gone from the board, and cannot be put there', async () => {
    const room = await startInterviewing(database)
    const { noteId, ...from } = await put(room, 'Explains')
    await room.change((tx) =>
      tx
        .updateTable('participants')
        .set({ state: 'withdrawn', leftAfterPhase: 0 })
        .where('participantId', '=', from.menteeId)
        .execute(),
    )
    expect(await boardOf(room)).toEqual([])
    const edited = await send(room, [{ noteId, from, to: { ...from, text: 'Explains well' } }])
    expect(edited).toEqual({ ok: false, problem: { kind: 'note.unknown_cell' } })
  })
})

describe('a change', () => {
  test('that was taken is not made again, and says how things stand now', async () => {
    const room = await startInterviewing(database)
    const [noteId, changeId, to] = [newId(), newId(), stateIn(room, 'Explains')]
    const changes = [{ noteId, from: null, to }]
    succeeded(await send(room, changes, changeId))
    succeeded(await send(room, [{ noteId, from: to, to: null }]))
    const again = succeeded(await send(room, changes, changeId))
    expect(again.states).toEqual([{ noteId, state: null }])
    expect(await boardOf(room)).toEqual([])
  })

  test('that is sent twice at the same moment is made once', async () => {
    const room = await startInterviewing(database)
    const { noteId, ...from } = await put(room, 'Explains')
    const changeId = newId()
    const changes = [{ noteId, from, to: { ...from, text: 'Explains well' } }]
    const sent = await Promise.all(Array.from({ length: 5 }, () => send(room, changes, changeId)))
    expect(sent.every(({ ok }) => ok)).toBe(true)
    expect(await textsOf(room)).toEqual(['Explains well'])
  })

  test('of several notes is made as a whole or not at all', async () => {
    const room = await startInterviewing(database)
    const { noteId, ...from } = await put(room, 'Explains')
    const nowhere = { noteId: newId(), from: null, to: stateIn(room, 'x', { domain: 'nowhere' }) }
    const sent = await send(room, [{ noteId, from, to: null }, nowhere])
    expect(sent).toEqual({ ok: false, problem: { kind: 'note.unknown_cell' } })
    expect(await textsOf(room)).toEqual(['Explains'])
  })

  test('of a mentee who is not one is refused', async () => {
    const room = await startInterviewing(database)
    const menteeId = room.mentors[0]?.personId ?? ''
    const sent = await send(room, [
      { noteId: newId(), from: null, to: stateIn(room, 'x', { menteeId }) },
    ])
    expect(sent).toEqual({ ok: false, problem: { kind: 'note.unknown_cell' } })
  })

  test('of more than 5,000 signs is refused, also behind one that is not', async () => {
    const room = await startInterviewing(database)
    const to = stateIn(room, 'x'.repeat(5000))
    succeeded(await send(room, [{ noteId: newId(), from: null, to }]))
    const tooLong = await send(room, [
      { noteId: newId(), from: null, to: stateIn(room, 'short') },
      { noteId: newId(), from: null, to: { ...to, text: `${to.text}x` } },
    ])
    expect(tooLong).toEqual({ ok: false, problem: { kind: 'note.too_long' } })
    expect(await boardOf(room)).toHaveLength(1)
  })

  test.each(['ended', 'not started'])('of an interview that is %s is refused', async (state) => {
    const room = await startInterviewing(database)
    await room.change(async (tx) => {
      await tx.updateTable('interviews').set({ state: 'ended' }).execute()
      if (state === 'ended') return
      await tx.deleteFrom('interviewAttendances').execute()
      await tx.deleteFrom('interviewSittings').execute()
      await tx.deleteFrom('interviews').execute()
    })
    const sent = await send(room, [{ noteId: newId(), from: null, to: stateIn(room, 'x') }])
    expect(sent).toEqual({ ok: false, problem: { kind: 'interview.not_open' } })
    expect(await boardOf(room)).toEqual([])
  })

  test('of a programme of another organisation changes nothing', async () => {
    const [room, other] = [await startInterviewing(database), await startInterviewing(database)]
    const sent = await changeNotes(
      { ...other.scope, masterKey },
      {
        programmeId: room.programmeId,
        changes: [
          {
            changeId: newId(),
            changes: [{ noteId: newId(), from: null, to: stateIn(room, 'x') }],
          },
        ],
      },
    )
    expect(sent.ok).toBe(false)
    expect(await boardOf(room)).toEqual([])
  })
})

test('whoever had seen what two merged notes say has seen what they became, and is counted once', async () => {
  const room = await startInterviewing(database)
  const [one, two] = [await put(room, 'Explains'), await put(room, 'Explains well')]
  const [first, second] = room.mentors.map(({ personId }) => personId)
  await room.change(async (tx, programme) => {
    for (const [noteId, participantId] of [
      [one.noteId, first],
      [two.noteId, first],
      [two.noteId, second],
    ]) {
      const vote = { noteId: noteId ?? '', participantId: participantId ?? '', hasSeen: true }
      await putBallot(tx, programme, vote)
    }
  })
  const noteId = newId()
  const { noteId: _, ...from } = two
  succeeded(
    await send(room, [
      { noteId: one.noteId, from: stateIn(room, 'Explains'), to: null },
      { noteId: two.noteId, from, to: null },
      {
        noteId,
        from: null,
        to: stateIn(room, 'Explains, well'),
        ballotsFrom: [one.noteId, two.noteId],
      },
    ]),
  )
  expect(await textsOf(room)).toEqual(['Explains, well'])
  const counted = await room.change((tx, programme) => countBallots(tx, programme))
  expect([...counted]).toEqual([[noteId, 2]])
})

test('changing notes leaves no trace in the audit log', async () => {
  const room = await startInterviewing(database)
  const entries = () => room.change((tx) => tx.selectFrom('auditEntries').select('event').execute())
  const before = await entries()
  const { noteId, ...from } = await put(room, 'Explains')
  succeeded(await send(room, [{ noteId, from, to: null }]))
  expect(await entries()).toEqual(before)
})

describe('at the end of the interview', () => {
  test('rows of notes lie in the order of their ids, all written at once, in the order of the board', async () => {
    const room = await startInterviewing(database)
    const texts = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']
    const places = texts.map((_, at) => String.fromCharCode(97 + at))
    for (const [at, text] of texts.entries()) await put(room, text, { place: places[at] ?? '' })
    await put(room, 'elsewhere', { domain: 'approachability', place: 'zz9' })
    const [voter] = room.mentors
    const [noted] = await boardOf(room)
    await room.change(async (tx, programme) => {
      const vote = { noteId: noted?.noteId ?? '', participantId: voter?.personId ?? '' }
      await putBallot(tx, programme, { ...vote, hasSeen: true })
    })
    await room.change((tx, programme) => rewriteNotes(tx, programme))
    const rows = await room.change((tx) =>
      sql<{ noteId: string; xmin: string; place: string }>`
        select note_id, xmin::text, place from interview_notes order by ctid`.execute(tx),
    )
    const ids = rows.rows.map(({ noteId }) => noteId)
    expect(ids).toEqual(ids.toSorted())
    expect(ids).toHaveLength(9)
    expect(new Set(rows.rows.map(({ xmin }) => xmin)).size).toBe(1)
    const board = await boardOf(room)
    const inCell = board.filter(({ domain }) => domain === 'strengths')
    expect(inCell.map(({ text }) => text)).toEqual(texts)
    expect(board.find(({ text }) => text === 'elsewhere')?.place).toBe('VV')
    const counted = await room.change((tx, programme) => countBallots(tx, programme))
    expect([...counted]).toEqual([[noted?.noteId, 1]])
    const changes = await room.change((tx) =>
      tx.selectFrom('interviewChanges').selectAll().execute(),
    )
    expect(changes).toEqual([])
  })
})
