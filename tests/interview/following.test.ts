/** Following the interview in a real browser: on a phone, live, and without scripts. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { changeNotes } from '../../src/interview/board/change-notes.ts'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import { type Following, noteAbout, startFollowing } from '../support/following.ts'
import type { Somebody } from '../support/hospital.ts'
import { type Listening, listen, signInto } from '../support/listening.ts'
import { patience } from '../support/program.ts'
import { openWatchedPage, type WatchedPage } from '../support/watched-page.ts'

vi.setConfig({ testTimeout: patience, hookTimeout: patience })

const database = testDatabase()
let room: Following
let listening: Listening
let browser: Browser
const notes = () => [
  noteAbout(room.mentees[0], 'Explains each decision, and asks what you would have done', 'V'),
  { ...noteAbout(room.mentees[0], 'Knows the system'), domain: 'use_of_technology' },
]
let shown: ReturnType<typeof notes>

beforeAll(async () => {
  room = await startFollowing(database, { mentors: 5, mentees: 3, present: 4 })
  shown = notes()
  await room.putNotes(shown)
  listening = await listen(database)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await listening?.close()
  await database.destroy()
})

const mentor = (index: number): Somebody => room.mentors[index] as Somebody
const at = (path: string): string => `${listening.origin}${room.at(path)}`

const open = async (
  person: Somebody,
  width: number,
  scripts = true,
  known = new Set<string>(),
): Promise<WatchedPage> => {
  const watched = await openWatchedPage(browser, { width, scripts } as never, known)
  await signInto(watched.context, listening, person)
  return watched
}

const tell = (text: string, about = room.mentees[0]) => {
  const { noteId, ...to } = noteAbout(about, text, 'k')
  const change = { changeId: crypto.randomUUID(), changes: [{ noteId, from: null, to }] }
  const { organisationId, masterKey } = room.scope
  const scope = { database, organisationId, masterKey }
  return changeNotes(scope, { programmeId: room.programmeId, changes: [change] })
}
const about = (page: Page) => page.locator('select[name=mentee]')
const point = (page: Page) => page.getByLabel('Your point')

describe('the pages are without fault', () => {
  const known = new Set<string>()
  test.each([390, 360, 1280])('at %i px', async (width) => {
    for (const [person, path] of [
      [mentor(0), '/follow'],
      [mentor(0), '/follow?sent=yes'],
      [mentor(4), '/follow'],
      [room.facilitator, `/notes/${shown[0]?.noteId}/concern`],
      [room.facilitator, `/notes/${crypto.randomUUID()}/concern`],
    ] as const) {
      // A page of its own: one that listens and is left is told that it was cut off.
      const watched = await open(person, width, true, known)
      await watched.inspect(at(path))
      expect(watched.faults).toEqual([])
      await watched.context.close()
    }
  })
})

test('what is said and who is spoken about appear by themselves, and what is typed stays', async () => {
  const { page, context, faults } = await open(mentor(0), 390)
  await page.goto(at('/follow'))
  await expect.poll(() => page.getByText('Show what is new').isHidden()).toBe(true)
  await tell('Appears by itself')
  await page.getByText('Appears by itself', { exact: true }).waitFor()
  await point(page).fill('Half a thought')
  await room.speakAbout(room.mentees[1] as Somebody)
  await tell('About the next', room.mentees[1])
  await page.getByRole('heading', { name: 'Dr Mentee 2 Strengths' }).waitFor()
  expect(await page.getByText('Appears by itself', { exact: true }).count()).toBe(0)
  expect(await point(page).inputValue()).toBe('Half a thought')
  expect(await about(page).inputValue()).toBe(room.mentees[0]?.personId)
  await point(page).fill('')
  await page.getByRole('heading', { name: 'Add a point' }).click()
  await expect.poll(() => about(page).inputValue()).toBe(room.mentees[1]?.personId)
  await room.speakAbout(room.mentees[0] as Somebody)
  expect(faults).toEqual([])
  await context.close()
})

test('a point is sent without leaving the page, and kept while there is no connection', async () => {
  const { page, context } = await open(mentor(1), 390)
  await page.goto(at('/follow'))
  await point(page).fill('Asks the quiet ones')
  await page.route('**/points', (route) => route.abort())
  await page.getByRole('button', { name: 'Send point' }).click()
  await expect
    .poll(() => page.locator('[data-follow-status]').textContent())
    .toContain('Your text is still here')
  expect(await point(page).inputValue()).toBe('Asks the quiet ones')
  await page.unroute('**/points')
  await page.getByRole('button', { name: 'Send point' }).click()
  await page.getByText('Your point is waiting').waitFor()
  expect(await point(page).inputValue()).toBe('')
  expect(new URL(page.url()).search).toBe('')
  await context.close()
})

test('“I have seen this too” is given and taken back with the keyboard, which stays where it was', async () => {
  const { page, context } = await open(mentor(2), 1280)
  await page.goto(at('/follow'))
  const note = page.locator(`#note-${shown[0]?.noteId}`)
  await note.getByRole('button', { name: /I have seen this too/ }).press('Enter')
  await note.getByText('You have seen this too').waitFor()
  const focused = note.locator('button:focus')
  await expect.poll(() => focused.textContent()).toContain('Take back')
  await focused.press('Enter')
  await expect.poll(() => focused.textContent()).toContain('I have seen this too')
  await context.close()
})

test('without scripts the buttons do the same, and a button shows what is new', async () => {
  const { page, context, inspect, faults } = await open(mentor(3), 390, false)
  await inspect(at('/follow'))
  await tell('Seen after reloading')
  await page.getByRole('button', { name: 'Show what is new' }).click()
  expect(await page.getByText('Seen after reloading', { exact: true }).count()).toBe(1)
  await page.locator(`#note-${shown[0]?.noteId} button`).click()
  expect(await page.getByText('You have seen this too').count()).toBe(1)
  await point(page).fill('By hand')
  await page.getByRole('button', { name: 'Send point' }).click()
  expect(await page.getByText('Your point is waiting').count()).toBe(1)
  expect(faults).toEqual([])
  await page.getByRole('button', { name: 'Send point' }).click()
  expect(await page.getByText('Write your point').count()).toBe(2)
  await context.close()
})

test('on paper a concern is the form alone, with nobody of the group named', async () => {
  const { page, context } = await open(room.facilitator, 1280)
  await page.goto(at(`/notes/${shown[0]?.noteId}/concern`))
  await page.emulateMedia({ media: 'print' })
  const main = await page.locator('main').innerText()
  expect(main).toMatch(/^Concern handed on/)
  expect(main).toContain('Explains each decision')
  expect(main).toContain('Handed on by')
  expect(main).not.toMatch(/Take it out|Mentor \d|guardian/)
  await context.close()
})
