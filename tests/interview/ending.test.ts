/** The interview ends after a look at what is left; and it is opened again. */
import { afterAll, describe, expect, test } from 'vitest'
import { putNote } from '../../src/interview/board/note-store.ts'
import { testDatabase } from '../support/database.ts'
import type { Somebody } from '../support/hospital.ts'
import { openSittingRoom, type SittingRoom } from '../support/sitting-room.ts'
import { visit } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const open = (options = {}) => openSittingRoom(database, server, options)

describe('the interview ends', () => {
  const note = (interview: SittingRoom) =>
    interview.change(async (tx, programme) => {
      const menteeId = String(interview.mentees[0]?.personId)
      const noteId = crypto.randomUUID()
      await putNote(tx, programme, {
        ...{ noteId, menteeId, domain: 'strengths' },
        ...{ place: 'a', text: 'Explains well' },
      })
      const changeId = crypto.randomUUID()
      const { organisationId, programmeId } = programme
      await tx
        .insertInto('interviewChanges')
        .values({ organisationId, programmeId, changeId })
        .execute()
    })
  const countOf = (interview: SittingRoom, table: 'interviewNotes' | 'interviewChanges') =>
    interview.change(async (tx, { programmeId }) => {
      const rows = await tx
        .selectFrom(table)
        .select('programmeId')
        .where('programmeId', '=', programmeId)
        .execute()
      return rows.length
    })

  test('after a look at what is left, and is opened again', async () => {
    const interview = await open({ mentees: 2 })
    const [mentee] = interview.mentees
    await interview.begin()
    await interview.move(mentee as Somebody)
    const done = { mentee: String(mentee?.personId), domain: 'strengths', done: 'yes' }
    await interview.post('/cells', done)
    await note(interview)
    const check = await interview.get('/end')
    expect(check).toContain('Dr Mentee 1: Use of technology')
    expect(check).toContain('Dr Mentee 2: all 7 domains')
    expect(check).toMatch(/Not spoken about[\s\S]*<p>Dr Mentee 2<\/p>/)
    const key = { idempotencyKey: crypto.randomUUID() }
    const replies = await Promise.all([interview.post('/end', key), interview.post('/end', key)])
    expect(replies.map(({ status }) => status)).toEqual([303, 303])
    expect(await interview.room()).toMatchObject({ state: 'ended', sitting: null, current: null })
    expect([
      await countOf(interview, 'interviewNotes'),
      await countOf(interview, 'interviewChanges'),
    ]).toEqual([1, 0])
    expect(await interview.get()).toContain('The interview has ended')
    expect((await interview.begin()).status).toBe(422)
    expect((await interview.post('/end')).status).toBe(422)
    expect((await interview.post('/reopen')).status).toBe(303)
    expect((await interview.begin()).status).toBe(303)
    expect(await interview.events()).toEqual([
      'sitting.begun',
      'interview.ended',
      'interview.reopened',
      'sitting.begun',
    ])
  })

  test('for good once a document has gone out to be signed off', async () => {
    const interview = await open()
    await interview.begin()
    await interview.post('/end')
    await interview.change(async (tx, { organisationId, programmeId }) => {
      const { respondent: mentee } = await tx
        .selectFrom('respondents')
        .select('respondent')
        .where('programmeId', '=', programmeId)
        .where('role', '=', 'mentee')
        .limit(1)
        .executeTakeFirstOrThrow()
      const text = { sha256: Buffer.alloc(32), sealedText: Buffer.from('Sealed') }
      const out = { version: 1, state: 'signing', sentOn: '2026-11-17', answerBy: '2026-12-01' }
      await tx
        .insertInto('documentVersions')
        .values({ organisationId, programmeId, mentee, ...out, ...text })
        .execute()
    })
    expect(await interview.get()).toContain('cannot be opened again')
    const reply = await interview.post('/reopen')
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('can no longer be opened again')
    expect((await interview.room()).state).toBe('ended')
  })

  test('and the lead sees that it has, and nothing of it', async () => {
    const interview = await open()
    const overview = async () =>
      (await visit(server, `/programmes/${interview.programmeId}`, { as: interview.lead })).text()
    const line = (page: string) => /Stage 2[\s\S]*?<li>([^<]*)<\/li>/.exec(page)?.[1]
    expect(line(await overview())).toBe('Not started')
    await interview.begin()
    expect(line(await overview())).toBe('Open')
    await interview.post('/end')
    expect(line(await overview())).toBe('Ended')
    expect((await visit(server, interview.at(), { as: interview.lead })).status).toBe(404)
  })
})
