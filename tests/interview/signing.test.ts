/** A text goes out to the group that was in the room, exactly as it was shown, or not at all. */
import { afterAll, describe, expect, test } from 'vitest'
import { updateProgramme } from '../../src/protocol/store.ts'
import { testDatabase } from '../support/database.ts'
import { outboxOf } from '../support/outbox.ts'
import {
  giveAddresses,
  kindOf,
  publicUrl,
  type SigningOff,
  type SigningOffOptions,
  startSigningOff,
  wordsAt,
} from '../support/signing-off.ts'
import { send } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const sent = async (options: SigningOffOptions = {}): Promise<SigningOff> => {
  const signing = await startSigningOff(database, options)
  expect(kindOf(await signing.send())).toBe('done')
  return signing
}

const facilitatorPage = ({ programmeId, mentee, facilitator }: SigningOff): Promise<string> =>
  wordsAt(server, `/programmes/${programmeId}/documents/${mentee.personId}/sign-off`, facilitator)
const ownPath = ({ programmeId, mentee }: SigningOff): string =>
  `/programmes/${programmeId}/sign-off/${mentee.personId}`

describe('a text is not sent', () => {
  test('before the interview has ended', async () => {
    const signing = await startSigningOff(database, { isOver: false })
    expect(kindOf(await signing.send())).toBe('interview.not_ended')
  })

  test('with no point in it', async () => {
    const signing = await startSigningOff(database)
    expect(kindOf(await signing.send(signing.mentees[1]))).toBe('document.empty')
  })

  test.each([
    [4, 'document.too_few_contributors'],
    [5, 'done'],
    [6, 'done'],
  ])('to fewer than k: %i of 6 were in the room', async (present, outcome) => {
    const signing = await startSigningOff(database, { present })
    expect(kindOf(await signing.send())).toBe(outcome)
    const words = await facilitatorPage(signing)
    expect(words.includes('Nothing can be released')).toBe(present < 5)
  })

  test('when it is no longer the text that was shown', async () => {
    const signing = await startSigningOff(database)
    const path = `/programmes/${signing.programmeId}/documents/${signing.mentee.personId}/sign-off`
    const { sha256 } = (await signing.look()).current
    await signing.write('You ask us what we think.')
    const reply = await send(server, path, { as: signing.facilitator, form: { sha256 } })
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('The text was changed while you were looking at it')
    expect((await signing.look()).latest).toBeNull()
  })

  test('twice: the same words are out, until the time is over or a change was asked for', async () => {
    const signing = await sent()
    expect(kindOf(await signing.send())).toBe('document.sent_already')
    await signing.passDays(15)
    expect(kindOf(await signing.send())).toBe('done')
    for (const mentor of signing.mentors) await signing.answer(mentor, 'The first sentence.')
    expect(kindOf(await signing.send())).toBe('done')
    expect((await signing.look()).latest).toMatchObject({ version: 3, state: 'signing' })
  })

  test('when the programme is closed, or about somebody who is no mentee', async () => {
    const signing = await startSigningOff(database)
    const { programmeId, facilitator, mentors } = signing
    const path = `/programmes/${programmeId}/documents/${mentors[0]?.personId}/sign-off`
    const { sha256 } = (await signing.look()).current
    const reply = await send(server, path, { as: facilitator, form: { sha256 } })
    expect(await reply.text()).toContain('There is no document here')
    await signing.change((tx, programme) => updateProgramme(tx, programme, { state: 'closed' }))
    expect(kindOf(await signing.send())).toBe('programme.not_open')
    expect(await facilitatorPage(signing)).toContain('The programme is not open')
  })

  test('twice by two facilitators at once', async () => {
    const signing = await startSigningOff(database)
    const outcomes = (await Promise.all([signing.send(), signing.send()])).map(kindOf)
    expect(outcomes.toSorted()).toEqual(['document.sent_already', 'done'])
    expect((await signing.look()).latest?.version).toBe(1)
  })
})

describe('a text that goes out', () => {
  test('is the exact words under their hash, and replaces the version before', async () => {
    const signing = await sent()
    const { current, latest } = await signing.look()
    expect(latest).toMatchObject({ version: 1, state: 'signing', sha256: current.sha256 })
    expect(latest?.text).toEqual(current.text)
    await signing.write('You ask us what we think.')
    await signing.send()
    const states = await signing.change((tx) =>
      tx.selectFrom('documentVersions').select(['version', 'state']).orderBy('version').execute(),
    )
    expect(states).toEqual([
      { version: 1, state: 'replaced' },
      { version: 2, state: 'signing' },
    ])
  })

  test('destroys the key of the ballots', async () => {
    const signing = await sent()
    const rows = await signing.change((tx) =>
      tx.selectFrom('interviews').select('wrappedBallotKey').execute(),
    )
    expect(rows).toEqual([{ wrappedBallotKey: null }])
  })

  test('is told to everybody who took part and has an address, in a mail that names nobody and holds nothing', async () => {
    const signing = await startSigningOff(database, { mentors: 6, present: 5 })
    await giveAddresses(signing, signing.mentors.slice(1))
    await signing.send()
    const mails = await outboxOf(signing.scope)
    expect(mails.map(({ about }) => about).toSorted()).toEqual(
      signing.mentors
        .slice(1, 5)
        .map(({ personId }) => personId)
        .toSorted(),
    )
    for (const { text, subject, purpose } of mails) {
      expect(purpose).toBe('sign_off')
      expect(text).toContain(`${publicUrl}/programmes/${signing.programmeId}/sign-off\n`)
      expect(subject + text).not.toMatch(/Dr Mentee|explain/)
    }
  })

  test('is read by everybody who took part, and by nobody else', async () => {
    const signing = await sent({ present: 5 })
    const [first, last] = [signing.mentors[0], signing.mentors[5]]
    expect(await wordsAt(server, ownPath(signing), first)).toContain('You explain what you do')
    expect(await wordsAt(server, ownPath(signing), last)).toContain('There is no document here')
    const list = `/programmes/${signing.programmeId}/sign-off`
    expect(await wordsAt(server, list, first)).toContain('Document for Dr Mentee 1')
    expect(await wordsAt(server, list, last)).toContain('nothing for you to do')
    expect(kindOf(await signing.answer(last))).toBe('sign_off.not_asked')
    expect(await wordsAt(server, `/programmes/${signing.programmeId}`, first)).toContain(
      '1 document waits for you',
    )
    expect(await wordsAt(server, `/programmes/${signing.programmeId}`, last)).not.toContain(
      'waits for you',
    )
  })
})
