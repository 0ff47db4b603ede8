/**
 * Phase 2 in the browser, for the two of a pair, their group, the facilitator, the lead and whoever books for a mentee:
 * from the introduction to the reflection pack.
 */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { dayOf } from '../../src/lib/dates.ts'
import { listPlans, putPlan } from '../../src/sessions/planning/plan-store.ts'
import { timeInWords } from '../../src/sessions/planning/typed-times.ts'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import { type Devices, openDevices } from '../support/devices.ts'
import { everybodyIn } from '../support/drawn-pairs.ts'
import { type Listening, listen } from '../support/listening.ts'
import { linkIn } from '../support/mailbox.ts'
import { entryIn, inDays } from '../support/planning-pair.ts'
import { patience } from '../support/program.ts'
import { type ReleasedPair, startReleasedPair } from '../support/released-pair.ts'
import {
  acceptTime,
  addChange,
  agreeToRules,
  askGroup,
  fileAt,
  makePack,
  moveSession,
  press,
  proposeAfterSlip,
  proposeTimes,
  recordSession,
  wordsOn,
} from '../support/session-screens.ts'
import { send } from '../support/visit.ts'
import { looks } from '../support/watched-page.ts'
import { wordsIn } from '../support/word-file.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: 3 * patience, hookTimeout: 3 * patience })

const database = testDatabase()
const server = serverOn(database)
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

const reflection = 'They told me that I explain what I do, and that I could ask more.'
const action = 'Ask first in every clinic'
const shared = 'I will ask what somebody thinks before I say what I would do.'
const kept = 'I will finish my clinics on time.'
const question = 'Is this about ward rounds, or about clinics as well?'
const groupAnswer = 'We see it on ward rounds most of all.'
const [first, second, third, fourth] = [7, 8, 9, 10].map(inDays) as [Date, Date, Date, Date]

describe.each(looks)('at $width px, scripts $scripts', (look) => {
  let world: ReleasedPair
  let devices: Devices
  beforeAll(async () => {
    world = await startReleasedPair(database)
    devices = openDevices({ browser, listening, look, programmeId: world.programmeId })
  })
  afterEach(() => expect(devices.faults()).toEqual([]))
  afterAll(() => devices?.close())

  const bothDevices = async () => ({
    mentor: await devices.of(world.mentor),
    mentee: await devices.of(world.mentee),
  })
  const namesIn = (words: string): readonly string[] =>
    everybodyIn(world).flatMap(({ name }) => (words.includes(name) ? [name] : []))

  test('two who have been told of each other agree to the ground rules', async () => {
    const { mentor, mentee } = await bothDevices()
    for (const [one, partner] of [
      [mentor, world.mentee],
      [mentee, world.mentor],
    ] as const) {
      await agreeToRules(one)
      expect(await wordsOn(one)).toContain(`With ${partner.name}`)
    }
    expect(await wordsOn(mentee)).toContain('Both of you have agreed. You can meet.')
  })

  test('before the session the mentee makes a reflection pack, and writes how they think they are seen', async () => {
    const { mentee } = await bothDevices()
    const { page, inspect, base } = mentee
    await inspect(`${base}/feedback`)
    expect(await wordsOn(mentee)).toContain('once the session is recorded as held')
    await press(mentee, /^how you think the .* see you$/, 'Your self-assessment')
    await press(mentee, 'Make your reflection pack', 'Make your reflection pack')
    expect(await makePack(mentee)).toMatch(/^[0-9A-Z]{5}(?:-[0-9A-Z]{5}){4}$/)
    await press(mentee, 'Continue', 'Your self-assessment')
    await page.locator('input[name="rating-strengths"][value="4"]').check()
    await page.getByRole('textbox', { name: 'Strengths' }).fill('I think that I am patient.')
    await press(mentee, 'Save', 'Your reflection pack')
  })

  test('times are proposed, accepted, moved by each, cancelled and planned anew, and calendars follow', async () => {
    const { mentor, mentee } = await bothDevices()
    await mentor.inspect(`${mentor.base}/session`)
    await proposeAfterSlip(mentor, { times: [first, second], at: 'You have proposed times' })
    await mentee.page.goto(mentee.base)
    await press(mentee, 'Plan your session', 'Times are proposed to you')
    await acceptTime(mentee, second)
    await mentor.page.reload()
    const moving = { link: 'Move the session', at: 'Your session is planned' }
    await moveSession(mentor, { ...moving, time: third })
    await moveSession(mentee, { ...moving, time: fourth })
    await press(mentee, 'Cancel the session', 'Cancel the session')
    await press(mentee, 'Cancel the session', 'Your session was cancelled')
    await proposeTimes(mentee, { times: [first], at: 'You have proposed times' })
    await mentor.page.reload()
    await acceptTime(mentor, first)

    const mails = (await world.mails()).toReversed()
    for (const { personId } of [world.mentor, world.mentee]) {
      const own = mails.filter(({ to }) => to === `${personId}@hospital.example`)
      const told = own.flatMap(entryIn)
      const uids = [...new Set(told.map(({ uid }) => uid))]
      expect(
        told.map(({ uid, method, sequence }) => [uids.indexOf(uid), method, sequence]),
      ).toEqual([
        ...[0, 1, 2].map((sequence) => [0, 'REQUEST', sequence]),
        [0, 'CANCEL', 3],
        [1, 'REQUEST', 0],
      ])
      expect(told.map(({ startsAt }) => startsAt)).toEqual([second, third, fourth, fourth, first])
    }
    const lead = await devices.of(world.lead)
    await lead.inspect(`${lead.base}/progress`)
    expect(await wordsOn(lead)).toContain('Times moved 2 Cancelled 1')
  })

  test('the mentor records the session, and stage 5 opens for the two and for nobody else', async () => {
    const { mentor, mentee } = await bothDevices()
    const anHourAgo = new Date(Date.now() - 3_600_000)
    await world.change(async (tx, programme) => {
      const plan = (await listPlans(tx, programme)).find(({ state }) => state === 'planned')
      if (plan !== undefined) await putPlan(tx, programme, { ...plan, startsAt: anHourAgo })
    })
    await mentor.inspect(`${mentor.base}/session`)
    await recordSession(mentor, dayOf(new Date()))
    await press(mentor, 'Questionnaires after the session', 'Questionnaires after the session')
    await mentee.inspect(mentee.base)
    await press(mentee, 'Questionnaires after the session', 'Questionnaires after the session')
    for (const somebody of [world.others.mentor, world.others.mentee]) {
      const other = await devices.of(somebody)
      await other.inspect(`${other.base}/questionnaires/5`)
      expect(await wordsOn(other)).toContain('This questionnaire is not open yet')
      await other.inspect(other.base)
      expect(await wordsOn(other)).not.toContain('Questionnaires after the session, from')
    }
  })

  test('the mentee opens the document and asks about a point, and the group answers as a group', async () => {
    const { mentee } = await bothDevices()
    await mentee.inspect(`${mentee.base}/feedback`)
    expect(await wordsOn(mentee)).toContain('You have written your self-assessment')
    await press(mentee, 'Read the document now', 'Your feedback document')
    await press(mentee, 'ask the group', 'Questions to the group')
    await askGroup(mentee, { domain: 'Strengths', question })

    const facilitator = await devices.of(world.facilitator)
    await facilitator.inspect(`${facilitator.base}/clarifications`)
    await press(facilitator, `${world.mentee.name}: Strengths`, 'A question from')
    await press(facilitator, 'Pass it on to the group', 'What the group says')
    expect(await wordsOn(facilitator)).toContain('Fewer than 5 of the group')

    const mentor = await devices.of(world.others.mentor)
    await mentor.page.goto(mentor.base)
    await press(mentor, /^Say what you would answer/, 'Questions to the group')
    await press(mentor, `${world.mentee.name}: Strengths`, 'A question from')
    const { pathname } = new URL(mentor.page.url())
    await mentor.page.getByLabel('I write something').check()
    await mentor.page.getByLabel('What would you say?').fill('On ward rounds.')
    await press(mentor, 'Send', 'A question from')
    for (const as of world.mentors.filter((one) => one !== world.others.mentor)) {
      const form = { turn: 'nothing', note: '' }
      expect((await send(server, `${pathname}/turn`, { as, form })).status).toBe(303)
    }

    await facilitator.page.reload()
    expect(await wordsOn(facilitator)).not.toContain('On ward rounds.')
    await press(facilitator, 'Read what the group says', 'What the group says')
    expect(await wordsOn(facilitator)).toContain('On ward rounds.')
    await facilitator.page.getByLabel('The group’s answer').fill(groupAnswer)
    await press(facilitator, 'Release the answer', 'A question from')
    await mentee.inspect(`${mentee.base}/clarifications`)
    const words = await wordsOn(mentee)
    expect(words).toContain(groupAnswer)
    expect(namesIn(words)).toEqual([])
  })

  test('the mentee writes what they will change, and another mentor reads the sentence that is shared', async () => {
    const { mentee } = await bothDevices()
    await mentee.inspect(`${mentee.base}/changes`)
    await addChange(mentee, { text: kept, isShared: false })
    await addChange(mentee, { text: shared, isShared: true })
    const other = await devices.of(world.others.mentor)
    await other.page.goto(other.base)
    await press(other, 'Read what mentees will change', 'What will change')
    const words = await wordsOn(other)
    expect([words.includes(shared), words.includes(kept)]).toEqual([true, false])
  })

  test('the reflection pack takes a reflection, and gives it as PDF and Word', async () => {
    const { mentee } = await bothDevices()
    const { page, inspect, base } = mentee
    await inspect(`${base}/pack`)
    await press(mentee, /^Your self-assessment/, 'Your self-assessment and the group’s feedback')
    expect(await wordsOn(mentee)).toContain('4 of 5: rather positively')
    await press(mentee, 'Write your reflection', 'Your reflection')
    await page.getByLabel('What happened?').fill(reflection)
    await page.getByLabel('What will you do?').fill(action)
    await page.getByLabel('Colleagues, culture and safety').check()
    await press(mentee, 'Save', 'Your reflection pack')
    const [pdf, word] = await Promise.all(
      ['pdf', 'docx'].map((form) => fileAt(mentee, `${base}/pack/file.${form}`)),
    )
    expect(pdf?.subarray(0, 5).toString()).toBe('%PDF-')
    const words = wordsIn(word ?? Buffer.of())
    for (const text of [reflection, action, 'Colleagues, culture and safety', shared, kept])
      expect(words).toContain(text)
  })

  test('the mentor has a certificate, both say how long it took, and the lead sees a pair that is done', async () => {
    const { mentor, mentee } = await bothDevices()
    await mentor.inspect(mentor.base)
    await press(mentor, 'Certificate of reverse mentoring', 'Certificate of reverse mentoring')
    expect(namesIn(await wordsOn(mentor))).toEqual([world.mentor.name])
    const certificate = await fileAt(mentor, `${mentor.base}/mentor-certificate/certificate.pdf`)
    expect(certificate.subarray(0, 5).toString()).toBe('%PDF-')
    for (const one of [mentor, mentee]) {
      await one.page.goto(one.base)
      await press(one, 'Say how long it took you', 'How long it took you')
      await one.page.getByLabel('One-to-one session').selectOption('40 to 59 minutes')
      await press(one, 'Save', 'Success')
    }
    const lead = await devices.of(world.lead)
    await lead.inspect(`${lead.base}/progress`)
    const words = await wordsOn(lead)
    expect(words).toContain('Sessions recorded 1')
    const done = await lead.page.locator('tbody tr', { hasText: 'Done' }).allInnerTexts()
    expect(done).toEqual([expect.stringMatching(/Both agreed[\s\S]*1 of 1/)])
    expect(namesIn(words)).toEqual([])
  })

  test('an assistant books for a mentee by the link in the mail, sees no other name, and gets to nothing else', async () => {
    const { mentor: partner, mentee: booked } = world.others
    const [mentor, mentee] = [await devices.of(partner), await devices.of(booked)]
    await mentee.inspect(`${mentee.base}/session`)
    await press(mentee, 'Let somebody else book for you', 'Let somebody else book for you')
    await mentee.page.getByLabel('Their name').fill('Pat Assistant')
    await mentee.page.getByLabel('Their email address').fill('pat@hospital.example')
    await press(mentee, 'Send them a link', 'Who books for you now')

    const mail = (await world.mails()).find(({ to }) => to === 'pat@hospital.example')
    const assistant = await devices.another()
    const at = `Book for ${booked.name}`
    await assistant.inspect(`${listening.origin}${linkIn(mail)}`)
    const seen = [await wordsOn(assistant)]
    await proposeTimes(assistant, { times: [third], at })
    seen.push(await wordsOn(assistant))
    await mentor.inspect(`${mentor.base}/session`)
    await acceptTime(mentor, third)
    await assistant.page.reload()
    seen.push(await wordsOn(assistant))
    await moveSession(assistant, { link: 'Move it', time: fourth, at })
    seen.push(await wordsOn(assistant))
    await press(assistant, 'Cancel it', 'Cancel the session')
    seen.push(await wordsOn(assistant))
    await press(assistant, 'Cancel the session', at)
    expect(namesIn([...seen, await assistant.page.content()].join())).toEqual([booked.name])
    expect(seen.join()).toContain(timeInWords(fourth))
    await mentee.inspect(`${mentee.base}/session`)
    expect(await wordsOn(mentee)).toContain('Your session was cancelled')
    for (const rest of ['', '/session', '/partner', '/feedback', '/pack', '/progress']) {
      await assistant.page.goto(`${assistant.base}${rest}`)
      expect([rest, new URL(assistant.page.url()).pathname]).toEqual([rest, '/sign-in'])
    }
  })
})
