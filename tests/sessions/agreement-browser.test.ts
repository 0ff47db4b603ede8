/** Agreeing to the ground rules and preparing, in a real browser: on a phone and on a wide screen. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { theFirstPair } from '../support/agreeing.ts'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import { type DrawnPairs, startPublished } from '../support/drawn-pairs.ts'
import { type Listening, listen, signInto } from '../support/listening.ts'
import { patience } from '../support/program.ts'
import { openWatchedPage } from '../support/watched-page.ts'

vi.setConfig({ testTimeout: patience, hookTimeout: patience })

const database = testDatabase()
let listening: Listening
let browser: Browser
let published: DrawnPairs
beforeAll(async () => {
  published = await startPublished(database, { mentors: 2, mentees: 2 })
  listening = await listen(database)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await listening?.close()
  await database.destroy()
})

const addressOf = (rest: string): string =>
  `${listening.origin}/programmes/${published.programmeId}${rest}`

test.each([
  { width: 390, role: 'mentor', title: 'Prepare to give feedback' },
  { width: 1280, role: 'mentee', title: 'Prepare to receive feedback' },
] as const)('a $role prepares and agrees at $width px', async ({ width, role, title }) => {
  const { [role]: person } = await theFirstPair(published)
  const watched = await openWatchedPage(browser, { width, scripts: true })
  const { page, context } = watched
  await signInto(context, listening, person)
  await watched.inspect(addressOf(''))
  await page.getByRole('link', { name: 'Prepare for the session' }).click()
  await page.getByRole('heading', { name: title }).waitFor()
  await watched.inspectHere()
  await page.getByRole('link', { name: 'Agree to the ground rules' }).click()
  await page.getByRole('button', { name: 'Agree' }).click()
  await page.getByRole('link', { name: 'Tick the box if you agree' }).click()
  expect(await page.getByLabel('I agree to these ground rules').isVisible()).toBe(true)
  await watched.inspectHere()
  await page.getByLabel('I agree to these ground rules').check()
  await page.getByRole('button', { name: 'Agree' }).click()
  await page.getByRole('heading', { name: 'You have agreed to the ground rules' }).waitFor()
  await watched.inspectHere()
  const both = page.getByText('Both of you have agreed. You can meet.')
  expect(await both.count()).toBe(role === 'mentee' ? 1 : 0)
  expect(watched.faults.filter((fault) => !fault.includes('422'))).toEqual([])
  await context.close()
})
