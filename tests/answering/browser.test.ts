/** Answering in a real browser: with a phone, with a keyboard, with a server that goes away, on two devices, on paper. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openAnswering } from '../support/answering.ts'
import type { Answering } from '../support/answering-programme.ts'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import type { Somebody } from '../support/hospital.ts'
import { type Listening, listen, signInto } from '../support/listening.ts'
import { patience } from '../support/program.ts'
import { openWatchedPage, type WatchedPage } from '../support/watched-page.ts'

vi.setConfig({ testTimeout: patience, hookTimeout: patience })

const database = testDatabase()
let answering: Answering
let listening: Listening
let browser: Browser
beforeAll(async () => {
  answering = await openAnswering(database, { mentors: 1, mentees: 8 })
  listening = await listen(database)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await listening?.close()
  await database.destroy()
})

const at = (stage: number, path = ''): string =>
  `${listening.origin}/programmes/${answering.programmeId}/questionnaires/${stage}${path}`
const mentee = (index: number): Somebody => answering.mentees[index] as Somebody

const open = async (person: Somebody, width: number, scripts = true): Promise<WatchedPage> => {
  const watched = await openWatchedPage(browser, { width, scripts } as never)
  await signInto(watched.context, listening, person)
  return watched
}

const status = (page: Page) => page.locator('[data-draft-status]')
const concerns = (page: Page) => page.getByRole('textbox', { name: /What concerns/ })

describe('the pages of a questionnaire are without fault', () => {
  test.each([
    { width: 390, paths: ['', '/sections/1', '/sections/3', '/sections/4', '/check', '/paper'] },
    { width: 360, paths: ['/sections/1'] },
    { width: 1280, paths: ['/all'] },
  ])('at $width px', async ({ width, paths }) => {
    const watched = await open(mentee(0), width)
    for (const path of paths) await watched.inspect(at(4, path))
    expect(watched.faults).toEqual([])
    await watched.context.close()
  })
})

test('on a phone every option is a target of 44 px or more with its words in sight', async () => {
  const { page, context } = await open(mentee(0), 360)
  await page.goto(at(4, '/sections/1'))
  const options = await page.locator('.app-likert__option').all()
  expect(options).toHaveLength(35)
  for (const option of options) {
    const box = await option.boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
    expect(box?.width).toBeGreaterThanOrEqual(300)
    expect((await option.locator('span').boundingBox())?.width).toBeGreaterThan(40)
  }
  await context.close()
})

test('on a wide screen the headings stay in sight, and each option stands under its own', async () => {
  const { page, context } = await open(mentee(0), 1280)
  await page.goto(at(4, '/all'))
  await page.locator('#awareness-areas_for_improvement').scrollIntoViewIfNeeded()
  await page.mouse.wheel(0, 300)
  const [heading, option] = [
    page.locator('.app-likert__headings span').nth(3),
    page.locator('.app-likert__option').nth(3),
  ]
  const [above, below] = [await heading.boundingBox(), await option.boundingBox()]
  expect(above?.x).toBeCloseTo(below?.x ?? 0, 0)
  expect(above?.y).toBeGreaterThanOrEqual(0)
  await context.close()
})

test('with the keyboard alone: a row is one stop, arrows choose, and an error leads to its row', async () => {
  const { page, context } = await open(mentee(1), 1280)
  await page.goto(at(4, '/sections/1'))
  await page.locator('#awareness-use_of_technology').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  const chosen = await Promise.all(
    (await page.locator('input:checked').all()).map(async (input) => [
      await input.getAttribute('name'),
      await input.getAttribute('value'),
    ]),
  )
  expect(chosen).toEqual([
    ['awareness-use_of_technology', '2'],
    ['awareness-clinical_practice', '1'],
  ])
  await page.getByRole('button', { name: 'Save and continue' }).press('Enter')
  await page.getByRole('link', { name: /“Approach to juniors”/ }).press('Enter')
  const focused = page.locator('#awareness-approach_to_juniors:focus')
  await expect.poll(() => focused.count()).toBe(1)
  await context.close()
})

test('a row is announced with the question and the domain, an option with its anchor', async () => {
  const { page, context } = await open(mentee(0), 1280)
  await page.goto(at(4, '/sections/1'))
  const name = 'How aware are you of how resident doctors see you in each of these areas? Strengths'
  const row = page.getByRole('radiogroup', { name, exact: true })
  await expect.poll(() => row.getByRole('radio').count()).toBe(5)
  expect(await row.getByRole('radio', { name: 'Very aware', exact: true }).count()).toBe(1)
  await context.close()
})

describe('what is typed', () => {
  test('is saved by itself and is there on another device', async () => {
    const one = await open(mentee(2), 390)
    await one.page.goto(at(4, '/sections/4'))
    await concerns(one.page).pressSequentially('Too little time')
    await expect
      .poll(() => status(one.page).textContent(), { timeout: 10_000 })
      .toMatch(/^Saved at \d\d:\d\d$/)
    const other = await open(mentee(2), 1280)
    await other.page.goto(at(4, '/sections/4'))
    expect(await concerns(other.page).inputValue()).toBe('Too little time')
    await Promise.all([one.context.close(), other.context.close()])
  })

  test('while the server is away is not lost, and is saved when it is back', async () => {
    const { page, context } = await open(mentee(3), 390)
    await page.goto(at(4, '/sections/4'))
    await listening.stop()
    await concerns(page).pressSequentially('Written while nobody was there')
    await expect
      .poll(() => status(page).textContent(), { timeout: 15_000 })
      .toBe('Not saved – trying again')
    await listening.start()
    await expect.poll(() => status(page).textContent(), { timeout: 40_000 }).toMatch(/^Saved at/)
    await page.goto(at(4, '/check'))
    expect(await page.getByText('Written while nobody was there').count()).toBe(1)
    await context.close()
  })

  test('is asked about on leaving only where it could not be saved', async () => {
    const { page, context } = await open(mentee(4), 390)
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.accept()
    })
    await page.goto(at(4, '/sections/4'))
    await concerns(page).pressSequentially('Sent on the way out')
    await page.goto(at(4))
    expect(asked).toEqual([])
    const keptByNow = async () => {
      await page.goto(at(4, '/sections/4'))
      return concerns(page).inputValue()
    }
    await expect.poll(keptByNow, { timeout: 10_000 }).toBe('Sent on the way out')
    await page.route('**/draft', (route) => route.abort())
    await concerns(page).pressSequentially('!')
    await expect.poll(() => status(page).textContent(), { timeout: 10_000 }).toMatch(/^Not saved/)
    await page.goto(at(4))
    expect(asked).toEqual(['beforeunload'])
    await context.close()
  })

  test('on two devices at once ends in one text with both, on both', async () => {
    const [phone, desk] = [await open(mentee(5), 390), await open(mentee(5), 1280)]
    for (const { page } of [phone, desk]) await page.goto(at(4, '/sections/4'))
    await concerns(phone.page).pressSequentially('From the phone')
    await expect.poll(() => status(phone.page).textContent(), { timeout: 10_000 }).toMatch(/^Saved/)
    await concerns(desk.page).pressSequentially('From the desk')
    await expect
      .poll(() => status(desk.page).textContent(), { timeout: 10_000 })
      .toContain('Both texts are now in the box')
    const both = /^From the desk\s+— Also written on another device or page: —\s+From the phone$/
    expect(await concerns(desk.page).inputValue()).toMatch(both)
    await concerns(phone.page).pressSequentially(', later')
    await expect
      .poll(() => concerns(phone.page).inputValue(), { timeout: 10_000 })
      .toMatch(/From the phone, later[\s\S]*From the desk/)
    await Promise.all([phone.context.close(), desk.context.close()])
  })

  test('after the answers were sent from another page is not taken, and the page says so', async () => {
    const [one, other] = [await open(mentee(6), 390), await open(mentee(6), 1280)]
    for (const { page } of [one, other]) await page.goto(at(4, '/all'))
    for (const row of await one.page.getByRole('radiogroup').all())
      await row.getByRole('radio').last().check()
    for (const name of ['feedback_important', 'concerns_before'])
      await one.page.locator(`#${name}`).check()
    await one.page.locator('#expected_minutes').fill('45')
    await concerns(one.page).fill('The first')
    await one.page.getByRole('button', { name: 'Send answers' }).click()
    await one.page.waitForURL(/receipt$/)
    await one.inspectHere()
    expect(await one.page.getByText('18 answers of yours').count()).toBe(1)
    await concerns(other.page).pressSequentially('The second')
    await expect
      .poll(() => status(other.page).textContent(), { timeout: 10_000 })
      .toContain('you have already sent your answers')
    await other.page.getByRole('button', { name: 'Send answers' }).click()
    expect(await other.page.getByLabel(/What concerns/).inputValue()).toBe('The second')
    expect([...one.faults, ...other.faults]).toEqual([])
    await Promise.all([one.context.close(), other.context.close()])
  })
})

test('without scripts the buttons save, and nothing is missing', async () => {
  const { page, context, inspect, faults } = await open(mentee(7), 390, false)
  await inspect(at(4, '/sections/4'))
  await concerns(page).fill('By hand')
  await page.getByRole('button', { name: 'Save and come back later' }).click()
  await page.waitForURL(at(4))
  await inspect(at(4, '/sections/4'))
  expect(await concerns(page).inputValue()).toBe('By hand')
  expect(faults).toEqual([])
  await context.close()
})

describe('on paper a questionnaire takes two pages at most', () => {
  test.each([
    ['mentor', 1],
    ['mentor', 5],
    ['mentee', 5],
  ] as const)('the %ss’ of stage %i', async (role, stage) => {
    const person = role === 'mentor' ? (answering.mentors[0] as Somebody) : mentee(0)
    const { page, context } = await open(person, 1280)
    await page.goto(at(stage, '/paper'))
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2)
    await context.close()
  })
})
