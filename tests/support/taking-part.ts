/** What a mentor or a mentee does in the browser, step by step. */
import type { WatchedPage } from './watched-page.ts'

export type TakingPart = WatchedPage & { readonly base: string }

const press = async ({ page }: WatchedPage, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name }).first().click()
  await page.waitForLoadState()
}

export const comeInByLink = async (watched: WatchedPage, link: string): Promise<void> => {
  await watched.inspect(link)
  await press(watched, 'Continue')
  await watched.inspectHere()
}

export const comeInByCode = async (watched: WatchedPage, code: string): Promise<void> => {
  await watched.page.getByLabel(/code/i).fill(code.toLowerCase().replace('-', ' '))
  await press(watched, 'Continue')
  await watched.inspectHere()
  await press(watched, 'Continue')
  await watched.inspectHere()
}

export const agree = async (part: TakingPart): Promise<void> => {
  const { page, base, inspect } = part
  await inspect(`${base}/consent`)
  for (const statement of await page.getByRole('checkbox').all()) await statement.check()
  const choices = await page.getByRole('radio').all()
  await choices[0]?.check()
  await press(part, 'Agree and take part')
  await part.inspectHere()
}

/** Chooses the answer at this place of every set of radios on the page, and says something in every text. */
const fillIn = async ({ page }: TakingPart, place: number): Promise<void> => {
  for (const [name, choices] of radiosIn(await page.content())) {
    const answers = page.locator(`input[type=radio][name="${name}"]`)
    await answers.nth(Math.min(place, choices - 1)).check()
  }
  for (const text of await page.locator('main textarea').all()) await text.fill('Plain words help')
  for (const number of await page.locator('main input[type=text]').all()) await number.fill('45')
}

/** Name → how many there are to choose from. Out of the markup: asking the browser for each takes seconds. */
const radiosIn = (html: string): ReadonlyMap<string, number> => {
  const tags = [...html.matchAll(/<input [^>]*>/g)].map(([tag]) => tag)
  const names = tags
    .filter((tag) => tag.includes('type="radio"'))
    .map((tag) => /name="([^"]*)"/.exec(tag)?.[1] ?? '')
  return new Map([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]))
}

/** Section by section, then the check page. */
export const answerBySections = async (part: TakingPart, stage: number): Promise<void> => {
  const { page, base, inspectHere, inspect } = part
  await inspect(`${base}/questionnaires/${stage}`)
  await inspect(`${base}/questionnaires/${stage}/sections/1`)
  while (/\/sections\/\d+$/.test(page.url())) {
    await fillIn(part, 2)
    await press(part, 'Save and continue')
    await inspectHere()
  }
  await press(part, /^Send/)
  await inspectHere()
}

/** @param place of the answer that is chosen everywhere, the first is 0; the last one where there are fewer */
export const answerOnOnePage = async (
  part: TakingPart,
  stage: number,
  place = 3,
): Promise<void> => {
  await part.inspect(`${part.base}/questionnaires/${stage}/all`)
  await fillIn(part, place)
  await press(part, /^Send/)
  await part.inspectHere()
}

export const sayWhom = async (part: TakingPart, answers: readonly ('Yes' | 'No')[]) => {
  await part.inspect(`${part.base}/willing`)
  for (const [place, answer] of answers.entries()) {
    await part.page.getByRole('radio', { name: answer, exact: true }).nth(place).check()
  }
  await press(part, 'Save my choices')
  await part.inspectHere()
}
