/** The facilitator's home of the interview in a real browser, from before it begins until it has ended. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import { type Listening, listen, signInto } from '../support/listening.ts'
import { patience } from '../support/program.ts'
import { startRunning } from '../support/programme-under-way.ts'
import { openWatchedPage } from '../support/watched-page.ts'

vi.setConfig({ testTimeout: patience, hookTimeout: patience })

const database = testDatabase()
let listening: Listening
let browser: Browser
beforeAll(async () => {
  listening = await listen(database)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await listening?.close()
  await database.destroy()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Ticks the first so many boxes, with the keyboard. */
const tick = async (page: Page, count: number) => {
  for (const box of (await page.getByRole('checkbox').all()).slice(0, count)) {
    await box.focus()
    await page.keyboard.press('Space')
  }
}

test.each([
  { width: 390, scripts: false },
  { width: 1280, scripts: true },
] as const)(
  'at $width px, with scripts: $scripts, the interview is held from its beginning to its end',
  async (look) => {
    const running = await startRunning(database)
    const watched = await openWatchedPage(browser, look)
    const { page, context, inspect, inspectHere } = watched
    await signInto(context, listening, running.facilitator)
    const home = `${listening.origin}/programmes/${running.programmeId}/interview`

    await inspect(home)
    await press(page, 'Begin the first sitting')
    await inspectHere()
    await press(page, 'Begin the sitting')
    expect(await page.getByRole('alert').textContent()).toContain('Tick everybody')
    await inspectHere()
    await tick(page, 5)
    await press(page, 'Begin the sitting')
    await page.waitForURL(home)
    await inspectHere()

    await page.getByRole('link', { name: 'Change who is in the room' }).click()
    await inspectHere()
    await page.getByRole('checkbox').last().check()
    await press(page, 'Save')
    await page.getByRole('link', { name: 'Change who agrees to a recording' }).click()
    await inspectHere()
    await tick(page, 6)
    await press(page, 'Save')
    await page.waitForURL(home)
    expect(await page.getByText('Everybody has said yes').count()).toBe(1)

    const [mentee] = running.mentees
    await context.request.post(`${home}/move`, {
      form: {
        idempotencyKey: crypto.randomUUID(),
        mentee: String(mentee?.personId),
        domain: 'strengths',
      },
      headers: { origin: listening.origin },
      maxRedirects: 0,
    })
    await page.reload()
    await press(page, 'Take a break')
    expect(await page.getByText('Break', { exact: true }).count()).toBe(1)
    await inspectHere()
    await press(page, 'End the break')
    await press(page, 'End this sitting')
    await inspectHere()
    await page.getByRole('link', { name: 'check and end the interview' }).click()
    await inspectHere()
    await press(page, 'End the interview')
    await page.waitForURL(home)
    await inspectHere()
    // What a browser says of a form that came back; nothing else.
    const faults = watched.faults.filter((fault) => !fault.includes('status of 422'))
    expect(faults).toEqual([])
    await context.close()
  },
)
