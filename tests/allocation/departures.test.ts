/** Somebody leaves: their pair ends, no label leads to them, and whoever is left can be drawn another partner. */
import { afterAll, describe, expect, test, vi } from 'vitest'
import { readCertificate } from '../../src/allocation/certificate/read-certificate.ts'
import { findInputs, findPeople, listDraws } from '../../src/allocation/procedure/draw-store.ts'
import type { StoredPair } from '../../src/allocation/store.ts'
import { defaultConsentText } from '../../src/people/consent/default.ts'
import { insertConsent, putConsentText } from '../../src/people/consent/store.ts'
import type { WithdrawalChoice } from '../../src/people/model.ts'
import { insertSessions } from '../../src/sessions/store.ts'
import { testDatabase } from '../support/database.ts'
import {
  type DrawnPairs,
  startDrawing,
  startDrawn,
  startPublished,
} from '../support/drawn-pairs.ts'
import { heldSession } from '../support/held-session.ts'
import type { Somebody } from '../support/hospital.ts'
import { succeeded } from '../support/succeeded.ts'
import { send, visit } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000 })

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

/** With what the consent of this person promised. */
const leave = async (
  running: DrawnPairs,
  person: Somebody,
  withdrawal: WithdrawalChoice = 'stop',
): Promise<void> => {
  await running.change(async (tx, programme) => {
    await putConsentText(tx, programme, defaultConsentText(programme.protocol, programme))
    const agreed = { version: 1, statements: {}, withdrawal, agreedAt: new Date() }
    await insertConsent(tx, programme, { participantId: person.personId, ...agreed })
  })
  const path = `/programmes/${running.programmeId}/withdraw`
  const left = await send(server, path, { as: person, form: { confirmed: 'yes' } })
  expect(left.status).toBe(303)
}

const somebodyIn = (running: DrawnPairs, id: string | undefined): Somebody => {
  const all = [...running.mentors, ...running.mentees]
  const found = all.find(({ personId }) => personId === id)
  if (found === undefined) throw new Error('Nobody of the programme has this id.')
  return found
}

const firstPair = async (running: DrawnPairs) => {
  const [pair] = await running.pairs()
  return {
    mentor: somebodyIn(running, pair?.mentorId),
    mentee: somebodyIn(running, pair?.menteeId),
    pairId: pair?.pairId,
  }
}

const pathOf = ({ programmeId }: DrawnPairs): string =>
  `/programmes/${programmeId}/allocation/departure`

const pageOf = async (running: DrawnPairs): Promise<string> => {
  const page = await visit(server, pathOf(running), { as: running.lead })
  expect(page.status).toBe(200)
  return page.text()
}

const begin = (running: DrawnPairs, reason: string): Promise<Response> =>
  send(server, pathOf(running), { as: running.lead, form: { reason } })

const going = (pairs: readonly StoredPair[]): readonly string[] =>
  pairs.filter(({ hasEnded }) => !hasEnded).map(({ mentorId, menteeId }) => mentorId + menteeId)

describe('whoever withdraws after the pairs were published', () => {
  test('ends their pair, and no other', async () => {
    const published = await startPublished(database)
    const { mentor, pairId } = await firstPair(published)
    await leave(published, mentor)
    const pairs = await published.pairs()
    expect(pairs.filter(({ hasEnded }) => hasEnded).map((pair) => pair.pairId)).toEqual([pairId])
    expect(pairs).toHaveLength(5)
  })

  test('is not named to the partner who stays, who gets one message without a reason', async () => {
    const published = await startPublished(database)
    const { mentor, mentee } = await firstPair(published)
    const before = (await published.mails()).length
    const timesInLog = async (): Promise<number> => {
      const path = `/programmes/${published.programmeId}/deliveries`
      const log = await visit(server, path, { as: published.lead })
      return (await log.text()).split(mentee.name).length
    }
    const inLog = await timesInLog()
    await leave(published, mentor)
    const mails = await published.mails()
    const [mail, ...more] = mails.filter(({ purpose }) => purpose === 'pair_ended')
    expect([mails.length, more.length]).toEqual([before + 1, 0])
    expect(mail?.about).toBe(mentee.personId)
    for (const word of [mentor.name, 'left', 'withdr']) expect(mail?.text).not.toContain(word)
    expect(await timesInLog()).toBe(inLog)
  })

  test.each(['remove', 'unlink'] as const)(
    'and was promised to %s: nothing says any more who stood behind the labels of the draw',
    async (effect) => {
      const published = await startPublished(database)
      const { mentee } = await firstPair(published)
      const kept = await published.change((tx, programme) => findInputs(tx, programme, 1))
      await leave(published, mentee, effect)
      await published.change(async (tx, programme) => {
        expect(await findPeople(tx, programme, 1)).toBeNull()
        expect(await findInputs(tx, programme, 1)).toBe(kept)
      })
      expect(await published.drawn(1)).toEqual([])
    },
  )

  test('and was promised no more than that nothing is asked: the record of the draw stays', async () => {
    const published = await startPublished(database)
    await leave(published, (await firstPair(published)).mentee)
    const people = await published.change((tx, programme) => findPeople(tx, programme, 1))
    expect(people?.mentees).toHaveLength(5)
  })
})

describe('whoever withdraws before the pairs are published', () => {
  test('keeps the draw from being published, and has no place in it any more', async () => {
    const drawn = await startDrawn(database)
    const [mentor] = drawn.mentors
    if (mentor === undefined) throw new Error('There is no mentor.')
    const before = await drawn.change((tx, programme) => findPeople(tx, programme, 1))
    await leave(drawn, mentor, 'remove')
    const after = await drawn.change((tx, programme) => findPeople(tx, programme, 1))
    const staying = (before?.mentors ?? []).filter((id) => id !== mentor.personId)
    expect(after?.mentors.filter((id) => id !== null).toSorted()).toEqual(staying.toSorted())
    expect(after?.mentors).toHaveLength(5)
    expect(await drawn.publish(1)).toMatchObject({ problem: { kind: 'allocation.left_since' } })
  })

  test('keeps a draw that was begun from being made', async () => {
    const drawing = await startDrawing(database)
    await drawing.lock()
    const [, mentee] = drawing.mentees
    if (mentee === undefined) throw new Error('There is no mentee.')
    await leave(drawing, mentee, 'unlink')
    await expect(drawing.draw(1)).rejects.toThrow('allocation.somebody_left')
  })
})

describe('the page of a draw after a departure', () => {
  test('says how many are without a partner, and names nobody', async () => {
    const published = await startPublished(database, { mentors: 7 })
    const { mentor } = await firstPair(published)
    await leave(published, mentor)
    const text = await pageOf(published)
    expect(text).toContain('1 mentee')
    expect(text).toContain('2 mentors')
    for (const { name } of [...published.mentors, ...published.mentees])
      expect(text).not.toContain(name)
  })

  test('says why nothing can be drawn', async () => {
    const published = await startPublished(database)
    expect(await pageOf(published)).toContain('Every mentee has a mentor')
    const { mentor, mentee } = await firstPair(published)
    await leave(published, mentor)
    expect(await pageOf(published)).toContain('No mentor is free')
    await leave(published, mentee)
    expect(await pageOf(published)).toContain('Every mentee has a mentor')
    expect(await pageOf(await startDrawn(database))).toContain('No pairs have been published yet')
  })

  test('takes a reason, without a name in it', async () => {
    const published = await startPublished(database, { mentors: 6 })
    const { mentor } = await firstPair(published)
    await published.change(async (tx) => {
      await tx
        .updateTable('participants')
        .set({ name: 'Dr Nadia Rahman' })
        .where('participantId', '=', mentor.personId)
        .execute()
    })
    await leave(published, mentor)
    const none = await begin(published, '')
    expect([none.status, (await none.text()).includes('The reason must have')]).toEqual([422, true])
    const named = await begin(published, 'Nadia has left the programme')
    expect(named.status).toBe(422)
    expect(await named.text()).toContain('must name nobody')
    expect((await begin(published, 'One person has gone.')).status).toBe(303)
    expect(await pageOf(published)).toContain('A draw is under way')
    expect((await begin(published, 'One person has gone.')).status).toBe(422)
  })
})

describe('the draw after a departure', () => {
  test('gives whoever is left a mentor who was free, with a certificate of its own', async () => {
    const published = await startPublished(database, { mentors: 6 })
    const before = await published.pairs()
    const { mentor, mentee } = await firstPair(published)
    const paired = before.map(({ mentorId }) => mentorId)
    const free = published.mentors.find(({ personId }) => !paired.includes(personId))
    await leave(published, mentor)
    expect((await begin(published, 'One person has gone.')).status).toBe(303)
    await published.draw(2)
    succeeded(await published.publish(2))
    const kept = before.slice(1).map(({ mentorId, menteeId }) => mentorId + menteeId)
    expect(going(await published.pairs()).toSorted()).toEqual(
      [...kept, `${free?.personId}${mentee.personId}`].toSorted(),
    )
    const [, second] = await published.change((tx, programme) => listDraws(tx, programme))
    const certificate = succeeded(readCertificate(second?.certificate ?? ''))
    expect(certificate).toMatchObject({ kind: 'departure', mentors: 1, mentees: 1, pairs: 1 })
    expect(certificate.earlier).toMatchObject([{ number: 1, state: 'published' }])
  })

  test('leaves those who have met, and draws all others again, where the protocol says so', async () => {
    const published = await startPublished(database, {
      mentors: 6,
      protocol: (protocol) => ({
        ...protocol,
        rules: { ...protocol.rules, afterDeparture: 'draw_again' },
      }),
    })
    const [first, second, ...others] = await published.pairs()
    await published.change((tx, { organisationId, programmeId }) =>
      insertSessions(tx, { organisationId, programmeId }, [heldSession(second?.pairId ?? '')]),
    )
    await leave(published, somebodyIn(published, first?.mentorId))
    expect(await pageOf(published)).toContain('pairs that have met stay as they are')
    expect((await begin(published, 'One person has gone.')).status).toBe(303)
    const people = await published.change((tx, programme) => findPeople(tx, programme, 2))
    const mentees = [first, ...others].map((pair) => pair?.menteeId)
    expect([...(people?.mentees ?? [])].toSorted()).toEqual(mentees.toSorted())
    expect(people?.mentors).toHaveLength(4)
    expect(people?.mentors).not.toContain(second?.mentorId)
    await published.draw(2)
    succeeded(await published.publish(2))
    expect(going(await published.pairs())).toContain(`${second?.mentorId}${second?.menteeId}`)
    expect(going(await published.pairs())).toHaveLength(5)
  })
})
