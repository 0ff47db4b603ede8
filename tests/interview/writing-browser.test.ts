/** Writing a document in a real browser: on a phone and a desk, and with the keyboard alone. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import { type Listening, listen, signInto } from '../support/listening.ts'
import { patience } from '../support/program.ts'
import { type Look, openWatchedPage } from '../support/watched-page.ts'
import { startWriting, type WritingDocuments } from '../support/writing-documents.ts'

vi.setConfig({ testTimeout: patience, hookTimeout: patience })

const points = [
  ['strengths', 'I saw her stay calm with the patient in bed 4 last Tuesday on ward 7.'],
  ['strengths', 'Explains the reasons for decisions, which helps juniors to decide later.'],
  ['areas_for_improvement', 'Is lazy about letters.'],
  ['time_management', 'Starts rounds before everybody has arrived.'],
] as const
const longWord = 'Averylongwordwithoutanyspaceinitthatmustnotwidenthepageonanarrowscreen'

const database = testDatabase()
let writing: WritingDocuments
let listening: Listening
let browser: Browser
beforeAll(async () => {
  writing = await startWriting(database, { mentees: 2 })
  const { note, putNotes, addPoint } = writing
  await putNotes([
    { ...note(0, 'strengths', 'stays calm, whatever happens'), place: 'B' },
    { ...note(0, 'strengths', 'explains why'), place: 'D' },
    note(0, 'areas_for_improvement', `letters come late – “never on time” – ${longWord}`),
  ])
  for (const [domain, text] of points) await addPoint(0, { domain, text })
  listening = await listen(database)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await listening?.close()
  await database.destroy()
})

const open = async (look: Look) => {
  const watched = await openWatchedPage(browser, look)
  await signInto(watched.context, listening, writing.facilitator)
  return watched
}

test.each([390, 1280] as const)('the pages are without fault at %i px', async (width) => {
  const { inspect, inspectHere, page, context, faults } = await open({ width, scripts: true })
  const { documents, address } = writing
  for (const path of [documents, address(0, '/preview'), address(0)])
    await inspect(`${listening.origin}${path}`)
  for (const summary of await page.locator('summary').all()) await summary.click()
  await inspectHere()
  expect(faults).toEqual([])
  await context.close()
})

test('with the keyboard alone and without scripts a point is written, moved, reworded and brought back', async () => {
  const { page, context } = await open({ width: 1280, scripts: false })
  await page.goto(`${listening.origin}${writing.address(0)}`)
  await page.getByRole('checkbox', { name: 'explains why' }).press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Gives reasons for plans.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const added = page.locator('li', { hasText: 'Gives reasons for plans.' }).last()
  await added.getByText('Added.').waitFor()
  await added.getByRole('button', { name: /^Up/ }).press('Enter')
  await added.getByText('Changed.').waitFor()
  await added.locator('summary').press('Enter')
  await added.getByRole('textbox').press('End')
  await page.keyboard.type(' Often.')
  await added.getByRole('button', { name: /^Save/ }).press('Enter')
  const reworded = page.locator('li', { hasText: 'Gives reasons for plans. Often.' }).last()
  await reworded.getByRole('button', { name: /^Delete/ }).press('Enter')
  await page.getByText('Deleted: “Gives reasons').waitFor()
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await reworded.getByText('Added.').waitFor()
  const strengths = (await writing.pointsOf(0)).filter(({ domain }) => domain === 'strengths')
  expect(strengths[1]).toMatchObject({ text: 'Gives reasons for plans. Often.' })
  expect(strengths[1]?.noteIds).toHaveLength(1)
  await context.close()
})
