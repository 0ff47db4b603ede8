/** What a programme lead does in the browser, step by step. */
import type { WatchedPage } from './watched-page.ts'

/** What a lead works on: the page, and the address of the programme. */
export type Leading = WatchedPage & { readonly base: string }

const press = async ({ page }: WatchedPage, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name }).first().click()
  await page.waitForLoadState()
}

export const startOwn = async (watched: WatchedPage, link: string): Promise<void> => {
  const { page } = watched
  await page.goto(link)
  await press(watched, 'Start your own')
  await page.getByLabel('Name of your organisation').fill('Northgate Teaching Hospital')
  await page.getByLabel('Your name').fill('Asha Rao')
  await page.getByLabel('Your work email address').fill('asha.rao@northgate.example')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('heading', { name: 'Your programmes' }).waitFor()
}

export const startProgramme = async (watched: WatchedPage, name: string): Promise<Leading> => {
  const { page, inspectHere } = watched
  await page.goto(`${new URL(page.url()).origin}/`)
  await press(watched, 'Start a programme')
  await inspectHere()
  await page.getByLabel('Name of the programme').fill(name)
  const protocol = 'Reverse mentoring of consultants by resident doctors'
  await page.getByRole('radio', { name: protocol, exact: true }).check()
  await press(watched, 'Start the programme')
  await page.getByRole('heading', { name: 'Set up the programme' }).waitFor()
  return { ...watched, base: page.url().replace('/set-up', '') }
}

const surnames = ['Hughes', 'Kapoor', 'Marsh', 'Sinclair', 'Whitfield']
const juniors = ['Ashworth', 'Malik', 'Bennett', 'Desai', 'Okafor', 'Lindqvist']
export const mentees = surnames.map((name) => `Dr ${name}`)
export const mentors = juniors.map((name) => `Dr ${name}`)

/** The group of the paper: six mentors and five mentees, each mentor with a supervisor. The last mentor has no email. */
export const peopleTable = [
  'role,name,email,permanent id,supervisor',
  ...mentees.map((name, place) => `mentee,${name},c${place}@northgate.example,C${place},`),
  ...mentors.map((name, place) => {
    const email = place === mentors.length - 1 ? '' : `j${place}@northgate.example`
    return `mentor,${name},${email},J${place},C${place % mentees.length}`
  }),
].join('\n')

export const addPeople = async (leading: Leading, table: string): Promise<void> => {
  const { page, base } = leading
  await page.goto(`${base}/people/import`)
  await page.getByLabel('Paste the table').fill(table)
  await press(leading, 'Check the table')
}

export const confirmPeople = async (leading: Leading): Promise<void> => {
  await press(leading, /^Add these/)
  await leading.page.getByText('people added').waitFor()
}

export const openTheProgramme = async (leading: Leading): Promise<void> => {
  await leading.page.goto(`${leading.base}/set-up/open`)
  await leading.inspectHere()
  await press(leading, 'Open the programme')
}

export const inviteAll = async (leading: Leading): Promise<void> => {
  await leading.page.goto(`${leading.base}/people/invite`)
  await leading.inspectHere()
  await press(leading, /^Invite \d+ people/)
  await leading.page.getByText('invited by email').waitFor()
}

export const openStage = async (leading: Leading, stage: number): Promise<void> => {
  await leading.page.goto(`${leading.base}/collecting/${stage}/open`)
  await press(leading, `Open stage ${stage}`)
}

const personPage = async ({ page, base }: Leading, name: string): Promise<void> => {
  await page.goto(`${base}/people`)
  await page.getByRole('link', { name }).first().click()
  await page.getByRole('heading', { name }).waitFor()
}

/** The personal link, as the lead copies it. */
export const linkOfPerson = async (leading: Leading, name: string): Promise<string> => {
  await personPage(leading, name)
  await leading.inspectHere()
  return leading.page.getByLabel('Personal link').inputValue()
}

/** The code, as it stands in the letter. */
export const codeOfPerson = async (leading: Leading, name: string): Promise<string> => {
  await personPage(leading, name)
  await leading.page.getByRole('link', { name: /^Letter/ }).click()
  await leading.page.waitForLoadState()
  await leading.inspectHere()
  const words = await leading.page.locator('main').innerText()
  return /\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/.exec(words)?.[0] ?? ''
}
