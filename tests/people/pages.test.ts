/** A lead adds and invites people in a browser, and somebody comes in by a letter; narrow and wide, with and without scripts. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type Listening, listen, signInto } from '../support/listening.ts'
import { newPeopleRoom } from '../support/people-room.ts'
import { looks, openWatchedPage } from '../support/watched-page.ts'
import { buildWorld, type World } from '../support/world.ts'

const given: { world?: World; listening?: Listening; browser?: Browser } = {}
beforeAll(async () => {
  given.world = await buildWorld()
  given.listening = await listen(given.world.database)
  given.browser = await launchBrowser()
})
afterAll(async () => {
  await given.browser?.close()
  await given.listening?.close()
  await given.world?.drop()
})
const here = () => given as { world: World; listening: Listening; browser: Browser }

const table =
  'Role\tName\tEmail\tSupervisor\nmentee\tDr Bo Day\tbo@h.example\t\nnurse\tAnn Lee\tann@\tNobody'
const corrected = table
  .replace('nurse', 'mentor')
  .replace('ann@', '')
  .replace('Nobody', 'Dr Bo Day')

describe.each(looks)('at $width px, scripts $scripts', (look) => {
  test('from a table with errors to somebody who comes in by a letter', async () => {
    const { world, listening, browser } = here()
    const room = await newPeopleRoom(world, world.north)
    const watched = await openWatchedPage(browser, look)
    const { page, context, inspectHere, inspect, faults } = watched
    await signInto(context, listening, world.north.people.lead)
    const press = async (role: 'button' | 'link', name: string) => {
      await page.getByRole(role, { name }).click()
      await page.waitForLoadState('networkidle')
    }
    const seen = async (name: string) => {
      await inspectHere()
      const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect([name, wider]).toEqual([name, 0])
    }
    await page.goto(`${listening.origin}${room.base}`)
    await seen('empty')
    await press('button', 'Add one person')
    await press('button', 'Add this person')
    await seen('add')
    await page.goto(`${listening.origin}${room.base}/import`)
    await seen('import')
    await page.getByLabel('Paste the table').fill(table)
    await press('button', 'Check the table')
    expect(await page.getByRole('alert').textContent()).toContain('3 cells need a correction')
    await seen('errors')
    expect(await page.getByLabel('Paste the table').inputValue()).toBe(table)
    const file = {
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(corrected, 'utf16le'),
    }
    await page.getByLabel('Paste the table').fill('')
    await page.locator('input[type=file]').setInputFiles(file)
    await press('button', 'Check the table')
    await seen('preview')
    await press('button', 'Add these 2 people')
    await page.getByText('2 people added').waitFor()
    await seen('list')
    await inspect(`${listening.origin}${room.base}/invite`)
    await room.become('open')
    await page.reload()
    await seen('invite')
    await press('button', 'Invite 2 people')
    await seen('invited')
    await press('link', 'Dr Bo Day')
    await seen('person')
    await press('link', 'Remove')
    await seen('remove')
    await inspect(`${listening.origin}${room.base}/letters`)
    await seen('letters')
    const code = await page.locator('.app-letter__code').textContent()
    await context.clearCookies()
    await inspect(`${listening.origin}/join`)
    await page.getByLabel('Code').fill(code?.toLowerCase().replace('-', ' ') ?? '')
    await seen('join')
    await press('button', 'Continue')
    await press('button', 'Continue')
    await page.getByText('Ann Lee').first().waitFor()
    // The browser notes each form that comes back with errors, which these two do on purpose.
    expect(faults.filter((fault) => !fault.includes('status of 422'))).toEqual([])
    await context.close()
  }, 120_000)
})

test('the letters of several people stand on a sheet each, and nothing else is printed', async () => {
  const { world, listening, browser } = here()
  const room = await newPeopleRoom(world, world.north)
  await room.addTable('Role,Name\nmentor,Ann Lee\nmentor,Bo Day\nmentee,Cy Fox')
  await room.become('open')
  await room.post('/invite')
  const context = await browser.newContext()
  await signInto(context, listening, world.north.people.lead)
  const page = await context.newPage()
  await page.goto(`${listening.origin}${room.base}/letters`)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByText('Print', { exact: true }).isVisible()).toBe(false)
  expect(await page.getByRole('banner').isVisible()).toBe(false)
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(3)
  await context.close()
})
