/** From a fresh start to every page of the example programme, as a clinician would look at it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import {
  endEverything,
  linkOf,
  newSettings,
  type Program,
  patience,
  removeFolders,
  startServer,
  stopServer,
} from '../support/program.ts'
import { looks, openWatchedPage, type WatchedPage } from '../support/watched-page.ts'

vi.setConfig({ hookTimeout: 3 * patience })

type Started = { readonly server: Program; readonly link: string; readonly origin: string }

/** A server on which nothing has happened yet. */
const startFresh = async (): Promise<Started> => {
  const server = startServer(await newSettings())
  const link = await linkOf(server)
  return { server, link, origin: new URL(link).origin }
}

let browser: Browser
let started: Started
beforeAll(async () => {
  browser = await launchBrowser()
  started = await startFresh()
})
afterAll(async () => {
  try {
    await browser?.close()
    if (started !== undefined) await stopServer(started.server)
  } finally {
    await endEverything()
    await removeFolders()
  }
})

const explore = async ({ page, inspect }: WatchedPage): Promise<void> => {
  await inspect(started.link)
  await page.getByRole('button', { name: 'Explore the example programme' }).click()
  await page.waitForURL(/\/programmes\//)
}

const linksOf = async ({ page }: WatchedPage): Promise<readonly string[]> => {
  const hrefs = await page.locator('main a[href^="/"], nav a[href^="/"]').all()
  const found = await Promise.all(hrefs.map((link) => link.getAttribute('href')))
  return [...new Set(found.filter((href) => href !== null))]
}

const lookAs = async ({ page }: WatchedPage, view: string): Promise<void> => {
  await page.getByLabel('Look at it as').selectOption(view)
  await page.getByRole('button', { name: /Change/ }).click()
  await page.waitForLoadState()
}

describe.each(looks)('at $width px, scripts $scripts', (look) => {
  test('the set-up link leads to every page of the example, without a fault', async () => {
    const watched = await openWatchedPage(browser, look)
    await explore(watched)
    await watched.inspectHere()
    const links = await linksOf(watched)
    const pages = [
      'characteristics',
      'stages',
      'willingness',
      'sessions',
      'comparisons',
      'themes',
      'results',
      'contradictions',
      'report',
    ]
    for (const name of pages) expect(links.join(' ')).toContain(`/${name}`)
    for (const link of links) await watched.inspect(`${started.origin}${link}`)
    const [stages] = links.filter((link) => link.endsWith('/stages'))
    for (const stage of [1, 2, 3, 4, 5])
      await watched.inspect(`${started.origin}${stages}/${stage}`)
    expect(watched.faults).toEqual([])
    await watched.context.close()
  }, 300_000)

  test('the example can be looked at as each kind of person, without a fault', async () => {
    const watched = await openWatchedPage(browser, look)
    await explore(watched)
    const views = [
      'administrator',
      'lead',
      'facilitator',
      'researcher',
      'auditor',
      'mentor',
      'mentee',
    ]
    for (const view of views) {
      await lookAs(watched, view)
      await watched.inspectHere()
      expect(await watched.page.getByLabel('Look at it as').inputValue()).toBe(view)
      const others = (await linksOf(watched)).filter((link) => !link.startsWith('/programmes/'))
      for (const link of others) await watched.inspect(`${started.origin}${link}`)
    }
    expect(watched.faults).toEqual([])
    await watched.context.close()
  }, 300_000)

  test('somebody starts an organisation of their own, after correcting the form', async () => {
    const fresh = await startFresh()
    onTestFinished(() => stopServer(fresh.server))
    const watched = await openWatchedPage(browser, look)
    const { page, inspectHere, inspect } = watched
    await inspect(fresh.link)
    await page.getByRole('button', { name: 'Start your own' }).click()
    await page.waitForURL(/\/own$/)
    await inspectHere()
    await page.getByLabel('Your name').fill('Asha Rao')
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByRole('link', { name: 'Enter the name of your organisation' }).waitFor()
    await inspectHere()
    expect(await page.getByLabel('Your name').inputValue()).toBe('Asha Rao')
    await page.getByLabel('Name of your organisation').fill('Northgate Teaching Hospital')
    await page.getByLabel('Your work email address').fill('asha.rao@northgate.example')
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByRole('heading', { name: 'Your programmes' }).waitFor()
    await inspectHere()
    expect(await page.getByRole('banner').textContent()).toContain('Northgate Teaching Hospital')
    expect(await page.getByLabel('Look at it as').count()).toBe(0)
    for (const link of await linksOf(watched)) await inspect(`${fresh.origin}${link}`)
    // The form that came back with errors answers 422, which Chromium writes to its console.
    expect(watched.faults.filter((fault) => !fault.includes('422'))).toEqual([])
    await watched.context.close()
  }, 300_000)
})

test('what is printed holds no navigation and no buttons', async () => {
  const watched = await openWatchedPage(browser, { width: 1280, scripts: true })
  await explore(watched)
  await watched.page.emulateMedia({ media: 'print' })
  const link = (await linksOf(watched)).find((href) => href.endsWith('/report'))
  await watched.page.goto(`${started.origin}${link}`)
  const header = watched.page.getByRole('banner')
  expect(await header.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
  const buttons = watched.page.getByRole('button').filter({ visible: true })
  expect(await buttons.allTextContents()).toEqual([])
  const pdf = await watched.page.pdf({ format: 'A4' })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  await watched.context.close()
}, 120_000)
