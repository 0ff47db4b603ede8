/** A browser page that remembers everything that went wrong on it. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'

export type Look = { readonly width: 390 | 1280; readonly scripts: boolean }

/** Both widths, with scripts and without, in two goes. */
export const looks: readonly Look[] = [
  { width: 390, scripts: false },
  { width: 1280, scripts: true },
]

export type WatchedPage = {
  readonly page: Page
  readonly context: BrowserContext
  /** Goes to an address and looks closely at what is there. */
  readonly inspect: (address: string) => Promise<void>
  /** The same for the page as it is now, after a click. */
  readonly inspectHere: () => Promise<void>
  /** Console errors, policy violations, failed requests, overflow and accessibility faults, each with its page. */
  readonly faults: readonly string[]
}

/** @param known pages that were checked for accessibility before, with the same title: they are not checked again */
export const openWatchedPage = async (
  browser: Browser,
  look: Look,
  known = new Set<string>(),
): Promise<WatchedPage> => {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 900 },
    javaScriptEnabled: look.scripts,
  })
  const page = await context.newPage()
  const faults: string[] = []
  const note = (fault: string) => faults.push(`${new URL(page.url()).pathname}: ${fault}`)
  page.on('console', (message) => {
    // Chromium reports breaches of the content security policy here too.
    if (['error', 'warning'].includes(message.type())) note(message.text())
  })
  page.on('pageerror', (error) => note(error.message))
  page.on('requestfailed', (request) => note(`failed: ${request.url()}`))
  const inspectHere = async () => {
    const name = `${new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{36}/g, '')} ${await page.title()}`
    const isNew = !known.has(name)
    known.add(name)
    for (const fault of await faultsOf(page, look, isNew)) note(fault)
  }
  const inspect = async (address: string) => {
    const reply = await page.goto(address)
    if (reply?.status() !== 200) note(`answered ${reply?.status()}`)
    await inspectHere()
  }
  return { page, context, inspect, inspectHere, faults }
}

const faultsOf = async (page: Page, look: Look, isNew: boolean): Promise<readonly string[]> => {
  const headings = await page.locator('h1').count()
  const oneHeading = headings === 1 ? [] : [`${headings} first-level headings`]
  return [
    ...oneHeading,
    ...(await overflowOf(page, look)),
    ...(look.scripts && isNew ? await axeFaults(page) : []),
  ]
}

/** How far the page is wider than the screen: what it holds, and without scripts the box of its content. */
const overflowOf = async (page: Page, { scripts }: Look): Promise<readonly string[]> => {
  const width = page.viewportSize()?.width ?? 0
  const box = await page.locator('main').boundingBox()
  const held = scripts ? Number(await page.evaluate('document.documentElement.scrollWidth')) : 0
  const right = Math.max(held, (box?.x ?? 0) + (box?.width ?? 0))
  return right <= width ? [] : [`${Math.ceil(right - width)} px wider than the screen`]
}

/**
 * axe runs inside the page, so it needs scripts; the markup is the same without. Pages have no frames: what is called
 * the legacy mode looks at one page and needs no second one to put results together, which takes half the time.
 */
const axeFaults = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
