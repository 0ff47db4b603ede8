/** The page of the allocation in a real browser, from open willingness to pairs that wait to be published. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { AllocatingOptions } from '../support/allocation-under-way.ts'
import { startAllocating } from '../support/allocation-under-way.ts'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import { type Listening, listen, signInto } from '../support/listening.ts'
import { patience } from '../support/program.ts'
import { type Look, openWatchedPage, type WatchedPage } from '../support/watched-page.ts'

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

type Watched = WatchedPage & { readonly known: Set<string> }

/** Each state of the page is looked at anew, as if it were another page. */
const anew = async ({ known, inspectHere }: Watched) => {
  known.clear()
  await inspectHere()
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Two people, each in a browser of their own, before the same page. */
const bothAt = async (look: Look, options: AllocatingOptions = {}) => {
  const allocating = await startAllocating(database, options)
  const address = `${listening.origin}/programmes/${allocating.programmeId}/allocation`
  const known = new Set<string>()
  const open = async (role: 'lead' | 'facilitator') => {
    const watched = await openWatchedPage(browser, look, known)
    await signInto(watched.context, listening, allocating[role])
    return { ...watched, known }
  }
  return { allocating, address, lead: await open('lead'), facilitator: await open('facilitator') }
}

/** What a browser says of a form that came back, and nothing else. */
const faultsIn = (...pages: readonly { readonly faults: readonly string[] }[]) =>
  pages.flatMap(({ faults }) => faults).filter((fault) => !fault.includes('status of 422'))

const shots = process.env.SHOTS
const shoot = async (page: Page, name: string) => {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}

test.each([
  { width: 390, scripts: false },
  { width: 1280, scripts: true },
] as const)(
  'at $width px, with scripts: $scripts, two people go from open willingness to a draw, and ask for another one',
  async (look) => {
    const { allocating, address, lead, facilitator } = await bothAt(look)
    await allocating.change((tx) =>
      tx
        .updateTable('participants')
        .set({ name: 'Dr Olwen Price' })
        .where('participantId', '=', String(allocating.mentors[0]?.personId))
        .execute(),
    )
    await lead.inspect(address)
    await shoot(lead.page, `open-${look.width}`)
    await facilitator.inspect(address)
    expect(await facilitator.page.getByText('who closes the willingness').count()).toBe(1)
    await press(lead.page, 'Close the willingness')
    await anew(lead)
    await shoot(lead.page, `locked-${look.width}`)

    const value = lead.page.getByLabel('Your value, as lead')
    expect(await value.inputValue()).toMatch(/^(\d{4}-){3}\d{4}$/)
    await value.fill('short')
    await press(lead.page, 'Give this value')
    await lead.inspectHere()
    expect(await value.inputValue()).toBe('short')
    await value.fill('my lottery numbers 4 8 15')
    await press(lead.page, 'Give this value')
    await lead.inspectHere()
    await shoot(lead.page, `given-${look.width}`)
    expect(await lead.page.getByLabel('Your value, as lead').inputValue()).toContain('4 8 15')

    await facilitator.inspect(address)
    expect((await facilitator.page.content()).includes('4 8 15')).toBe(false)
    await press(facilitator.page, 'Give this value')
    await anew(facilitator)
    await shoot(facilitator.page, `committed-${look.width}`)
    expect(await facilitator.page.getByText('my lottery numbers 4 8 15').count()).toBe(1)

    await lead.inspect(address)
    await press(facilitator.page, 'Draw')
    await facilitator.inspectHere()
    expect(await facilitator.page.getByRole('alert').textContent()).toContain('Tick the box')
    for (const { page, inspectHere } of [facilitator, lead]) {
      await page.getByRole('checkbox', { name: 'I want to draw now' }).check()
      await press(page, 'Draw')
      await page.waitForURL(address)
      await inspectHere()
      expect(await page.getByText('The pairs are encrypted').count()).toBe(1)
    }
    await anew(lead)
    await shoot(lead.page, `drawn-${look.width}`)
    expect(await lead.page.getByRole('button', { name: 'Check and publish' }).count()).toBe(1)

    await facilitator.page.getByRole('link', { name: 'Ask for another one' }).click()
    await facilitator.inspectHere()
    await facilitator.page.getByLabel('Reason').fill('Olwen and I are related, which nobody knew.')
    await press(facilitator.page, 'Ask for another draw')
    await facilitator.inspectHere()
    await shoot(facilitator.page, `again-${look.width}`)
    expect(await facilitator.page.getByRole('alert').textContent()).toContain('“Olwen”')
    await facilitator.page.getByLabel('Reason').fill('A pair of relatives was not excluded.')
    await press(facilitator.page, 'Ask for another draw')
    await facilitator.page.waitForURL(address)
    await lead.inspect(address)
    await anew(lead)
    await shoot(lead.page, `asked-${look.width}`)
    expect(await lead.page.getByText('A pair of relatives was not excluded').count()).toBe(1)
    await lead.page.getByText('Drop this request').click()
    await press(lead.page, 'Drop the request')
    await lead.inspectHere()
    expect(await lead.page.getByRole('button', { name: 'Check and publish' }).count()).toBe(1)
    await shoot(lead.page, `dropped-${look.width}`)
    expect(faultsIn(lead, facilitator)).toEqual([])
    await lead.context.close()
    await facilitator.context.close()
  },
)

test('where not everybody can be paired, the lead is told so in numbers and opens the willingness again', async () => {
  const { address, lead, facilitator } = await bothAt(
    { width: 390, scripts: true },
    { willing: (mentor, mentee) => mentor > 2 || mentee < 2 },
  )
  await lead.inspect(address)
  await press(lead.page, 'Close the willingness')
  await anew(lead)
  await shoot(lead.page, 'short')
  const main = await lead.page.locator('main').textContent()
  expect(main).toContain('Not everybody can be paired')
  expect(main).toContain('3 mentors have only 2 possible mentees between them')
  expect(main).not.toMatch(/Dr (Mentor|Mentee)|\b[MC][1-5]\b/)
  expect(await lead.page.getByRole('button', { name: 'Give this value' }).count()).toBe(0)
  await facilitator.inspect(address)
  expect(await facilitator.page.getByRole('button').filter({ hasText: 'Open' }).count()).toBe(0)
  await press(lead.page, 'Open the willingness again')
  await lead.inspectHere()
  expect(await lead.page.getByRole('button', { name: 'Close the willingness' }).count()).toBe(1)
  await shoot(lead.page, 'reopened')
  expect(faultsIn(lead, facilitator)).toEqual([])
  await lead.context.close()
  await facilitator.context.close()
})
