/** Choosing the pairs, and a draw after somebody has left, in a browser: on a phone and on a desk, with and without scripts. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import { startDrawing, startPublished } from '../support/drawn-pairs.ts'
import { type Listening, listen, signInto } from '../support/listening.ts'
import { succeeded } from '../support/succeeded.ts'
import { type Look, openWatchedPage } from '../support/watched-page.ts'

const looks: readonly Look[] = [
  { width: 390, scripts: false },
  { width: 1280, scripts: true },
]

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const database = testDatabase()
let browser: Browser
let listening: Listening
beforeAll(async () => {
  listening = await listen(database)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await listening.close()
  await database.destroy()
})

test.each(looks)(
  'pairs are chosen, checked and kept at $width px, scripts: $scripts',
  async (look) => {
    const running = await startDrawing(database, { mentors: 3, mentees: 3, isSupervised: true })
    const { page, context, inspect, inspectHere, faults } = await openWatchedPage(browser, look)
    await signInto(context, listening, running.lead)
    await inspect(`${listening.origin}/programmes/${running.programmeId}/allocation/chosen`)
    await page.getByRole('button', { name: 'Check the pairs' }).click()
    await page.getByText('Choose a mentor for at least one mentee').first().waitFor()
    await inspectHere()
    for (const [place, { personId }] of running.mentees.entries()) {
      await page
        .locator(`select[name="mentor-${personId}-1"]`)
        .selectOption(running.mentors[place]?.personId ?? '')
    }
    await page.getByRole('button', { name: 'Check the pairs' }).click()
    await page.getByRole('heading', { name: 'Check the pairs' }).waitFor()
    await inspectHere()
    await page.getByRole('button', { name: 'Keep these pairs' }).click()
    await page.getByText('chosen, not drawn').waitFor()
    succeeded(await running.publish(1))
    expect(await running.pairs()).toHaveLength(3)
    expect(faults.filter((fault) => !fault.includes('422'))).toEqual([])
    await context.close()
  },
)

test.each(looks)(
  'a draw after a departure begins at $width px, scripts: $scripts',
  async (look) => {
    const running = await startPublished(database, { mentors: 4, mentees: 3 })
    const [pair] = await running.pairs()
    const leaver = running.mentors.find(({ personId }) => personId === pair?.mentorId)
    if (leaver === undefined) throw new Error('The mentor is not there.')
    await running.setState(leaver, 'withdrawn')
    const base = `${listening.origin}/programmes/${running.programmeId}`
    const { page, context, inspect, inspectHere, faults } = await openWatchedPage(browser, look)
    await signInto(context, listening, running.lead)
    await inspect(`${base}/allocation/departure`)
    await page.getByRole('button', { name: 'Begin the draw' }).click()
    await inspectHere()
    await page.getByLabel('Why is there another draw?').fill('One person has gone.')
    await page.getByRole('button', { name: 'Begin the draw' }).click()
    await page.waitForURL(`${base}/allocation`)
    expect(faults.filter((fault) => !fault.includes('422'))).toEqual([])
    await context.close()
  },
)
