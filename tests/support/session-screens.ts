/** What the two of a pair, their group and whoever books do in the browser around a session, step by step. */
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { typedDateOf } from '../../src/questionnaires/windows/typed-dates.ts'
import { timeInWords, typedTimeOf } from '../../src/sessions/planning/typed-times.ts'
import type { WatchedPage } from './watched-page.ts'

/** Somebody on a device of their own, and the address of their programme. */
export type OnDevice = WatchedPage & { readonly base: string }

/** Presses a button or follows a link, and looks closely at the page that comes. @param at a heading on it */
export const press = async (
  { page, inspectHere }: WatchedPage,
  name: string | RegExp,
  at: string | RegExp,
): Promise<void> => {
  const wanted = { name, exact: typeof name === 'string' }
  const main = page.locator('main')
  await main.getByRole('button', wanted).or(main.getByRole('link', wanted)).first().click()
  await page.getByRole('heading', { name: at }).first().waitFor()
  await inspectHere()
}

/** The words of the page, as they are read. */
export const wordsOn = async ({ page }: WatchedPage): Promise<string> =>
  (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')

/** The file at an address. */
export const fileAt = async ({ page }: WatchedPage, address: string): Promise<Buffer> => {
  const reply = await page.request.get(address)
  expect([address, reply.status()]).toEqual([address, 200])
  return reply.body()
}

export const agreeToRules = async (person: OnDevice): Promise<void> => {
  await person.inspect(person.base)
  await press(person, 'Your partner', 'Your partner')
  await press(person, 'Agree to the ground rules', 'Agree to the ground rules')
  await person.page.getByLabel('I agree to these ground rules').check()
  await press(person, 'Agree', 'You have agreed to the ground rules')
}

/** After a slip. @returns the recovery code */
export const makePack = async (person: OnDevice): Promise<string> => {
  const { page } = person
  const passphrase = 'grey geese fly south at noon'
  for (const [again, at] of [
    ['grey geese fly north', 'There is a problem'],
    [passphrase, 'Keep your recovery code'],
  ] as const) {
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await page.getByLabel('Passphrase again', { exact: true }).fill(again)
    await press(person, 'Make the pack', at)
  }
  return page.getByLabel('Your recovery code').inputValue()
}

const typeInto = async (group: Locator, fields: Readonly<Record<string, string>>) => {
  for (const [label, value] of Object.entries(fields))
    await group.getByLabel(label, { exact: true }).fill(value)
}

const typeTime = (group: Locator, time: Date): Promise<void> => {
  const { day, month, year, time: clock } = typedTimeOf(time)
  return typeInto(group, { Day: day, Month: month, Year: year, Time: clock })
}

const timeGroup = ({ page }: WatchedPage, label: string): Locator =>
  page.getByRole('group', { name: label })

const placeField = ({ page }: WatchedPage): Locator => page.getByLabel(/^Where do you meet/)

export type Proposal = { readonly times: readonly Date[]; readonly at: string }

/** From the page on which nothing is planned. @param at a heading on the page that comes at the end */
export const proposeTimes = async (person: WatchedPage, { times, at }: Proposal): Promise<void> => {
  await press(person, 'Propose times', 'Propose times')
  for (const [place, time] of times.entries())
    await typeTime(timeGroup(person, `Time ${place + 1}`), time)
  await placeField(person).fill('Library, room 4')
  await press(person, 'Propose these times', at)
}

/** With a day that is not one: the form comes back with what was typed. */
export const proposeAfterSlip = async (
  person: WatchedPage,
  { times: [first, second], at }: { readonly times: readonly [Date, Date]; readonly at: string },
): Promise<void> => {
  await press(person, 'Propose times', 'Propose times')
  await typeTime(timeGroup(person, 'Time 1'), first)
  await typeInto(timeGroup(person, 'Time 2'), { Day: '31', Month: '2', Year: '2030' })
  await placeField(person).fill('Library, room 4')
  await press(person, 'Propose these times', 'There is a problem')
  expect(await placeField(person).inputValue()).toBe('Library, room 4')
  const typed = typedTimeOf(first).time
  expect(await timeGroup(person, 'Time 1').getByLabel('Time', { exact: true }).inputValue()).toBe(
    typed,
  )
  await typeTime(timeGroup(person, 'Time 2'), second)
  await press(person, 'Propose these times', at)
}

export const acceptTime = (person: WatchedPage, time: Date): Promise<void> =>
  press(person, `Accept ${timeInWords(time)}`, 'Your session is planned')

/** From a page that leads there by a link. @param at a heading on the page that comes at the end */
export const moveSession = async (
  person: WatchedPage,
  { link, time, at }: { readonly link: string; readonly time: Date; readonly at: string },
): Promise<void> => {
  await press(person, link, 'Move the session')
  await typeTime(timeGroup(person, 'When do you meet?'), time)
  await press(person, 'Move the session', at)
  expect(await wordsOn(person)).toContain(timeInWords(time))
}

/** Without the minutes at first. @param today YYYY-MM-DD */
export const recordSession = async (person: WatchedPage, today: string): Promise<void> => {
  const { page } = person
  await press(person, 'Record the session', 'Record your session')
  const { day, month, year } = typedDateOf(today)
  const asked = page.getByRole('group', { name: 'On which day did you meet?' })
  await typeInto(asked, { Day: day, Month: month, Year: year })
  await press(person, 'Record that we met', 'There is a problem')
  await page.getByLabel('How many minutes did it last?').fill('47')
  expect(await page.getByLabel('Face to face').isChecked()).toBe(true)
  await press(person, 'Record that we met', 'Your session is recorded')
}

/** About the first point of a domain; first without a word. */
export const askGroup = async (
  mentee: WatchedPage,
  { domain, question }: { readonly domain: string; readonly question: string },
): Promise<void> => {
  await press(mentee, 'Ask a question', 'Ask the group a question')
  await press(mentee, domain, domain)
  await mentee.page.getByRole('radio').first().check()
  await press(mentee, 'Send to the facilitator', 'There is a problem')
  expect(await mentee.page.getByRole('radio').first().isChecked()).toBe(true)
  await mentee.page.getByLabel('Your question').fill(question)
  await press(mentee, 'Send to the facilitator', 'Questions to the group')
}

export const addChange = async (
  mentee: WatchedPage,
  { text, isShared }: { readonly text: string; readonly isShared: boolean },
): Promise<void> => {
  await mentee.page.getByLabel('I will …').fill(text)
  if (isShared) await mentee.page.getByLabel('Share this with the group').last().check()
  await press(mentee, 'Add this sentence', 'What I will change')
}
