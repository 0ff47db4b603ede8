/** The paper's programme from nothing: a lead sets it up, a mentor and a mentee go from the invitation to stage 5. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { otherFaults, prepareJourney } from '../support/journey.ts'
import {
  addPeople,
  codeOfPerson,
  confirmPeople,
  inviteAll,
  type Leading,
  linkOfPerson,
  openStage,
  openTheProgramme,
  peopleTable,
  startOwn,
  startProgramme,
} from '../support/leading.ts'
import {
  agree,
  answerBySections,
  answerOnOnePage,
  comeInByCode,
  comeInByLink,
  sayWhom,
} from '../support/taking-part.ts'
import type { Look, WatchedPage } from '../support/watched-page.ts'

const journey = prepareJourney()

/** Another person, on a device of their own. */
const newPerson = async (look: Look): Promise<WatchedPage> => {
  const watched = await journey.open(look)
  onTestFinished(() => watched.context.close())
  return watched
}

const lead = async (look: Look): Promise<Leading> => {
  const server = await journey.newServer()
  onTestFinished(server.stop)
  const watched = await newPerson(look)
  await startOwn(watched, server.link)
  return startProgramme(watched, 'Gastroenterology 2027')
}

const setUpPages = [
  ...['name', 'protocol', 'labels', 'rules', 'progression', 'domains', 'questions', 'stages'],
  ...['characteristics', 'consent', 'governance', 'dpia', 'open'],
].map((page) => `set-up/${page}`)
const otherPages = ['people', 'people/add', 'deliveries', 'collecting', 'preview', 'protocol']

/** The others are seen by the journeys of the example and of a lost connection. */
/** A phone with scripts, and a desk without: the other way round than elsewhere. */
const looks = [
  { width: 390, scripts: true },
  { width: 1280, scripts: false },
] as const satisfies Look[]

describe.each(looks)('at $width px, scripts $scripts', (look) => {
  test('a lead sets the programme up from nothing, and corrects a table of people', async () => {
    const leading = await lead(look)
    const { page, base, inspect, inspectHere } = leading
    await inspectHere()
    for (const name of setUpPages) await inspect(`${base}/${name}`)
    for (const name of otherPages) await inspect(`${base}/${name}`)
    await addPeople(leading, peopleTable.replace('j1@northgate.example', 'j1@northgate'))
    await inspectHere()
    expect(await page.locator('main').innerText()).toContain('j1@northgate')
    const typed = await page.getByLabel('Paste the table').inputValue()
    await addPeople(leading, typed.replace('j1@northgate,', 'j1@northgate.example,'))
    await inspectHere()
    await confirmPeople(leading)
    await inspectHere()
    await openTheProgramme(leading)
    await inspectHere()
    expect(await page.locator('main').innerText()).toContain('The programme is open')
    expect(otherFaults(leading)).toEqual([])
  })

  test('a mentor and a mentee go from the invitation to stage 5, and another mentor withdraws', async () => {
    const leading = await lead(look)
    const { base } = leading
    await addPeople(leading, peopleTable)
    await confirmPeople(leading)
    await openTheProgramme(leading)
    await inviteAll(leading)
    await openStage(leading, 1)

    const mentor = { ...(await newPerson(look)), base }
    await comeInByLink(mentor, await linkOfPerson(leading, 'Dr Ashworth'))
    await agree(mentor)
    await answerBySections(mentor, 1)
    expect(mentor.page.url()).toMatch(/receipt$/)
    await sayWhom(mentor, ['Yes', 'No', 'Yes', 'Yes', 'No'])
    await openStage(leading, 3)
    await answerOnOnePage(mentor, 3)
    expect(mentor.page.url()).toMatch(/receipt$/)

    const mentee = { ...(await newPerson(look)), base }
    await comeInByLink(mentee, await linkOfPerson(leading, 'Dr Hughes'))
    await agree(mentee)
    for (const stage of [4, 5]) {
      await openStage(leading, stage)
      for (const person of [mentor, mentee]) {
        await answerOnOnePage(person, stage)
        expect(person.page.url()).toMatch(/receipt$/)
        await person.inspect(base)
      }
    }

    const other = { ...(await newPerson(look)), base }
    await other.inspect(`${new URL(base).origin}/join`)
    await comeInByCode(other, await codeOfPerson(leading, 'Dr Lindqvist'))
    await agree(other)
    await other.inspect(`${base}/withdraw`)
    await other.page.getByRole('checkbox').check()
    await other.page.getByRole('button', { name: 'Withdraw', exact: true }).click()
    await other.page.waitForLoadState()
    await other.inspectHere()
    expect(await other.page.locator('main').innerText()).toMatch(/withdrawn/i)

    await leading.inspect(`${base}/people`)
    await leading.inspect(`${base}/collecting`)
    await leading.inspect(base)
    for (const person of [leading, mentor, mentee, other]) expect(otherFaults(person)).toEqual([])
  })
})
