/** Transcripts come in without names, are searched, approved and deleted. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { findRecording } from '../../src/interview/recordings/recording-store.ts'
import { testDatabase } from '../support/database.ts'
import { allRowsOf } from '../support/everything-stored.ts'
import { type Interviewing, startInterviewing } from '../support/interview-under-way.ts'
import { decoded } from '../support/page-forms.ts'
import { patience } from '../support/program.ts'
import { wavFile } from '../support/sound-files.ts'
import {
  checkFile,
  hiddenPassages,
  importFile,
  spoken,
  storedTranscript,
  transcriptFixture,
  transcriptsOf,
} from '../support/transcribing.ts'
import { uploadAll } from '../support/uploading.ts'
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

describe('before anything is stored', () => {
  test('the page shows who speaks, which names are replaced, and how it will look', async () => {
    const page = await textOf(await checkFile(of(), spoken))
    expect(page).toContain('Who speaks')
    for (const name of ['Fay Facilitator', 'Nadia Quill', 'Bo Day']) expect(page).toContain(name)
    expect(page).toMatch(/<option value="facilitator" selected="">/)
    expect(page).toContain('Mentee types')
    expect(page).toContain('[name] is right, one [name].')
    const stored = await allRowsOf(database, 'transcripts')
    const { organisationId } = interviewing.scope
    expect(stored.filter((row) => row.includes(organisationId))).toEqual([])
  })

  test('a choice is shown at once, and more names are replaced', async () => {
    const page = await (await checkFile(of(), spoken)).text()
    const form = { passages: hiddenPassages(page), title: 'Sitting 1', next: 'look' }
    const more = { shown: 'day', more: 'types\r\nright', 'part-2': 'nobody' }
    const again = await textOf(await post('', { ...form, ...more }))
    expect(again).toContain('Bo Day: [name] is [name], one day.')
    expect(again).toContain('Mentee [name] while we talk.')
  })

  test('a file that cannot be read comes back with what to do, and keeps what was typed', async () => {
    const reply = await checkFile(of(), '%PDF-1.7', 'Sitting 9')
    const page = await textOf(reply)
    expect(reply.status).toBe(422)
    expect(page.match(/This is a PDF\. Choose the transcript/g)).toHaveLength(2)
    expect(page).toContain('value="Sitting 9"')
    expect((await checkFile(of(), '')).status).toBe(422)
  })

  test.each([
    ['', 'Enter a title'],
    ['x'.repeat(101), '100 characters or fewer'],
    ['Sitting with Bo', 'The title has the name of somebody in it'],
    ['Sitting 7', null],
  ])('the title %j is looked at', async (title, sentence) => {
    const page = await (await checkFile(of(), spoken)).text()
    const reply = await post('', { passages: hiddenPassages(page), title, next: 'import' })
    expect(reply.status).toBe(sentence === null ? 303 : 422)
    if (sentence !== null) expect(await textOf(reply)).toContain(sentence)
  })

  test('what comes back and is no transcript is refused', async () => {
    for (const passages of ['', '{', '[{"text":1}]'])
      expect((await post('', { passages, title: 'x', next: 'import' })).status).toBe(422)
  })
})

describe('what is stored', () => {
  test('has no name in it, and nothing of the file', async () => {
    const own = await startInterviewing(database)
    const id = await importFile({ server, interviewing: own }, spoken)
    const transcript = await storedTranscript(own, id)
    expect(transcript?.title).toBe('Sitting 1')
    expect(transcript?.passages.map(({ text }) => text)).toEqual([
      'Shall we begin?',
      'Mentee types while we talk.',
      '[name] is right, one [name].',
    ])
    const speakers = transcript?.passages.map(({ speaker }) => speaker) ?? []
    expect(speakers[0]).toBe('Facilitator')
    expect(speakers.slice(1).toSorted()).toEqual(['Speaker 1', 'Speaker 2'])
    for (const table of ['transcripts', 'audit_entries', 'idempotency_keys'])
      expect((await allRowsOf(database, table)).join()).not.toMatch(/Nadia|Quill|Bo Day|types/)
  })

  test('is stored once, however often the form is sent', async () => {
    const own = await startInterviewing(database)
    const page = await (await checkFile({ server, interviewing: own }, spoken)).text()
    const form = {
      ...{ idempotencyKey: crypto.randomUUID(), passages: hiddenPassages(page) },
      ...{ title: 'Sitting 1', next: 'import' },
    }
    const replies = await Promise.all(
      [1, 2, 3].map(() => visit(server, transcriptsOf(own), { as: own.facilitator, form })),
    )
    expect(new Set(replies.map((reply) => reply.headers.get('location'))).size).toBe(1)
    const list = await textOf(await visit(server, transcriptsOf(own), { as: own.facilitator }))
    expect(list.match(/Sitting 1<\/a>/g)).toHaveLength(1)
  })

  test.each([
    'teams.vtt',
    'teams.docx',
    'teams-older.docx',
    'zoom.vtt',
    'zoom-saved-captions.txt',
    'plain.srt',
    'named.txt',
  ])('%s: of the people who speak no name is left', async (name) => {
    const id = await importFile(of(), await transcriptFixture(name))
    const { passages = [] } = (await storedTranscript(interviewing, id)) ?? {}
    expect(passages.length).toBeGreaterThan(1)
    expect(JSON.stringify(passages)).not.toMatch(/Nadia|Quill|Bo Day|Fay|Zoë/)
  })
})

test('a search shows the passages with the words, marked, whatever the letters', async () => {
  const id = await importFile(of(), spoken)
  const page = await textOf(await get(`/${id}?find=TYPES`))
  expect(page).toContain('1 passage of 3 with “TYPES”')
  expect(page).toContain('<mark>types</mark>')
  expect(page).not.toContain('Shall we begin?')
  expect(await textOf(await get(`/${id}?find=%5B%3C.*`))).toContain('0 passages of 3')
})

describe('approved', () => {
  test('a transcript stays as it is, and its recording is destroyed 30 days later', async () => {
    const uploading = {
      server,
      programmeId: interviewing.programmeId,
      as: interviewing.facilitator,
    }
    const { recordingId } = await uploadAll(uploading, wavFile(3), 'a.wav')
    const id = await importFile(of(), spoken)
    expect((await post(`/${id}/recording`, { recording: recordingId })).status).toBe(303)
    expect((await post(`/${id}/recording`, { recording: crypto.randomUUID() })).status).toBe(422)
    expect(await textOf(await get(`/${id}`))).toContain(
      `/interview/recordings/${recordingId}/audio`,
    )
    expect(await textOf(await get(`/${id}/approve`))).toContain('is destroyed 30 days after you')
    const before = Date.now()
    expect((await post(`/${id}/approve`, {})).status).toBe(303)
    const recording = await interviewing.change((tx, programme) =>
      findRecording(tx, programme, recordingId),
    )
    const kept = Number(recording?.destroyAfter) - before
    expect(Math.round(kept / 86_400_000)).toBe(30)
    for (const [address, form] of [
      ['passages', { passage: '1', from: 'Shall we begin?', text: 'No' }],
      ['recording', { recording: '' }],
      ['approve', {}],
    ] as const)
      expect((await post(`/${id}/${address}`, form)).status).toBe(422)
    const page = await textOf(await get(`/${id}`))
    expect(page).toContain('it stays as it is')
    expect(page).toContain('The recording will be destroyed')
    expect(page).not.toContain('name="text"')
    const entries = (await allRowsOf(database, 'audit_entries')).join('\n')
    expect(entries).toContain(`"transcript.approved"`)
  })

  test('or not, it can be deleted, after asking', async () => {
    const id = await importFile(of(), spoken)
    expect(await textOf(await get(`/${id}/delete`))).toContain('Delete “Sitting 1”?')
    const reply = await post(`/${id}/delete`, {})
    expect(reply.headers.get('location')).toMatch(/transcripts\?deleted=yes$/)
    expect(await storedTranscript(interviewing, id)).toBeNull()
    for (const address of ['', '/approve', '/delete']) {
      const page = await get(`/${id}${address}`)
      expect([page.status, (await page.text()).includes('This transcript is not there')]).toEqual([
        200,
        true,
      ])
    }
  })
})

test('in a closed programme transcripts are read, and nothing else', async () => {
  const own = await startInterviewing(database)
  const id = await importFile({ server, interviewing: own }, spoken)
  await own.change((tx, { organisationId, programmeId }) =>
    tx
      .updateTable('programmes')
      .set({ state: 'closed' })
      .where('organisationId', '=', organisationId)
      .where('programmeId', '=', programmeId)
      .execute(),
  )
  const asked = { as: own.facilitator }
  const address = `${transcriptsOf(own)}/${id}`
  expect(await textOf(await visit(server, address, asked))).toContain('Shall we begin?')
  for (const action of ['approve', 'delete'])
    expect((await send(server, `${address}/${action}`, asked)).status).toBe(422)
  const list = await textOf(await visit(server, transcriptsOf(own), asked))
  expect(list).toContain('This programme is closed')
})
