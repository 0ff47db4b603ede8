/** Whatever people, staff or researchers open: the pair of others is not in it, and neither is who refused whom. */
import { afterAll, describe, expect, test, vi } from 'vitest'
import { changeDraw } from '../../src/allocation/procedure/draw-store.ts'
import { read } from '../../src/platform/database.ts'
import { loadStudy } from '../../src/report/exchange/load-study.ts'
import type { Kind } from '../../src/web/route.ts'
import { masterKey, testDatabase } from '../support/database.ts'
import { type DrawnPairs, startPublished } from '../support/drawn-pairs.ts'
import type { Somebody } from '../support/hospital.ts'
import { pagesOf } from '../support/pages-of.ts'
import { visit } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000 })

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const mailTo = async ({ mails }: DrawnPairs, { personId }: Somebody) =>
  (await mails()).filter(({ about }) => about === personId)

/** As if the draw had come out otherwise: the first two pairs exchange their mentees. */
const exchange = async (published: DrawnPairs): Promise<readonly string[]> => {
  const [one, other] = await published.pairs()
  if (one === undefined || other === undefined) throw new Error('There are no two pairs.')
  await published.change(async (tx, programme) => {
    const give = (pairId: string, menteeId: string) =>
      tx.updateTable('pairs').set({ menteeId }).where('pairId', '=', pairId).execute()
    await give(one.pairId, other.menteeId)
    await give(other.pairId, one.menteeId)
    const pairs = (await published.pairs()).map(({ mentorId, menteeId }) => ({
      mentorId,
      menteeId,
    }))
    await changeDraw(tx, programme, { number: 1, pairs })
  })
  return [one, other].flatMap(({ mentorId, menteeId }) => [mentorId, menteeId])
}

describe('nobody sees the pair of others', () => {
  const staff = ['lead', 'facilitator', 'administrator', 'auditor'] as const

  test('the pages of staff and of everybody else are the same, byte for byte, whoever the partners are', async () => {
    const published = await startPublished(database, { mentors: 3, mentees: 3 })
    const look = async (as: Somebody, kind: Kind) =>
      pagesOf(server, {
        as,
        kind,
        programmeId: published.programmeId,
        about: published.mentors[0] ?? as,
      })
    const lookAll = async (but: readonly string[]) => {
      const seen = new Map<string, ReadonlyMap<string, string>>()
      for (const kind of staff) seen.set(kind, await look(published[kind], kind))
      for (const role of ['mentor', 'mentee'] as const) {
        const others = published[`${role}s`].filter(({ personId }) => !but.includes(personId))
        for (const person of others) seen.set(person.name, await look(person, role))
      }
      return seen
    }
    const pairs = (await published.pairs()).slice(0, 2)
    const concerned = pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId])
    const before = await lookAll(concerned)
    expect(await exchange(published)).toEqual(concerned)
    expect(await lookAll(concerned)).toEqual(before)
  })

  test('a researcher reads no name, and the study has none', async () => {
    const published = await startPublished(database, { mentors: 3, mentees: 3 })
    const { researcher, programmeId, scope } = published
    const pages = ['', '/sessions', '/willingness', '/stages', '/results', '/report'].map(
      async (rest) => {
        const reply = await visit(server, `/programmes/${programmeId}${rest}`, { as: researcher })
        expect([rest, reply.status]).toEqual([rest, 200])
        return reply.text()
      },
    )
    const study = await read(database, scope.organisationId, (tx) =>
      loadStudy(tx, { organisationId: scope.organisationId, programmeId, masterKey }),
    )
    const all = [...(await Promise.all(pages)), JSON.stringify(study)].join('\n')
    expect(all).not.toMatch(/Dr Ment/)
  })
})

/** With the ids of people and programmes taken out: what is left is the words. */
const wordsIn = (text: string): string => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')

test('mails are the same in worlds that differ only in who refused whom', async () => {
  const worlds = [
    (mentor: number, mentee: number) => mentor === mentee,
    (mentor: number, mentee: number) => mentor <= mentee,
    (mentor: number, mentee: number) => mentor >= mentee,
  ].map(async (willing) => {
    const published = await startPublished(database, { mentors: 4, mentees: 4, willing })
    return (await published.mails()).map(({ subject, text }) => wordsIn(subject + text)).toSorted()
  })
  const [one, ...others] = await Promise.all(worlds)
  for (const other of others) expect(other).toEqual(one)
})

test('whoever has no partner is told so in the same words, and without a reason', async () => {
  const published = await startPublished(database, { mentors: 5, mentees: 3 })
  const paired = new Set((await published.pairs()).map(({ mentorId }) => mentorId))
  const alone = published.mentors.filter(({ personId }) => !paired.has(personId))
  const mails = await Promise.all(alone.map((person) => mailTo(published, person)))
  const texts = mails.map(([mail], place) =>
    wordsIn(mail?.text ?? '').replace(alone[place]?.name ?? '', 'somebody'),
  )
  expect(texts).toHaveLength(2)
  expect(new Set(texts).size).toBe(1)
  expect(texts[0]).toContain('You have no partner at the moment.')
  expect(texts[0]).not.toMatch(/willing|refus|declin|because|larger|random/)
})
