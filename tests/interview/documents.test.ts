/** The documents of a programme: how far each is, why nothing can be written or released, and the way to the sign-off. */
import { afterAll, describe, expect, test, vi } from 'vitest'
import { putBallot, sealTallies } from '../../src/interview/phones/ballots.ts'
import { testDatabase } from '../support/database.ts'
import { patience } from '../support/program.ts'
import { send } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'
import { startWriting, type WritingDocuments } from '../support/writing-documents.ts'

vi.setConfig({ testTimeout: patience, hookTimeout: patience })

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const one = (options: Parameters<typeof startWriting>[1] = {}) =>
  startWriting(database, { mentees: 1, ...options })

describe('the list of documents', () => {
  test('says how far each is and what comes next', async () => {
    const { pageOf, documents, addPoint, endInterview } = await startWriting(database)
    await addPoint(0, { text: 'Is lazy.' })
    const page = await pageOf(documents)
    expect(page).toContain('Dr Mentee 1')
    expect(page).toContain('Being written')
    expect(page).toContain('Points in 1 of 7 domains. 1 warning.')
    expect(page).toContain('look at the warnings, see whether each domain says enough and end')
    expect(page).toContain('write the first point')
    expect(page).toContain('The interview is still open')
    expect(page).not.toContain('No document can be released')
    await endInterview()
    expect(await pageOf(documents)).toContain('send it to be signed off')
  })

  test('says that the interview has not begun, and that no mentee takes part', async () => {
    const { pageOf, documents, change } = await startWriting(database, { mentees: 0 })
    expect(await pageOf(documents)).toContain('No mentee has agreed')
    await change(async (tx, { organisationId, programmeId }) => {
      for (const table of ['interviewAttendances', 'interviewSittings', 'interviews'] as const)
        await tx
          .deleteFrom(table)
          .where('organisationId', '=', organisationId)
          .where('programmeId', '=', programmeId)
          .execute()
    })
    expect(await pageOf(documents)).toContain('has not begun')
  })
})

describe('below the anonymity floor', () => {
  test('the pages say why nothing can be released, and what can be done', async () => {
    const { pageOf, documents } = await one({ present: 4 })
    const page = await pageOf(documents)
    expect(page).toContain('No document can be released')
    expect(page).toContain('4 mentors took part in the interview and are still in the programme')
    expect(page).toContain('hold another sitting with more mentors')
  })

  test('also when somebody has left the programme since', async () => {
    const { pageOf, documents, address, change, mentors } = await one({ present: 5 })
    const pages = [documents, address(0), address(0, '/preview')]
    for (const page of pages) expect(await pageOf(page)).not.toContain('No document can be')
    await change(async (tx, { organisationId, programmeId }) => {
      await tx
        .updateTable('participants')
        .set({ state: 'withdrawn', leftAfterPhase: 0 })
        .where('organisationId', '=', organisationId)
        .where('programmeId', '=', programmeId)
        .where('participantId', '=', mentors[0]?.personId ?? '')
        .execute()
    })
    for (const page of pages) expect(await pageOf(page)).toContain('No document can be released')
  })
})

describe('nobody writes', () => {
  const form = { domain: 'strengths', text: 'Explains plans.' }

  test('about a mentee who is not there', async () => {
    const { pageOf, documents, facilitator } = await one()
    const path = `${documents}/${crypto.randomUUID()}`
    for (const page of [path, `${path}/preview`])
      expect(await pageOf(page)).toContain('There is no document here')
    expect((await send(server, `${path}/add`, { as: facilitator, form })).status).toBe(400)
  })

  test('in a programme that is closed: what is written can still be read', async () => {
    const { pageOf, address, change, addPoint } = await one()
    await addPoint(0, form)
    await change(async (tx, { organisationId, programmeId }) => {
      await tx
        .updateTable('programmes')
        .set({ state: 'closed' })
        .where('organisationId', '=', organisationId)
        .where('programmeId', '=', programmeId)
        .execute()
    })
    const page = await pageOf(address(0))
    expect(page).toContain('nothing can be written')
    expect(page).toContain('Explains plans.')
    expect(page).not.toContain('<textarea')
    expect((await addPoint(0, { text: 'More.' })).status).toBe(400)
  })
})

test('supporters are shown once the interview has ended, also when the ballots are gone', async () => {
  const { pageOf, address, change, note, addPoint, endInterview, ...ended } = await one()
  const calm = note(0, 'strengths', 'is calm')
  await ended.putNotes([calm])
  await change(async (tx, programme) => {
    for (const { personId: participantId } of ended.mentors.slice(0, 3))
      await putBallot(tx, programme, { participantId, noteId: calm.noteId, hasSeen: true })
  })
  await addPoint(0, { text: 'Stays calm.', notes: calm.noteId })
  expect(await pageOf(address(0))).not.toContain('Seen by')
  await endInterview()
  const seen = await pageOf(address(0))
  expect(seen).toContain('Seen by 3 of 6')
  expect(seen).toContain('Only 3 said that they have seen this')
  await change((tx, programme) => sealTallies(tx, programme))
  expect(await pageOf(address(0))).toContain('Seen by 3 of 6')
})

describe('from the preview to the sign-off', () => {
  const request = 'The first point says too much.'

  /** One asks for a change, four agree. */
  const answer = async ({ programmeId, mentees, mentors }: WritingDocuments) => {
    const path = `/programmes/${programmeId}/sign-off/${mentees[0]?.personId}`
    for (const [at, mentor] of mentors.slice(0, 5).entries()) {
      const form = at === 0 ? { answer: 'change', request } : { answer: 'agree' }
      await send(server, path, { as: mentor, form: { version: '1', ...form } })
    }
  }

  test('exactly the text that is shown goes out, and writing goes on as the next version', async () => {
    const writing = await one()
    const { pageOf, address, documents, addPoint, post } = writing
    await addPoint(0, { text: 'Explains decisions.' })
    expect(await pageOf(address(0, '/preview'))).toContain('End it first')
    await writing.endInterview()
    const preview = await pageOf(address(0, '/preview'))
    expect(preview).toContain('Explains decisions.')
    expect(preview).toContain('They have 14 days')
    const [, sha256 = ''] = /name="sha256" value="([0-9a-f]{64})"/.exec(preview) ?? []
    expect((await post(0, '/sign-off', { sha256 })).status).toBe(303)
    expect(await pageOf(address(0))).toContain('with exactly this wording, is out')
    expect(await pageOf(documents)).toContain('Out for sign-off')
    await addPoint(0, { text: 'Thanks people.' })
    expect(await pageOf(address(0))).toContain('becomes version 2')
    await answer(writing)
    expect(await pageOf(address(0))).toContain(request)
  })
})
