/** Publishing, the pages of a pair and the ground rules in a real browser: on a phone and on a wide screen. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import { type DrawnPairs, startDrawn, startPublished } from '../support/drawn-pairs.ts'
import type { Somebody } from '../support/hospital.ts'
import { type Listening, listen, signInto } from '../support/listening.ts'
import { patience } from '../support/program.ts'
import { openWatchedPage } from '../support/watched-page.ts'

vi.setConfig({ testTimeout: patience, hookTimeout: patience })

const database = testDatabase()
let listening: Listening
let browser: Browser
let published: DrawnPairs
let drawn: DrawnPairs
beforeAll(async () => {
  published = await startPublished(database, { mentors: 4, mentees: 3 })
  drawn = await startDrawn(database, {
    ...{ mentors: 3, mentees: 2, isSupervised: true },
    willing: (mentor, mentee) => mentor === mentee,
    protocol: (protocol) => ({ ...protocol, rules: { ...protocol.rules, supervisor: 'avoid' } }),
  })
  listening = await listen(database)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await listening?.close()
  await database.destroy()
})

const addressOf = ({ programmeId }: DrawnPairs, rest: string): string =>
  `${listening.origin}/programmes/${programmeId}${rest}`

const alone = async (): Promise<Somebody | undefined> => {
  const pairs = await published.pairs()
  return published.mentors.find(({ personId }) => pairs.every((pair) => pair.mentorId !== personId))
}

/** What was checked for accessibility at one width is not checked again at the other. */
const known = new Set<string>()

test.each([{ width: 390 }, { width: 1280 }] as const)(
  'every page is without fault at $width px',
  async ({ width }) => {
    const [mentee] = published.mentees
    const pair = (await published.pairs()).find(({ menteeId }) => menteeId === mentee?.personId)
    const mentor = published.mentors.find(({ personId }) => personId === pair?.mentorId)
    const visited = [
      [drawn.lead, drawn, ['/allocation/publish', '/set-up/ground-rules']],
      [published.lead, published, ['/allocation/publish']],
      [mentor, published, ['/partner', '']],
      [mentee, published, ['/partner']],
      [await alone(), published, ['/partner']],
    ] as const
    for (const [as, of, paths] of visited) {
      const watched = await openWatchedPage(browser, { width, scripts: true }, known)
      await signInto(watched.context, listening, as as Somebody)
      for (const rest of paths) await watched.inspect(addressOf(of, rest))
      expect(watched.faults).toEqual([])
      await watched.context.close()
    }
  },
)

test('a lead who has not ticked the box is told so beside it, ticks it, and the pairs are published', async () => {
  const watched = await openWatchedPage(browser, { width: 390, scripts: false })
  const { page, context } = watched
  await signInto(context, listening, drawn.lead)
  await page.goto(addressOf(drawn, '/allocation/publish'))
  await page.getByRole('button', { name: 'Publish the pairs' }).click()
  await page.getByText('Tick that you know this').first().waitFor()
  await watched.inspectHere()
  await page.getByLabel('I know this, and publish the pairs').check()
  await page.getByRole('button', { name: 'Publish the pairs' }).click()
  await page.waitForURL(addressOf(drawn, '/allocation'))
  expect(await drawn.pairs()).toHaveLength(2)
  await page.goto(addressOf(drawn, '/allocation/publish'))
  expect(await page.getByText('Everybody has been told').count()).toBe(1)
  expect(watched.faults.filter((fault) => !fault.includes('422'))).toEqual([])
  await context.close()
})
