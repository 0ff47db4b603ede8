/** Sign-off and released documents in a real browser: on a phone, on a wide screen, on paper. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import type { Somebody } from '../support/hospital.ts'
import { type Listening, listen, signInto } from '../support/listening.ts'
import { patience } from '../support/program.ts'
import {
  agreeAndRelease,
  fillUsually,
  pair,
  type SigningOff,
  startSigningOff,
} from '../support/signing-off.ts'
import { openWatchedPage } from '../support/watched-page.ts'

vi.setConfig({ testTimeout: patience, hookTimeout: patience })

const database = testDatabase()
let signing: SigningOff
let listening: Listening
let browser: Browser
beforeAll(async () => {
  signing = await startSigningOff(database, { rules: { documentShown: 'on_release' } })
  await fillUsually(signing)
  await agreeAndRelease(signing)
  await signing.write('You tell us when you do not know.')
  await signing.send()
  await signing.answer(signing.mentors[0], 'The word “clinic”: it happens on the ward too.')
  for (const mentor of signing.mentors.slice(2)) await signing.answer(mentor)
  await pair(signing)
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
const document = () => `/documents/${signing.mentee.personId}`
const visited = (): readonly (readonly [Somebody | undefined, readonly string[]])[] => [
  [signing.facilitator, [`${document()}/sign-off`]],
  [signing.mentors[1], ['/sign-off', `/sign-off/${signing.mentee.personId}`]],
  [signing.mentors[0], [`/sign-off/${signing.mentee.personId}`, '/prompt-sheet']],
  [signing.mentee, ['/feedback']],
  [signing.mentees[1], ['/feedback']],
]

test.each(looks)('every page is without fault at $width px', async ({ width }) => {
  for (const [as, paths] of visited()) {
    const watched = await openWatchedPage(browser, { width, scripts: true }, known)
    if (as !== undefined) await signInto(watched.context, listening, as)
    for (const rest of paths)
      await watched.inspect(`${listening.origin}/programmes/${signing.programmeId}${rest}`)
    expect(watched.faults).toEqual([])
    await watched.context.close()
  }
})

test('the prompt sheet prints on one page, with every point and room for notes', async () => {
  const { page, context } = await openWatchedPage(browser, { width: 1280, scripts: true })
  await signInto(context, listening, signing.mentors[0] as Somebody)
  await page.goto(`${listening.origin}/programmes/${signing.programmeId}/prompt-sheet`)
  const printed = await page.pdf({ format: 'A4' })
  expect(printed.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.app-prompt-sheet__tools').isVisible()).toBe(false)
  expect(await page.locator('.app-prompt-sheet__notes').count()).toBe(7)
  await context.close()
})
