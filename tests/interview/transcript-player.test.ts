/** A transcript beside its recording in a real browser: by mouse, by keyboard, without scripts, narrow and wide. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import { type Interviewing, startInterviewing } from '../support/interview-under-way.ts'
import { type Listening, listen, signInto } from '../support/listening.ts'
import { patience } from '../support/program.ts'
import { wavFile } from '../support/sound-files.ts'
import { importFile, transcriptFixture, transcriptsOf } from '../support/transcribing.ts'
import { uploadAll } from '../support/uploading.ts'
import { openWatchedPage } from '../support/watched-page.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: patience, hookTimeout: patience })

const database = testDatabase()
let interviewing: Interviewing
let listening: Listening
let browser: Browser
let transcriptId = ''

/** A passage each ten seconds. */
const spoken = `WEBVTT\n\n${[
  'Shall we begin',
  'She types while we talk',
  'That is so',
  'And she looks things up',
]
  .map(
    (text, at) =>
      `00:${at}1.000 --> 00:${at}4.000\n<v ${at === 0 ? 'Facilitator' : `Voice ${at}x`}>${text}</v>\n`,
  )
  .join('\n')}`

beforeAll(async () => {
  interviewing = await startInterviewing(database)
  const server = serverOn(database)
  const { programmeId, facilitator } = interviewing
  const { recordingId } = await uploadAll(
    { server, programmeId, as: facilitator },
    wavFile(60),
    'a.wav',
  )
  transcriptId = await importFile({ server, interviewing }, spoken, { recording: recordingId })
  listening = await listen(database)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await listening?.close()
  await database.destroy()
})

const at = (address = ''): string => `${listening.origin}${transcriptsOf(interviewing)}${address}`

/** Of pages of one kind the markup is checked once, the width each time. */
const known = new Set<string>()

const open = async (width: 390 | 1280, scripts = true) => {
  const watched = await openWatchedPage(browser, { width, scripts }, known)
  await signInto(watched.context, listening, interviewing.facilitator)
  return watched
}

const ofSound = (page: Page, name: string): Promise<unknown> =>
  page.evaluate(`document.querySelector('audio').${name}`)
const now = async (page: Page): Promise<number> =>
  Math.round(Number(await ofSound(page, 'currentTime')))
const isPaused = (page: Page): Promise<unknown> => ofSound(page, 'paused')
const playing = (page: Page) => page.locator('li[aria-current=true]')
const isLoaded = (page: Page) =>
  expect.poll(() => ofSound(page, 'readyState'), { timeout: 10_000 }).toBeGreaterThan(0)

/** A browser stops fetching the sound where the page is left, and calls that a failure. */
const besideTheSound = (faults: readonly string[]): readonly string[] =>
  faults.filter((fault) => !/failed: \S*\/audio$/.test(fault))

test('with keys alone: played, stepped, slowed, from passage to passage, and the one that plays is marked', async () => {
  const { page, context, faults } = await open(1280)
  await page.goto(at(`/${transcriptId}`))
  await isLoaded(page)
  await page.keyboard.press('n')
  await expect.poll(() => now(page)).toBe(1)
  await page.keyboard.press('n')
  await expect.poll(() => now(page)).toBe(11)
  await expect.poll(() => playing(page).textContent()).toContain('She types while we talk')
  await page.keyboard.press('l')
  await expect.poll(() => now(page)).toBe(16)
  await page.keyboard.press('j')
  await expect.poll(() => now(page)).toBe(11)
  await page.keyboard.press('p')
  await expect.poll(() => now(page)).toBe(1)
  await page.keyboard.press('f')
  await expect
    .poll(() => page.locator('[data-player-status]').textContent())
    .toBe('Speed: 1.25 times')
  await page.keyboard.press('k')
  await expect.poll(() => isPaused(page)).toBe(false)
  await page.keyboard.press('k')
  expect(await isPaused(page)).toBe(true)
  await page.getByRole('button', { name: 'Play from 0:21' }).press('Enter')
  await expect.poll(() => now(page)).toBeGreaterThanOrEqual(21)
  await expect.poll(() => playing(page).textContent()).toContain('That is so')
  expect(besideTheSound(faults)).toEqual([])
  await context.close()
})

test('letters that are typed are letters, and can be switched off as keys; Esc plays all the same', async () => {
  const { page, context } = await open(1280)
  await page.goto(at(`/${transcriptId}?passage=2#passage-2`))
  await isLoaded(page)
  await expect.poll(() => now(page)).toBe(11)
  const words = page.getByLabel('What was said')
  await words.focus()
  await words.pressSequentially('k n l')
  expect([await now(page), await isPaused(page)]).toEqual([11, true])
  expect(await words.inputValue()).toContain('k n l')
  await page.keyboard.press('Escape')
  await expect.poll(() => isPaused(page)).toBe(false)
  await page.keyboard.press('Escape')
  await page.getByText('Keys', { exact: true }).click()
  await page.getByLabel('Letters are keys of the player').uncheck()
  const before = await now(page)
  await page.keyboard.press('l')
  expect(await now(page)).toBe(before)
  await context.close()
})

test('a click on a passage plays from there; what is selected is what is cut; and it can be undone', async () => {
  const { page, context, faults, inspect, inspectHere } = await open(1280)
  for (const address of ['', '/new']) await inspect(at(address))
  await page.goto(at(`/${transcriptId}`))
  await isLoaded(page)
  await page.locator('#passage-4 [data-passage-text]').click()
  await expect.poll(() => now(page)).toBeGreaterThanOrEqual(31)
  await page.evaluate(`{
    const words = document.querySelector('#passage-2 [data-passage-text]').firstChild
    getSelection().setBaseAndExtent(words, 4, words, 9)
  }`)
  await page.locator('#passage-2 [data-open-passage]').click()
  const cut = page.getByLabel('Words that go onto the board')
  expect(await cut.inputValue()).toBe('types')
  await inspectHere()
  await page.locator('#menteeId').selectOption({ label: 'Dr Mentee 3' })
  await page.locator('#domain').selectOption('strengths')
  await page.getByRole('button', { name: 'Put onto the board' }).click()
  await page.getByText('On the board: Dr Mentee 3, Strengths.').waitFor()
  await inspectHere()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('The words are off the board again.').waitFor()
  expect(besideTheSound(faults)).toEqual([])
  await context.close()
})

test.each([
  { width: 390, scripts: true },
  { width: 390, scripts: false },
] as const)(
  'from the file to the approval at $width px, scripts $scripts',
  async ({ width, scripts }) => {
    const { page, context, inspect, inspectHere, faults } = await open(width, scripts)
    await inspect(at())
    await page.getByRole('button', { name: 'Import a transcript' }).click()
    await page.getByLabel('Title').fill(`Sitting ${width} ${scripts}`)
    await inspectHere()
    const buffer = await transcriptFixture('teams.docx')
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    await page.locator('input[type=file]').setInputFiles({ name: 'teams.docx', mimeType, buffer })
    await page.getByRole('button', { name: 'Check the names' }).click()
    await page.getByText('Names in what was said').waitFor()
    await inspectHere()
    await page.getByRole('button', { name: 'Import without these names' }).click()
    await page.getByText('The transcript is imported').waitFor()
    await inspectHere()
    await page.getByRole('link', { name: /Correct or cut passage 2/ }).click()
    await page.getByLabel('What was said').fill('She types while others talk')
    await page.getByRole('button', { name: 'Save the correction' }).click()
    await page.getByText('The correction is saved.').waitFor()
    await page.getByLabel('Find in the transcript').fill('OTHERS')
    await page.getByRole('button', { name: 'Find', exact: true }).click()
    await page.getByText('1 passage of 3').waitFor()
    await inspectHere()
    await page.getByRole('link', { name: 'Show the whole transcript' }).click()
    await page.getByRole('button', { name: 'Approve this transcript' }).click()
    await inspectHere()
    await page.getByRole('button', { name: 'Approve', exact: true }).click()
    await page.getByText('The transcript is approved.').waitFor()
    await inspectHere()
    await inspect(at(`/${transcriptId}`))
    expect(besideTheSound(faults)).toEqual([])
    await context.close()
  },
)
