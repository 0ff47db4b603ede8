/** The server goes away while somebody is typing, and comes back: no text is lost. */
import { expect, onTestFinished, test } from 'vitest'
import { otherFaults, prepareJourney, type RunningServer } from '../support/journey.ts'
import {
  addPeople,
  confirmPeople,
  inviteAll,
  linkOfPerson,
  openStage,
  openTheProgramme,
  peopleTable,
  startOwn,
  startProgramme,
} from '../support/leading.ts'
import { until } from '../support/program.ts'
import { agree, comeInByLink, type TakingPart } from '../support/taking-part.ts'
import type { Look } from '../support/watched-page.ts'

const journey = prepareJourney()

type Answering = { readonly server: RunningServer; readonly mentor: TakingPart }

/** A mentor in front of the texts of stage 1. */
const beginToAnswer = async (look: Look): Promise<Answering> => {
  const server = await journey.newServer()
  onTestFinished(server.stop)
  const watched = await journey.open(look)
  onTestFinished(() => watched.context.close())
  await startOwn(watched, server.link)
  const leading = await startProgramme(watched, 'Gastroenterology 2027')
  await addPeople(leading, peopleTable)
  await confirmPeople(leading)
  await openTheProgramme(leading)
  await inviteAll(leading)
  await openStage(leading, 1)
  const device = await journey.open(look)
  onTestFinished(() => device.context.close())
  const mentor = { ...device, base: leading.base }
  await comeInByLink(mentor, await linkOfPerson(leading, 'Dr Ashworth'))
  await agree(mentor)
  await mentor.page.goto(textsOf(mentor))
  return { server, mentor }
}

const textsOf = ({ base }: TakingPart): string => `${base}/questionnaires/1/sections/5`

const concerns = ({ page }: TakingPart) => page.getByLabel(/What concerns/)

const widths = [{ width: 390 as const }, { width: 1280 as const }]

test.each(widths)(
  'with scripts at $width px, what is typed while the server is away is saved once it is back',
  async ({ width }) => {
    const { server, mentor } = await beginToAnswer({ width, scripts: true })
    const { page } = mentor
    await concerns(mentor).pressSequentially('Before the cut.')
    await page.getByText(/^Saved/).waitFor()
    await server.stop()
    await concerns(mentor).pressSequentially(' During the cut.')
    await page.getByText(/Not saved/).waitFor()
    await server.startAgain()
    await page.getByText(/^Saved/).waitFor()
    await page.reload()
    expect(await concerns(mentor).inputValue()).toBe('Before the cut. During the cut.')
    const beside = mentor.faults.filter((fault) => !/ERR_CONNECTION_REFUSED|failed:/.test(fault))
    expect(beside.filter((fault) => !fault.includes('422'))).toEqual([])
  },
)

test('with scripts, a page that is closed in the middle of a word has kept it', async () => {
  const { mentor } = await beginToAnswer({ width: 1280, scripts: true })
  await concerns(mentor).pressSequentially('Half a wor')
  await mentor.page.goto('about:blank')
  const text = await until('the text that was typed', async () => {
    await mentor.page.goto(textsOf(mentor))
    const typed = await concerns(mentor).inputValue()
    return typed === '' ? null : typed
  })
  expect(text).toBe('Half a wor')
  expect(otherFaults(mentor)).toEqual([])
})

test.each(widths)(
  'without scripts at $width px, a form that could not be sent is sent by loading the page again',
  async ({ width }) => {
    const { server, mentor } = await beginToAnswer({ width, scripts: false })
    const { page } = mentor
    await concerns(mentor).fill('Typed while the server was going away.')
    await server.stop()
    await page.getByRole('button', { name: 'Save and continue' }).click({ noWaitAfter: true })
    await page.waitForTimeout(500)
    await server.startAgain()
    await page.reload()
    await page.goto(textsOf(mentor))
    expect(await concerns(mentor).inputValue()).toBe('Typed while the server was going away.')
  },
)
