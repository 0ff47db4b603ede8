/** What mentors and mentees see of their pair: nothing before it is published, their own partner after that. */
import { afterAll, describe, expect, test, vi } from 'vitest'
import { endPairsOf } from '../../src/allocation/departures/end-pairs.ts'
import { askAgain } from '../../src/allocation/procedure/actions.ts'
import { changeDraw } from '../../src/allocation/procedure/draw-store.ts'
import { insertSessions } from '../../src/sessions/store.ts'
import { testDatabase } from '../support/database.ts'
import {
  type DrawnPairs,
  everybodyIn,
  partnersOf,
  startDrawing,
  startDrawn,
  startPublished,
} from '../support/drawn-pairs.ts'
import { heldSession } from '../support/held-session.ts'
import type { Somebody } from '../support/hospital.ts'
import { startRunning } from '../support/programme-under-way.ts'
import { agreeAndRelease, pair, startSigningOff, wordsAt } from '../support/signing-off.ts'
import { succeeded } from '../support/succeeded.ts'
import { send, visit, wordsOf } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000 })

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

type OfProgramme = { readonly programmeId: string }
const at = ({ programmeId }: OfProgramme, rest: string): string =>
  `/programmes/${programmeId}${rest}`
const words = (of: OfProgramme, as: Somebody | undefined, rest = '/partner') =>
  wordsAt(server, at(of, rest), as)

const pages = ['/partner', '/ground-rules', '', '/prompt-sheet', '/feedback'] as const

/** All that the first mentor and the first mentee can open about it; but for what differs each time. */
const bytesFor = async (drawing: DrawnPairs): Promise<string> => {
  const seen = [drawing.mentors[0], drawing.mentees[0]].flatMap((as, place) =>
    pages
      .filter((rest) => rest !== (place === 0 ? '/feedback' : '/prompt-sheet'))
      .map(async (rest) => wordsOf(await visit(server, at(drawing, rest), { as: as ?? null }))),
  )
  return (await Promise.all(seen)).join('\n')
}

describe('before pairs are published', () => {
  test('the page has the same bytes whatever is locked, drawn or drawn again', async () => {
    const drawing = await startDrawing(database)
    const { lock, draw, scopeOf, lead, programmeId } = drawing
    const before = await bytesFor(drawing)
    expect(before).toContain('You will be told here and by email when the pairs are published.')
    const again = { programmeId, number: 1, reason: 'The lists had a mistake in them.' }
    const steps = [
      lock,
      () => draw(1),
      async () => succeeded(await askAgain(scopeOf(lead), again)),
      () => draw(2),
    ]
    for (const step of steps) {
      await step()
      expect(await bytesFor(drawing)).toBe(before)
    }
  })

  test('it says the same of whoever was refused by everybody', async () => {
    const seen = [() => true, (_: number, mentee: number) => mentee !== 0].map(async (willing) => {
      const drawing = await startDrawing(database, { mentors: 3, mentees: 3, willing })
      await drawing.lock()
      return (await words(drawing, drawing.mentees[0])).replaceAll(drawing.programmeId, '')
    })
    const [one, other] = await Promise.all(seen)
    expect(other).toBe(one)
  })

  test.each([
    ['invited', 'once you have agreed to take part'],
    ['declined', 'so you have no partner'],
  ] as const)('whoever is %s reads that', async (participants, sentence) => {
    const running = await startRunning(database, { participants })
    expect(await words(running, running.mentors[0])).toContain(sentence)
  })

  test('a programme that closed without pairs says so', async () => {
    const running = await startRunning(database, { state: 'closed' })
    expect(await words(running, running.mentees[0])).toContain('No pairs were published.')
  })
})

describe('once pairs are published', () => {
  test('everybody finds their own partner, on the page and at home, and no other name of the other group', async () => {
    const published = await startPublished(database)
    for (const person of everybodyIn(published)) {
      const [partner = '', ...more] = await partnersOf(published, person)
      expect([more, partner]).toEqual([[], expect.stringMatching(/^Dr Ment/)])
      const page = await words(published, person)
      const others = everybodyIn(published).filter(
        (one) => ![partner, person.name].includes(one.name),
      )
      expect(page).toContain(`You have been paired with ${partner} .`)
      expect(others.filter(({ name }) => page.includes(name))).toEqual([])
      expect(await words(published, person, '')).toContain(`You have been paired with ${partner}.`)
    }
  })

  test('the mentee makes first contact, the mentor replies within 48 hours, and no address is passed on', async () => {
    const published = await startPublished(database, { mentors: 3, mentees: 3 })
    const [mentor, mentee] = [published.mentors[0], published.mentees[0]]
    expect(await words(published, mentee)).toContain('You make first contact, within a week')
    expect(await words(published, mentee)).toContain(
      'You do not need to prepare anything; if you like,',
    )
    expect(await words(published, mentor)).toContain('Reply within 48 hours')
    expect(await words(published, mentor)).toContain('You bring the document of the group')
    for (const as of [mentor, mentee])
      expect(await words(published, as)).not.toContain('@hospital.example')
  })

  test('whoever has no partner reads the same words, whoever they are', async () => {
    const published = await startPublished(database, { mentors: 5, mentees: 3 })
    const alone: string[] = []
    for (const mentor of published.mentors)
      if ((await partnersOf(published, mentor)).length === 0)
        alone.push(await words(published, mentor))
    expect(alone).toHaveLength(2)
    expect(alone[1]).toBe(alone[0])
    expect(alone[0]).toContain('You have no partner at the moment.')
    expect(alone[0]).not.toMatch(/willing|refus|because/)
  })

  test('a mentee with several mentors finds them all on one page and in one mail', async () => {
    const drawn = await startDrawn(database, { mentors: 4, mentees: 2 })
    const [mentee, another] = drawn.mentees
    const pairs = drawn.mentors.map(({ personId }, place) => ({
      mentorId: personId,
      menteeId: (place < 2 ? mentee : another)?.personId ?? '',
    }))
    await drawn.change((tx, programme) => changeDraw(tx, programme, { number: 1, pairs }))
    succeeded(await drawn.publish(1))
    expect(await words(drawn, mentee)).toContain(
      'Your partners Information: You have been paired with Dr Mentor 1 and Dr Mentor 2 .',
    )
    const mails = (await drawn.mails()).filter(({ about }) => about === mentee?.personId)
    expect(mails.map(({ text }) => text.includes('with Dr Mentor 1 and Dr Mentor 2.'))).toEqual([
      true,
    ])
  })
})

describe('once a pair has ended', () => {
  test('both read neutral words, and everybody else sees the same bytes as before', async () => {
    const published = await startPublished(database)
    const [ended] = await published.pairs()
    const partners = everybodyIn(published).filter(({ personId }) =>
      [ended?.mentorId, ended?.menteeId].includes(personId),
    )
    const others = everybodyIn(published).filter((one) => !partners.includes(one))
    const look = () => Promise.all(others.map((one) => words(published, one)))
    const before = await look()
    await published.change((tx, programme) =>
      endPairsOf(tx, programme, partners[0]?.personId ?? ''),
    )
    expect(await look()).toEqual(before)
    for (const one of partners) {
      const page = await words(published, one)
      expect(page).toContain('Your pair has ended.')
      expect(page).toContain('It is nobody’s fault, and no reason is given to anybody.')
      expect(page).not.toMatch(/withdr|left|Dr Ment(or|ee) \d/)
      expect(await words(published, one, '')).toContain('You have no partner at the moment.')
    }
  })

  test('its mentor has no prompt sheet any more, and its mentee keeps what was shown', async () => {
    const signing = await startSigningOff(database)
    await agreeAndRelease(signing)
    const pairId = await pair(signing)
    const [mentor] = signing.mentors
    const sentence = 'You explain what you do while you do it.'
    expect(await words(signing, mentor, '/prompt-sheet')).toContain(sentence)
    expect(await words(signing, mentor)).toContain('The document for your session is ready.')
    await signing.change((tx, { organisationId, programmeId }) =>
      insertSessions(tx, { organisationId, programmeId }, [heldSession(pairId)]),
    )
    await send(server, at(signing, '/feedback/open'), { as: signing.mentee })
    expect(await words(signing, signing.mentee, '/feedback')).toContain(sentence)
    await signing.change((tx, programme) => endPairsOf(tx, programme, mentor?.personId ?? ''))
    expect(await words(signing, mentor, '/prompt-sheet')).not.toContain(sentence)
    const file = at(signing, `/prompt-sheet/${signing.mentee.personId}/file.pdf`)
    const reply = await visit(server, file, { as: mentor ?? null })
    expect(reply.headers.get('content-type')).toContain('html')
    expect(await words(signing, mentor)).toContain('confidential waste')
    expect(await words(signing, mentor, '')).not.toContain('The document for your session')
    expect(await words(signing, signing.mentee, '/feedback')).toContain(sentence)
  })
})
