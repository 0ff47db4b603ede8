/**
 * Phase 1 on three devices at once: two facilitators' screens on two servers, and a mentor's phone, from the first prompt
 * to a released document for each of five mentees, by keyboard alone.
 */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { listNotes } from '../../src/interview/board/note-store.ts'
import { listMentees } from '../../src/interview/store.ts'
import { read } from '../../src/platform/database.ts'
import { openProgramme } from '../../src/protocol/open-programme.ts'
import { masterKey, testDatabase } from '../support/database.ts'
import type { Somebody } from '../support/hospital.ts'
import { prepareJourney } from '../support/journey.ts'
import { type Listening, listen, signInto } from '../support/listening.ts'
import {
  addStaff,
  placeOf,
  type Running,
  startRunning,
  writing,
} from '../support/programme-under-way.ts'
import { sheffield } from '../support/protocols.ts'
import { send } from '../support/visit.ts'
import type { WatchedPage } from '../support/watched-page.ts'
import { type Server, serverOn } from '../support/world.ts'

const journey = prepareJourney()
const database = testDatabase()
const given: { servers?: readonly [Listening, Listening]; running?: Running } = {}
beforeAll(async () => {
  given.servers = [await listen(database), await listen(database)]
  given.running = await startRunning(database)
})
afterAll(async () => {
  for (const server of given.servers ?? []) await server.close()
  await database.destroy()
})
const running = (): Running => given.running as Running
const { domains } = sheffield

const device = async (width: 390 | 1280, as: Somebody, server: 0 | 1): Promise<WatchedPage> => {
  const watched = await journey.open({ width, scripts: true })
  const listening = given.servers?.[server] as Listening
  await signInto(watched.context, listening, as)
  onTestFinished(() => watched.context.close())
  return watched
}

const at = (server: 0 | 1, path: string): string =>
  `${given.servers?.[server].origin}/programmes/${running().programmeId}${path}`

/** With the keyboard, as everything here. */
const press = (page: Page, role: 'button' | 'link', name: string | RegExp) =>
  page
    .getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) })
    .press('Enter')

const tickAll = async (page: Page): Promise<void> => {
  for (const box of await page.getByRole('checkbox').all()) await box.press('Space')
}

const newPoint = (page: Page): Locator =>
  page.locator('section:not([hidden]) [data-entry] textarea')
const pointsOn = (page: Page): Locator =>
  page.locator('section:not([hidden]) [data-notes] textarea')
const soon = { timeout: 20_000 }

/** What a page that is left says of its stream, and of what its script was sending: the next page sends it again. */
const otherFaults = ({ faults }: WatchedPage): readonly string[] =>
  faults.filter(
    (fault) => !/failed: \S+\/interview\/(?:events|follow\/events|board|changes)/.test(fault),
  )

type Cell = { readonly mentee: number; readonly domain: string }
const allCells: readonly Cell[] = [0, 1, 2, 3, 4].flatMap((mentee) =>
  domains.map(({ id }) => ({ mentee, domain: id })),
)

const said = ({ mentee, domain }: Cell): string => `Mentee ${mentee + 1}, ${domain}: explains plans`

/** A point, and done. */
const sayPoint = async (page: Page, cell: Cell): Promise<void> => {
  await newPoint(page).press('End')
  await page.keyboard.type(said(cell))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+Shift+D')
}

/** Takes the group on to the next cell, which is this one. */
const goOn = async (page: Page, { mentee, domain }: Cell): Promise<void> => {
  await page.keyboard.press('Alt+Shift+N')
  const personId = String(running().mentees[mentee]?.personId)
  await page.waitForURL((url) => url.pathname.endsWith(personId), soon)
  await page.locator(`section:not([hidden])[data-cell-domain="${domain}"]`).waitFor(soon)
}

/** What one types the other sees, and the phone's points wait. */
const bothScreensShow = async ([one, other]: readonly [Page, Page], phone: Page): Promise<void> => {
  await expect
    .poll(() => pointsOn(other).first().inputValue(), soon)
    .toBe(said(allCells[0] as Cell))
  await newPoint(other).press('End')
  await other.keyboard.type('Uses the new system well')
  await other.keyboard.press('Enter')
  await expect.poll(() => pointsOn(one).count(), soon).toBe(2)
  for (const text of ['Answers messages', 'Writes clear notes', 'Shows shortcuts']) {
    await phone.getByLabel('Your point').fill(text)
    await press(phone, 'button', 'Send point')
    await expect.poll(() => phone.getByLabel('Your point').inputValue(), soon).toBe('')
    await phone.getByText('Your point is waiting').waitFor()
  }
}

const storedTexts = async (): Promise<readonly string[]> => {
  const { organisationId } = running().scope
  const place = { organisationId, programmeId: running().programmeId, masterKey }
  return read(database, organisationId, async (tx) => {
    const programme = await openProgramme(tx, place)
    if (programme === null) return []
    const notes = await listNotes(tx, programme, await listMentees(tx, programme))
    return notes.map(({ text }) => text)
  })
}

describe('from prompts to released documents', () => {
  test('a sitting begins, with everybody in the room', async () => {
    const { page, inspect, inspectHere, faults } = await device(1280, running().facilitator, 0)
    await inspect(at(0, '/interview'))
    await press(page, 'button', 'Begin the first sitting')
    await tickAll(page)
    await press(page, 'button', 'Begin the sitting')
    await page.waitForURL(at(0, '/interview'))
    await inspectHere()
    expect(faults).toEqual([])
  })

  test('35 cells are filled on one screen, another server shows them, and a phone adds three points', async () => {
    const { organisationId } = running().scope
    const second = await writing(database, organisationId, (tx) =>
      addStaff(tx, placeOf(running()), 'facilitator'),
    )
    const [mentor] = running().mentors
    const one = await device(1280, running().facilitator, 0)
    const other = await device(1280, second, 1)
    const phone = await device(390, mentor as Somebody, 1)
    const [first] = running().mentees
    await one.page.goto(at(0, `/interview/board/${first?.personId}`))
    await press(one.page, 'button', 'Move the group here')
    await other.page.goto(at(1, `/interview/board/${first?.personId}`))
    await phone.page.goto(at(1, '/interview/follow'))

    await sayPoint(one.page, allCells[0] as Cell)
    await bothScreensShow([one.page, other.page], phone.page)
    for (const cell of allCells.slice(1)) {
      await goOn(one.page, cell)
      await sayPoint(one.page, cell)
    }
    await expect.poll(() => one.page.locator('[data-status]').textContent(), soon).toBe('Saved')
    await one.page.goto(at(0, '/interview/board'))
    await one.inspectHere()
    await one.page.locator('summary', { hasText: 'Phones and transcripts' }).press('Enter')
    await press(one.page, 'button', 'Show the points from phones')
    const texts = allCells.map(said)
    await expect.poll(storedTexts, soon).toHaveLength(texts.length + 4)
    expect(await storedTexts()).toEqual(expect.arrayContaining(texts))
    await phone.page.goto(at(1, '/interview/follow'))
    await phone.inspectHere()
    expect([one, other, phone].flatMap(otherFaults)).toEqual([])
  })

  test('the interview ends, and five documents are written, signed off and released', async () => {
    const one = await device(1280, running().facilitator, 0)
    const { page, inspectHere } = one
    const phone = await device(390, running().mentors[0] as Somebody, 1)
    await page.goto(at(0, '/interview/end'))
    await inspectHere()
    await press(page, 'button', 'End the interview')
    await page.waitForURL(at(0, '/interview'))
    const server = serverOn(database)
    for (const { personId } of running().mentees) {
      const document = at(0, `/documents/${personId}`)
      await page.goto(document)
      for (const { id } of domains.slice(0, 2)) {
        const form = page.locator('form', { has: page.locator(`#new-${id}`) })
        await form.getByRole('checkbox').first().press('Space')
        await form.getByRole('textbox').fill('Explains plans, which helps juniors to learn.')
        await form.getByRole('button').press('Enter')
        await page.getByText('Added.').first().waitFor()
      }
      await inspectHere()
      await press(page, 'button', 'Read it as a whole')
      await page.waitForURL(`${document}/preview`)
      await inspectHere()
      await press(page, 'button', /to sign off$/)
      await page.waitForURL(`${document}/sign-off`)
      await everybodyAgrees(server, phone, personId)
      await page.reload()
      await inspectHere()
      await press(page, 'button', 'Release version 1')
      await page
        .getByRole('button', { name: /prompt sheet/i })
        .first()
        .waitFor()
    }
    await page.goto(at(0, '/documents'))
    await inspectHere()
    expect(await page.getByText('Released', { exact: true }).count()).toBe(5)
    expect([one, phone].flatMap(otherFaults)).toEqual([])
  })
})

/** The first on a phone, the others without one being looked at. */
const everybodyAgrees = async (server: Server, phone: WatchedPage, menteeId: string) => {
  const { page } = phone
  await page.goto(at(1, '/sign-off'))
  await page.goto(at(1, `/sign-off/${menteeId}`))
  await phone.inspectHere()
  await page.getByRole('radio', { name: 'I agree to this text' }).press('Space')
  await press(page, 'button', 'Send my answer')
  await page.waitForLoadState()
  const path = `/programmes/${running().programmeId}/sign-off/${menteeId}`
  for (const as of running().mentors.slice(1)) {
    const reply = await send(server, path, { as, form: { version: '1', answer: 'agree' } })
    expect(reply.status).toBe(303)
  }
}
