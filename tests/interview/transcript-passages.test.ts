/** The passages of a transcript are corrected, and cut onto the board. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { listNotes } from '../../src/interview/board/note-store.ts'
import { listMentees } from '../../src/interview/store.ts'
import { testDatabase } from '../support/database.ts'
import { type Interviewing, startInterviewing } from '../support/interview-under-way.ts'
import { decoded } from '../support/page-forms.ts'
import { patience } from '../support/program.ts'
import { importFile, spoken, storedTranscript, transcriptsOf } from '../support/transcribing.ts'
import { send, visit } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: patience, hookTimeout: patience })

const database = testDatabase()
const server = serverOn(database)
let interviewing: Interviewing
beforeAll(async () => {
  interviewing = await startInterviewing(database)
})
afterAll(() => database.destroy())

const of = () => ({ server, interviewing })
const get = (address: string, as = interviewing.facilitator) =>
  visit(server, `${transcriptsOf(interviewing)}${address}`, { as })
const post = (address: string, form: Record<string, string>) =>
  send(server, `${transcriptsOf(interviewing)}${address}`, { as: interviewing.facilitator, form })
const textOf = async (reply: Response): Promise<string> => decoded(await reply.text())

describe('a passage', () => {
  const passageOf = async (id: string, index: number) =>
    (await storedTranscript(interviewing, id))?.passages[index]

  test('is corrected in place; sent twice it is corrected once; what somebody else corrected is not lost', async () => {
    const id = await importFile(of(), spoken)
    const form = {
      passage: '2',
      from: 'Mentee types while we talk.',
      text: ' She types\r\nwhile we talk. ',
    }
    for (const _ of [1, 2]) {
      const reply = await post(`/${id}/passages`, form)
      expect(reply.headers.get('location')).toMatch(/\?at=2&said=corrected#passage-2$/)
    }
    expect(await passageOf(id, 1)).toMatchObject({ start: 4, text: 'She types while we talk.' })
    const late = await post(`/${id}/passages`, { ...form, text: 'He types while we talk.' })
    expect(late.status).toBe(422)
    const page = await textOf(late)
    expect(page).toContain('Somebody else has corrected this passage meanwhile')
    expect(page).toContain('>He types while we talk.</textarea>')
    expect(page).toContain('name="from" value="She types while we talk."')
    expect((await passageOf(id, 1))?.text).toBe('She types while we talk.')
  })

  test.each([
    ['', 'Enter what was said in this passage'],
    ['x'.repeat(10_001), 'must be 10,000 characters or fewer'],
  ])('is not corrected to what it cannot be', async (text, sentence) => {
    const id = await importFile(of(), spoken)
    const reply = await post(`/${id}/passages`, { passage: '1', from: 'Shall we begin?', text })
    expect(reply.status).toBe(422)
    expect(await textOf(reply)).toContain(sentence)
  })

  const notesOf = (where: Interviewing) =>
    where.change(async (tx, programme) =>
      listNotes(tx, programme, await listMentees(tx, programme)),
    )

  test('is cut to the end of a cell in quotation marks, which the page tells; and is taken back', async () => {
    const own = await startInterviewing(database)
    const menteeId = own.mentees[1]?.personId ?? ''
    const cell = { menteeId, domain: 'approachability' }
    await own.putNotes([{ noteId: crypto.randomUUID(), ...cell, place: 'V', text: 'First' }])
    const id = await importFile({ server, interviewing: own }, spoken)
    const address = `${transcriptsOf(own)}/${id}`
    const note = crypto.randomUUID()
    const form = { idempotencyKey: crypto.randomUUID(), passage: '2', note, cut: ' types while ' }
    const asked = { as: own.facilitator, form: { ...form, ...cell } }
    const [reply] = [
      await send(server, `${address}/cut`, asked),
      await send(server, `${address}/cut`, asked),
    ]
    const texts = (await notesOf(own)).map(({ text }) => text)
    expect(texts).toEqual(['First', '“types while”'])
    const to = reply.headers.get('location') ?? ''
    const page = await (await visit(server, to, { as: own.facilitator })).text()
    expect(page).toContain('On the board: Dr Mentee 2, Approachability.')
    expect(page).toContain(`/interview/board/${menteeId}?domain=approachability`)
    const [, from = ''] = /name="from" value="([^"]*)"/.exec(page) ?? []
    const undone = await send(server, `${address}/undo`, {
      as: own.facilitator,
      form: { passage: '2', note, from: decoded(from) },
    })
    expect(undone.headers.get('location')).toContain('said=undone')
    expect((await notesOf(own)).map(({ text }) => text)).toEqual(['First'])
  })

  test('that somebody has reworded meanwhile is not taken back', async () => {
    const own = await startInterviewing(database)
    const cell = { menteeId: own.mentees[0]?.personId ?? '', domain: 'strengths' }
    const note = { noteId: crypto.randomUUID(), ...cell, place: 'V' }
    await own.putNotes([{ ...note, text: 'Reworded' }])
    const id = await importFile({ server, interviewing: own }, spoken)
    const from = JSON.stringify({ ...cell, place: 'V', text: '“types”' })
    const reply = await send(server, `${transcriptsOf(own)}/${id}/undo`, {
      as: own.facilitator,
      form: { passage: '1', note: note.noteId, from },
    })
    expect(reply.headers.get('location')).toContain('said=stays')
    expect((await notesOf(own)).map(({ text }) => text)).toEqual(['Reworded'])
  })

  test('is not cut without a cell, and what was typed stays', async () => {
    const id = await importFile(of(), spoken)
    const form = { passage: '2', note: crypto.randomUUID(), cut: 'only this' }
    const reply = await post(`/${id}/cut`, { ...form, menteeId: '', domain: 'strengths' })
    expect(reply.status).toBe(422)
    const page = await textOf(reply)
    expect(page.match(/Select where the words go/g)).toHaveLength(2)
    expect(page).toContain('>only this</textarea>')
    const unknown = { menteeId: crypto.randomUUID(), domain: 'strengths' }
    expect((await post(`/${id}/cut`, { ...form, ...unknown })).status).toBe(422)
  })

  test('opens with the part that was selected, and with all where nothing was', async () => {
    const id = await importFile(of(), spoken)
    expect(await textOf(await get(`/${id}?passage=2&from=7&to=12`))).toContain('>types</textarea>')
    expect(
      (await textOf(await get(`/${id}?passage=2`))).match(
        />Mentee types while we talk.<\/textarea>/g,
      ),
    ).toHaveLength(2)
    for (const query of ['passage=99', 'passage=x', 'passage=2&from=-1&to=z', 'said=what&at=1'])
      expect((await get(`/${id}?${query}`)).status).toBe(200)
  })
})
