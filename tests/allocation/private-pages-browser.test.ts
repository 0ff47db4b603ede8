/** What is asked in private before the draw, and the lead's pages beside it, in a real browser. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import type { Somebody } from '../support/hospital.ts'
import { type Listening, listen, signInto } from '../support/listening.ts'
import { type AskedInPrivate, askInPrivate } from '../support/private-answers.ts'
import { patience } from '../support/program.ts'
import { openWatchedPage } from '../support/watched-page.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: patience, hookTimeout: patience })

const database = testDatabase()
const rules = { menteeVetoes: 2, menteesPerMentor: 3, preferences: 'fairest' } as const
let asked: AskedInPrivate
let listening: Listening
let browser: Browser
beforeAll(async () => {
  asked = await askInPrivate(database, serverOn(database), { rules, isSupervised: true })
  await asked.sendTo(asked.lead, '/allocation/excluded', {
    mentor: asked.mentors[1]?.personId ?? '',
    mentee: asked.mentees[1]?.personId ?? '',
  })
  listening = await listen(database)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await listening?.close()
  await database.destroy()
})

/** What was checked for accessibility at one width is not checked again at the other. */
const known = new Set<string>()
const looks = [390, 1280].map((width) => ({ width }) as { readonly width: 390 | 1280 })

const open = async (as: Somebody | undefined, width: 390 | 1280, scripts = true) => {
  const watched = await openWatchedPage(browser, { width, scripts }, known)
  if (as !== undefined) await signInto(watched.context, listening, as)
  const base = `${listening.origin}/programmes/${asked.programmeId}`
  return { ...watched, base }
}

const visited = (): readonly (readonly [Somebody | undefined, readonly string[]])[] => [
  [asked.mentors[0], ['/willing', '']],
  [asked.mentees[0], ['/vetoes', '']],
  [asked.lead, ['/allocation/excluded', '/set-up/rules']],
]

const lookAt = async (pages: ReturnType<typeof visited>, width: 390 | 1280) => {
  for (const [as, paths] of pages) {
    const { inspect, faults, context, base, page } = await open(as, width)
    for (const path of paths) await inspect(`${base}${path}`)
    expect(faults).toEqual([])
    await page.close()
    await context.close()
  }
}

test.each(looks)('every page is without fault at $width px', async ({ width }) => {
  await lookAt(visited(), width)
})

test('ranks, vetoes and excluded pairs are sent without scripts, and mistakes come back', async () => {
  const mentor = await open(asked.mentors[0], 390, false)
  await mentor.inspect(`${mentor.base}/willing`)
  for (const yes of await mentor.page.getByLabel('Yes', { exact: true }).all()) await yes.check()
  await mentor.page.getByLabel('Rank of Dr Mentee 1, if you say yes').selectOption('2nd choice')
  await mentor.page.getByRole('button', { name: 'Save my choices' }).click()
  await mentor.inspectHere()
  expect(await mentor.page.content()).toContain('You have no 1st choice')
  await mentor.page.getByLabel('Rank of Dr Mentee 3, if you say yes').selectOption('1st choice')
  await mentor.page.getByRole('button', { name: 'Save my choices' }).click()
  expect(await mentor.page.content()).toContain('Your choices are saved')
  const mentee = await open(asked.mentees[0], 390, false)
  await mentee.inspect(`${mentee.base}/vetoes`)
  await mentee.page.getByLabel('Dr Mentor 2').check()
  await mentee.page.getByRole('button', { name: 'Save' }).click()
  expect(await mentee.page.content()).toContain('This is saved')
  const lead = await open(asked.lead, 390, false)
  await lead.inspect(`${lead.base}/allocation/excluded`)
  await lead.page.getByRole('button', { name: /^Remove/ }).click()
  await lead.inspectHere()
  await lead.page.getByRole('button', { name: 'Undo' }).click()
  expect(await lead.page.content()).toContain('Dr Mentor 2 and Dr Mentee 2 are excluded')
  for (const { faults, context } of [mentor, mentee, lead]) {
    expect(faults.filter((fault) => !fault.includes('422'))).toEqual([])
    await context.close()
  }
})

test('closed for a draw, and opened again, they are without fault', async () => {
  const pages = visited().map(([as, [path = '']]) => [as, [path]] as const)
  await asked.lock()
  await lookAt(pages, 390)
  await asked.reopen()
  await lookAt(pages.slice(0, 1), 390)
})
