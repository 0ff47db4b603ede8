/** A facilitator writes documents: each change of a point, its undoing, and two people at once. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { testDatabase } from '../support/database.ts'
import { patience } from '../support/program.ts'
import { startWriting, type WritingDocuments } from '../support/writing-documents.ts'

vi.setConfig({ testTimeout: patience, hookTimeout: patience })

const database = testDatabase()
let writing: WritingDocuments
beforeAll(async () => {
  writing = await startWriting(database)
})
afterAll(() => database.destroy())

const undoIn = (reply: Response): string =>
  new URL(reply.headers.get('location') ?? '', 'http://x').searchParams.get('saved') ?? ''

describe('a point', () => {
  test('is added with its notes, and the page comes back to where it stands', async () => {
    const one = writing.note(0, 'strengths', 'ward rounds are calm')
    await writing.putNotes([one])
    const reply = await writing.addPoint(0, { text: '  Leads calm   rounds. ', notes: one.noteId })
    const [point] = await writing.pointsOf(0)
    expect(reply.status).toBe(303)
    expect(reply.headers.get('location')).toMatch(new RegExp(`#point-${point?.pointId}$`))
    expect(point).toMatchObject({ text: 'Leads calm rounds.', noteIds: [one.noteId] })
    const page = await writing.pageOf(reply.headers.get('location') ?? '')
    expect(page).toContain('Added.')
    expect(page).toContain('Leads calm rounds.')
  })

  test('begins with the words of its notes where none are typed, and says that they are the same', async () => {
    const words = 'always explains the reasons behind each single plan'
    const one = writing.note(1, 'strengths', words)
    await writing.putNotes([one])
    expect(await writing.pageOf(writing.address(1))).toContain('Not in the document yet')
    await writing.addPoint(1, { notes: one.noteId })
    const page = await writing.pageOf(writing.address(1))
    expect(page).toContain('8 words in a row are the same as in a note')
    expect(page).not.toContain('Not in the document yet')
  })

  test('that is sent twice is there once; gone back to with other words it is another', async () => {
    const before = (await writing.pointsOf(0)).length
    const form = { idempotencyKey: crypto.randomUUID(), text: 'Answers calls promptly.' }
    await writing.addPoint(0, form)
    await writing.addPoint(0, form)
    expect(await writing.pointsOf(0)).toHaveLength(before + 1)
    await writing.addPoint(0, { ...form, text: 'Answers emails promptly.' })
    expect(await writing.pointsOf(0)).toHaveLength(before + 2)
  })

  test('without words and notes is refused beside its field, and what was chosen is kept', async () => {
    const reply = await writing.addPoint(0, { domain: 'time_management', text: '   ' })
    const page = await reply.text()
    expect(reply.status).toBe(422)
    expect(page).toContain('href="#new-time_management"')
    expect(page.match(/Write the point, or select the notes/g)).toHaveLength(2)
    const long = await writing.addPoint(0, { text: 'x'.repeat(1001) })
    expect(await long.text()).toContain('1,000 characters or fewer. You have entered 1,001')
  })

  test('never takes a note of another mentee', async () => {
    const foreign = writing.note(3, 'strengths', 'something else')
    await writing.putNotes([foreign])
    await writing.addPoint(0, { text: 'Teaches at the bedside.', notes: foreign.noteId })
    const { known: point } = await writing.known(0, 'Teaches at the bedside.')
    expect(JSON.parse(point).noteIds).toEqual([])
  })
})

describe('what is done to a point', () => {
  beforeAll(async () => {
    for (const text of ['First.', 'Second.', 'Third.'])
      await writing.addPoint(2, { domain: 'approachability', text })
  })
  const texts = async (domain = 'approachability') =>
    (await writing.pointsOf(2)).filter((point) => point.domain === domain).map(({ text }) => text)

  test('moving puts it one place up or down, and once for a form that is sent twice', async () => {
    const form = { ...(await writing.known(2, 'Third.')), direction: 'up' }
    await writing.post(2, '/move', form)
    await writing.post(2, '/move', form)
    expect(await texts()).toEqual(['First.', 'Third.', 'Second.'])
    await writing.post(2, '/move', { ...(await writing.known(2, 'First.')), direction: 'down' })
    expect(await texts()).toEqual(['Third.', 'First.', 'Second.'])
  })

  test('it is taken to the end of another domain, and undoing brings it back to its place', async () => {
    const before = await texts()
    const form = {
      ...(await writing.known(2, 'First.')),
      domain: 'strengths',
      text: 'First, moved.',
    }
    const reply = await writing.post(2, '/reword', form)
    expect(await texts('strengths')).toEqual(['First, moved.'])
    const undone = await writing.post(2, '/undo', { change: undoIn(reply) })
    expect(await texts()).toEqual(before)
    await writing.post(2, '/undo', { change: undoIn(undone) })
    expect(await texts('strengths')).toEqual(['First, moved.'])
  })

  test('deleting can be undone, words, place and notes', async () => {
    const one = writing.note(2, 'approachability', 'door is open')
    await writing.putNotes([one])
    await writing.addPoint(2, {
      domain: 'approachability',
      text: 'Keeps the door open.',
      notes: one.noteId,
    })
    const before = await writing.pointsOf(2)
    const reply = await writing.post(2, '/delete', await writing.known(2, 'Keeps the door open.'))
    expect(await writing.pointsOf(2)).toHaveLength(before.length - 1)
    const location = reply.headers.get('location') ?? ''
    expect(location).toMatch(/#points-approachability$/)
    expect(location).not.toContain('door')
    expect(await writing.pageOf(location)).toContain('Deleted: “Keeps the door open.”')
    await writing.post(2, '/undo', { change: undoIn(reply) })
    expect(await writing.pointsOf(2)).toEqual(before)
  })

  test('what can be undone is offered until somebody has changed the same', async () => {
    const reply = await writing.post(2, '/reword', {
      ...(await writing.known(2, 'Second.')),
      text: 'Second again.',
    })
    const back = reply.headers.get('location') ?? ''
    expect(await writing.pageOf(back)).toContain('Changed.')
    await writing.post(2, '/reword', {
      ...(await writing.known(2, 'Second again.')),
      text: 'Second by another.',
    })
    expect(await writing.pageOf(back)).not.toContain('Changed.')
    const late = await writing.post(2, '/undo', { change: undoIn(reply) })
    expect(late.status).toBe(400)
    expect(await texts()).toContain('Second by another.')
  })

  test('an undo that was made for another document, or by hand, changes nothing', async () => {
    const reply = await writing.post(2, '/delete', await writing.known(2, 'Third.'))
    const before = [await writing.pointsOf(0), await writing.pointsOf(2)]
    await writing.post(0, '/undo', { change: undoIn(reply) })
    await writing.post(2, '/undo', { change: 'AAAA' })
    expect([await writing.pointsOf(0), await writing.pointsOf(2)]).toEqual(before)
  })
})

describe('two facilitators at once', () => {
  test('never overwrite each other’s words: both wordings come back, and saving again settles it', async () => {
    await writing.addPoint(3, { text: 'Explains plans.' })
    const form = await writing.known(3, 'Explains plans.')
    await writing.post(3, '/reword', { ...form, text: 'Explains plans well.' })
    const late = await writing.post(
      3,
      '/reword',
      { ...form, text: 'Explains most plans.' },
      writing.secondFacilitator,
    )
    const page = await late.text()
    expect(late.status).toBe(422)
    expect(page).toContain('Now in the document: Explains plans well.')
    expect(page).toMatch(/<textarea[^>]*>Explains most plans\.<\/textarea>/)
    expect((await writing.pointsOf(3)).map(({ text }) => text)).toEqual(['Explains plans well.'])
    const again = {
      ...(await writing.known(3, 'Explains plans well.')),
      text: 'Explains most plans well.',
    }
    expect((await writing.post(3, '/reword', again)).status).toBe(303)
  })

  test('what was deleted meanwhile comes back as words to add again', async () => {
    await writing.addPoint(3, { text: 'Thanks people.' })
    const form = await writing.known(3, 'Thanks people.')
    await writing.post(3, '/delete', form)
    const late = await writing.post(3, '/reword', { ...form, text: 'Thanks people by name.' })
    const page = await late.text()
    expect(late.status).toBe(422)
    expect(page).toMatch(
      /<textarea[^>]*id="new-strengths"[^>]*>Thanks people by name\.<\/textarea>/,
    )
  })

  test('deleting leaves what was reworded meanwhile, and says so', async () => {
    await writing.addPoint(3, { text: 'Listens.' })
    const form = await writing.known(3, 'Listens.')
    await writing.post(3, '/reword', { ...form, text: 'Listens to the end.' })
    expect((await writing.post(3, '/delete', form)).status).toBe(422)
    expect((await writing.pointsOf(3)).map(({ text }) => text)).toContain('Listens to the end.')
  })

  test('one moves it while the other rewords it: both are kept', async () => {
    await writing.addPoint(3, { domain: 'approachability', text: 'Is there.' })
    await writing.addPoint(3, { domain: 'approachability', text: 'Is here.' })
    const form = await writing.known(3, 'Is here.')
    await writing.post(3, '/move', { ...form, direction: 'up' })
    await writing.post(3, '/reword', { ...form, text: 'Is here, always.' })
    const texts = (await writing.pointsOf(3)).filter(({ domain }) => domain === 'approachability')
    expect(texts.map(({ text }) => text)).toEqual(['Is here, always.', 'Is there.'])
  })
})

test('writing leaves no audit entry', async () => {
  const entries = await writing.change((tx) =>
    tx.selectFrom('auditEntries').select('event').execute(),
  )
  expect(entries.filter(({ event }) => /point|document/.test(event))).toEqual([])
})
