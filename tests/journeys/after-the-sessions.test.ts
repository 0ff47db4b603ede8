/** A pair that ends before its session; and what comes after the sessions: follow-ups, the end, the next cohort. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import { type Devices, openDevices } from '../support/devices.ts'
import { partnersOf } from '../support/drawn-pairs.ts'
import { type FollowingUp, startFollowingUp, waves } from '../support/follow-up-waves.ts'
import type { Somebody } from '../support/hospital.ts'
import {
  addPeople,
  confirmPeople,
  inviteAll,
  linkOfPerson,
  openTheProgramme,
  peopleTable,
} from '../support/leading.ts'
import { type Listening, listen } from '../support/listening.ts'
import { mailsOf } from '../support/mailbox.ts'
import { inDays, type PlanningPair, startPlanning } from '../support/planning-pair.ts'
import { patience } from '../support/program.ts'
import { agreeToRules, type OnDevice, press, wordsOn } from '../support/session-screens.ts'
import { answerOnOnePage, comeInByLink } from '../support/taking-part.ts'
import { send } from '../support/visit.ts'
import { looks } from '../support/watched-page.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: 5 * patience, hookTimeout: 3 * patience })

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

describe.each(looks)('at $width px, scripts $scripts', (look) => {
  describe('a pair that ends', () => {
    let planning: PlanningPair
    let devices: Devices
    let lead: OnDevice
    let mentor: OnDevice
    beforeAll(async () => {
      planning = await startPlanning(database, server, { mentors: 3, mentees: 3 })
      await planning.plan(inDays(7))
      const { programmeId } = planning.published
      devices = openDevices({ browser, listening, look, programmeId })
      lead = await devices.of(planning.published.lead)
      mentor = await devices.of(planning.mentor)
    })
    afterEach(() => expect(devices.faults()).toEqual([]))
    afterAll(() => devices?.close())

    /** The two of another pair. */
    const others = async () => {
      const { pairs, mentors, mentees } = planning.published
      const pair = (await pairs()).find(({ menteeId }) => menteeId !== planning.mentee.personId)
      return {
        mentor: mentors.find(({ personId }) => personId === pair?.mentorId) as Somebody,
        mentee: mentees.find(({ personId }) => personId === pair?.menteeId) as Somebody,
      }
    }

    test('ends without a reason: both read the same words, and calendars and the lead are told', async () => {
      const { published } = planning
      await mentor.inspect(`${mentor.base}/session`)
      await press(mentor, 'End the pair', 'End your pair')
      await press(mentor, 'End the pair', 'There is a problem')
      await mentor.page.getByLabel(/^I want to end/).check()
      await press(mentor, 'End the pair', 'Your partner')
      const mentee = await devices.of(planning.mentee)
      await mentee.inspect(mentee.base)
      await press(mentee, 'Your partner', 'Your partner')
      for (const one of [mentor, mentee]) {
        expect(await wordsOn(one)).toContain('It is nobody’s fault, and no reason is given')
        await one.inspect(`${one.base}/session`)
        expect(await wordsOn(one)).toContain('Your pair has ended.')
      }
      const cancelled = (await published.mails()).filter(
        ({ purpose }) => purpose === 'session_cancelled',
      )
      expect(cancelled.map(({ calendar }) => calendar?.method)).toEqual(['CANCEL', 'CANCEL'])
    })

    test('the lead comes from the mail to the next draw, which waits until somebody is free', async () => {
      const { published } = planning
      const toldOf = async () =>
        (await published.mails()).find(
          ({ purpose, to }) => purpose === 'pair_exited' && to === published.lead.email,
        )?.text ?? ''
      const [label] = (await published.pairs()).flatMap((one) => (one.hasEnded ? one.label : []))
      expect(await toldOf()).toContain(`Pair ${label} in Gastroenterology has ended`)
      const [address = ''] = /http\S+departure/.exec(await toldOf()) ?? []
      await lead.inspect(address)
      expect(await wordsOn(lead)).toContain('No mentor is free with whom a new pair could be made')

      const other = await others()
      const path = `/programmes/${published.programmeId}/session/exit`
      const form = { partner: other.mentee.personId, confirmed: 'yes' }
      expect((await send(server, path, { as: other.mentor, form })).status).toBe(303)
      await lead.inspect(address)
      expect(await wordsOn(lead)).toContain('2 mentors and 2 mentees')
      await press(lead, 'Begin the draw', 'There is a problem')
      await lead.page.getByLabel('Why is there another draw?').fill('Two pairs have ended.')
      await press(lead, 'Begin the draw', 'Allocation')
    })

    test('lead and facilitator draw and publish, and the two have others to agree with', async () => {
      const { published } = planning
      const other = await others()
      await press(lead, 'Give this value', 'Allocation')
      await lead.page.getByText('It is the turn of').waitFor()
      const facilitator = await devices.of(published.facilitator)
      await facilitator.inspect(`${facilitator.base}/allocation`)
      await press(facilitator, 'Give this value', /Two values Done/)
      await facilitator.page.getByLabel('I want to draw now').check()
      await press(facilitator, 'Draw', /Draw Done/)
      await lead.inspect(`${lead.base}/allocation`)
      await press(lead, 'Check and publish', 'Publish the pairs')
      await press(lead, 'Publish the pairs', /Publish Done/)
      expect(await partnersOf(published, planning.mentor)).toEqual([other.mentee.name])
      expect(await partnersOf(published, planning.mentee)).toEqual([other.mentor.name])

      const partner = await devices.of(other.mentee)
      await agreeToRules(mentor)
      await agreeToRules(partner)
      expect(await wordsOn(partner)).toContain('Both of you have agreed. You can meet.')
      await lead.inspect(`${lead.base}/progress`)
      expect(await wordsOn(lead)).toContain('Pairs that ended 2')
    })
  })

  describe('after the sessions', () => {
    let world: FollowingUp
    let devices: Devices
    let lead: OnDevice
    let mentor: OnDevice
    let mentee: OnDevice
    beforeAll(async () => {
      world = await startFollowingUp(database, listening.origin)
      devices = openDevices({ browser, listening, look, programmeId: world.programmeId })
      lead = await devices.of(world.lead)
      mentor = await devices.of(world.mentor)
      mentee = await devices.of(world.mentee)
    })
    afterEach(() => expect(devices.faults()).toEqual([]))
    afterAll(() => devices?.close())
    const mailed = async (purpose: string) => {
      const mails = await mailsOf(database, world.scope.organisationId)
      return mails.filter((mail) => mail.purpose === purpose)
    }
    const readFollowUps = async (): Promise<string> => {
      await lead.inspect(`${lead.base}/follow-ups`)
      return wordsOn(lead)
    }

    test('nothing is asked before the first wave', async () => {
      expect(await readFollowUps()).toContain('Opens by itself 3 months after the last session')
      await mentor.inspect(mentor.base)
      expect(await wordsOn(mentor)).toContain('What comes next Follow-up after 3 months')
    })

    /** At every wave on a phone; on a wide screen at the first, since the pages of the others are like these. */
    const answerHere = async ({ number, stage, months, lastDay }: (typeof waves)[number]) => {
      if (look.scripts && number > 1) return []
      const title = `Follow-up after ${months} months`
      for (const [person, place] of [
        [mentor, 1],
        [mentee, 0],
      ] as const) {
        await person.inspect(person.base)
        expect(await wordsOn(person)).toContain(`The last day to answer is ${lastDay}`)
        await press(person, title, title)
        await answerOnOnePage(person, stage, place)
        expect(person.page.url()).toMatch(/receipt$/)
      }
      return [world.mentor, world.mentee]
    }

    test.each(waves)('after $months months a wave opens, is answered, and closes', async (wave) => {
      const { number, stage, lastDay } = wave
      await world.clockAt(wave.eve)
      expect(await mailed('stage_opened')).toHaveLength(10 * (number - 1))
      await world.clockAt(wave.opens)
      expect(await mailed('stage_opened')).toHaveLength(10 * number)
      expect(await readFollowUps()).toContain(`The last day to answer is ${lastDay}`)
      const answered = await answerHere(wave)
      const reminded = (await mailed('stage_reminder')).length
      await world.clockAt(wave.reminds)
      expect(await mailed('stage_reminder')).toHaveLength(reminded + 10 - answered.length)
      await world.everybodyAnswers(stage, answered)
      await world.clockAt(wave.last)
      expect(await readFollowUps()).toContain('Open now.')
      await world.clockAt(wave.closes)
      const words = await readFollowUps()
      expect(words).not.toContain('Open now.')
      expect(words.split('5 mentors or more said “Some”.')).toHaveLength(number + 1)
      expect(words.split('5 mentees or more said “Yes, and it has lasted”.')).toHaveLength(
        number + 1,
      )
      expect(words).toContain('At least one said “Yes”. What to do now')
      await mentor.inspect(mentor.base)
    })

    test('the lead closes the programme, reads the letter and sends it, and people read it', async () => {
      await lead.inspect(lead.base)
      await press(lead, 'End of the programme', 'End of the programme')
      await press(lead, 'Close the programme', 'Close the programme')
      await press(lead, 'Close the programme', 'End of the programme')
      for (const group of ['mentors', 'mentees']) {
        await press(lead, `The letter to the ${group}`, `Letter to the ${group}`)
        await lead.page.goto(`${lead.base}/closing`)
      }
      await press(lead, 'Send the closing letter', 'End of the programme')
      expect(await wordsOn(lead)).toContain('The closing letter was sent on')
      expect(await mailed('closing_letter')).toHaveLength(10)
      for (const person of [mentor, mentee]) {
        await person.inspect(person.base)
        await press(person, 'The letter at the end of the programme', 'Letter at the end')
        expect(await wordsOn(person)).toContain('between stage 5 and stage 8, 12 months after')
      }
    })

    test('the next cohort is made in one click, and who is invited to it reads what came of this one', async () => {
      await lead.inspect(`${lead.base}/closing`)
      await press(lead, 'Start the next cohort', 'Start the next cohort')
      await press(lead, 'Start the next cohort', 'Set up the programme')
      const next = { ...lead, base: lead.page.url().replace('/set-up', '') }
      await addPeople(next, peopleTable)
      await confirmPeople(next)
      await openTheProgramme(next)
      await inviteAll(next)
      const invited = await devices.another()
      await comeInByLink(invited, await linkOfPerson(next, 'Dr Ashworth'))
      await press(invited, /^Does it work here/, 'Does it work here?')
      const words = await wordsOn(invited)
      expect(words).toContain('“Confidence in giving feedback” rose from a median of 23 to 29')
      expect(words).toContain('between stage 5 and stage 6, 3 months after the last session.')
      expect(words).not.toMatch(/\b[MC][1-6]\b/)
    })
  })
})
