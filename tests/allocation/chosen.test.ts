/** The lead chooses the pairs by hand: nobody's willingness is looked at, and it is said that nothing was random. */
import { afterAll, describe, expect, test, vi } from 'vitest'
import { readCertificate } from '../../src/allocation/certificate/read-certificate.ts'
import { isLocked, listDraws } from '../../src/allocation/procedure/draw-store.ts'
import { testDatabase } from '../support/database.ts'
import { type DrawnPairs, partnersOf, startDrawing, startDrawn } from '../support/drawn-pairs.ts'
import type { Somebody } from '../support/hospital.ts'
import { succeeded } from '../support/succeeded.ts'
import { send, visit, wordsOf } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000 })

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const three = { mentors: 3, mentees: 3 }

const pathOf = ({ programmeId }: DrawnPairs): string =>
  `/programmes/${programmeId}/allocation/chosen`

const pageOf = (running: DrawnPairs): Promise<Response> =>
  visit(server, pathOf(running), { as: running.lead })

/** For each mentee, by position, the mentor by position; null: no mentor. */
type Choice = readonly (number | null)[]

const fieldsOf = ({ mentors, mentees }: DrawnPairs, choice: Choice) =>
  Object.fromEntries(
    mentees.map(({ personId }, place) => [
      `mentor-${personId}-1`,
      mentors[choice[place] ?? -1]?.personId ?? '',
    ]),
  )

type More = { readonly step?: 'keep' | 'change'; readonly reason?: string }

const choose = (running: DrawnPairs, choice: Choice, more: More = {}): Promise<Response> =>
  send(server, pathOf(running), {
    as: running.lead,
    form: { ...fieldsOf(running, choice), ...more },
  })

const keep = async (running: DrawnPairs, choice: Choice, reason?: string): Promise<void> => {
  const more = reason === undefined ? {} : { reason }
  const kept = await choose(running, choice, { step: 'keep', ...more })
  expect([kept.status, kept.headers.get('location')]).toEqual([
    303,
    `/programmes/${running.programmeId}/allocation`,
  ])
}

const drawsOf = (running: DrawnPairs) => running.change((tx, programme) => listDraws(tx, programme))

/** What stands beside the field of a mentee. */
const errorIn = async (reply: Response): Promise<string> => {
  expect(reply.status).toBe(422)
  const [, text = ''] = /<li><a href="#mentor-[^"]*">([^<]*)/.exec(await reply.text()) ?? []
  return text.replaceAll('&#x27;', '’')
}

describe('the pairs that the lead chooses', () => {
  test('are checked first, and nothing is kept by that', async () => {
    const running = await startDrawing(database, three)
    const checked = await choose(running, [1, 0, null])
    const text = await checked.text()
    expect(checked.status).toBe(200)
    expect(text).toContain('Keep these pairs')
    expect(text).toMatch(/Dr Mentee 1<\/dt><dd[^>]*>Dr Mentor 2</)
    expect(text).toMatch(/Dr Mentee 3<\/dt><dd[^>]*>No mentor</)
    expect(text).toContain('Without a mentee: Dr Mentor 3')
    expect(await drawsOf(running)).toEqual([])
    const changed = await (await choose(running, [1, 0, null], { step: 'change' })).text()
    expect(changed).toContain('Check the pairs')
    expect(changed.match(/<option[^>]* selected=""/g)).toHaveLength(3)
  })

  test('wait to be published, with a certificate that says they were chosen', async () => {
    const running = await startDrawing(database, three)
    await keep(running, [1, 0, 2])
    const [draw] = await drawsOf(running)
    expect(draw).toMatchObject({ kind: 'first', mode: 'chosen', state: 'drawn', reason: null })
    const certificate = succeeded(readCertificate(draw?.certificate ?? ''))
    expect(certificate).toMatchObject({ mode: 'chosen', mentors: 3, mentees: 3, pairs: 3 })
    expect(await running.change((tx, place) => isLocked(tx, place))).toBe(true)
    expect(await running.pairs()).toEqual([])
  })

  test('are told to each pair as those of a draw are', async () => {
    const running = await startDrawing(database, three)
    await keep(running, [1, 0, 2])
    succeeded(await running.publish(1))
    const [first, second] = running.mentees
    if (first === undefined || second === undefined) throw new Error('There are no mentees.')
    expect(await partnersOf(running, first)).toEqual(['Dr Mentor 2'])
    expect(await partnersOf(running, second)).toEqual(['Dr Mentor 1'])
    expect(await (await pageOf(running)).text()).toContain('there is nothing to choose')
  })

  test('can be chosen again, with a reason, until they are published', async () => {
    const running = await startDrawing(database, three)
    await keep(running, [1, 0, 2])
    const again = await (await pageOf(running)).text()
    expect(again).toContain('You have chosen the pairs below')
    expect(again.match(/<option[^>]* selected=""/g)).toHaveLength(3)
    const without = await choose(running, [0, 1, 2], { step: 'keep' })
    expect(await without.text()).toContain('The reason must have')
    await keep(running, [0, 1, 2], 'Two of them work on the same ward.')
    const [first, second] = await drawsOf(running)
    expect([first?.state, second?.state, second?.kind]).toEqual(['replaced', 'drawn', 'again'])
    const certificate = succeeded(readCertificate(second?.certificate ?? ''))
    expect(certificate.earlier).toMatchObject([{ number: 1, mode: 'chosen', state: 'replaced' }])
  })

  test('are kept once, however often the button is pressed', async () => {
    const running = await startDrawing(database, three)
    const form = {
      ...fieldsOf(running, [0, 1, 2]),
      ...{ step: 'keep', idempotencyKey: crypto.randomUUID() },
    }
    const replies = await Promise.all(
      [1, 2, 3].map(() => visit(server, pathOf(running), { as: running.lead, form })),
    )
    expect(replies.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await drawsOf(running)).toHaveLength(1)
  })
})

describe('what cannot be kept is said beside the place', () => {
  test('a mentor who has no seat left', async () => {
    const running = await startDrawing(database, three)
    expect(await errorIn(await choose(running, [0, 0, null]))).toBe(
      'Choose another mentor for Dr Mentee 2: Dr Mentor 1 can have 1 mentee and is chosen for that many already',
    )
  })

  test('the own supervisor, where the protocol forbids it, and only there', async () => {
    const forbid = await startDrawing(database, {
      ...{ ...three, isSupervised: true },
      protocol: (protocol) => ({ ...protocol, rules: { ...protocol.rules, supervisor: 'forbid' } }),
    })
    expect(await errorIn(await choose(forbid, [0, 1, 2]))).toContain('they supervise Dr Mentor 1')
    const ask = await startDrawing(database, { ...three, isSupervised: true })
    const checked = await (await choose(ask, [0, 1, 2])).text()
    expect(checked).toContain('Paired with their own supervisor: Dr Mentor 1')
  })

  test('a pair that the lead has excluded', async () => {
    const running = await startDrawing(database, three)
    const [mentor, mentee] = [running.mentors[2], running.mentees[1]]
    await running.change(async (tx, { organisationId, programmeId }) => {
      const pair = { mentorId: mentor?.personId ?? '', menteeId: mentee?.personId ?? '' }
      await tx
        .insertInto('excludedPairs')
        .values({ organisationId, programmeId, ...pair })
        .execute()
    })
    const error = await errorIn(await choose(running, [0, 2, 1], { step: 'keep' }))
    expect(error).toContain('the pair with Dr Mentor 3 is excluded')
    expect(await drawsOf(running)).toEqual([])
  })

  test('nobody at all, and somebody who is not in the list', async () => {
    const running = await startDrawing(database, three)
    expect(await errorIn(await choose(running, [null, null, null]))).toContain('at least one')
    const [mentee] = running.mentees
    const form = { [`mentor-${mentee?.personId}-1`]: crypto.randomUUID() }
    const reply = await send(server, pathOf(running), { as: running.lead, form })
    expect(await errorIn(reply)).toContain('from the list')
  })

  test('a mentor can have as many as the protocol allows, and a mentee as many', async () => {
    const several = await startDrawing(database, {
      ...three,
      protocol: (protocol) => ({ ...protocol, rules: { ...protocol.rules, menteesPerMentor: 2 } }),
    })
    expect((await choose(several, [0, 0, 1])).status).toBe(200)
    expect((await choose(several, [0, 0, 0])).status).toBe(422)
    const pairs = await startDrawing(database, {
      ...{ mentors: 2, mentees: 1 },
      protocol: (protocol) => ({ ...protocol, rules: { ...protocol.rules, mentorsPerMentee: 2 } }),
    })
    const [one, other] = pairs.mentors.map(({ personId }) => personId)
    const [mentee] = pairs.mentees.map(({ personId }) => personId)
    const fieldOf = (number: number) => `mentor-${mentee}-${number}`
    const chosen = (first: string | undefined, second: string | undefined) =>
      send(server, pathOf(pairs), {
        as: pairs.lead,
        form: { [fieldOf(1)]: first ?? '', [fieldOf(2)]: second ?? '' },
      })
    expect(await (await chosen(one, other)).text()).toContain('Dr Mentor 1 and Dr Mentor 2')
    expect(await errorIn(await chosen(one, one))).toContain('is chosen for them already')
  })
})

describe('a random draw', () => {
  test('that is under way, drawn or published is not replaced by choosing', async () => {
    const running = await startDrawing(database, three)
    const says = async (words: string) => {
      const page = await pageOf(running)
      expect([page.status, (await page.text()).includes(words)]).toEqual([200, true])
      expect((await choose(running, [0, 1, 2], { step: 'keep' })).status).toBe(200)
    }
    await running.lock()
    await says('A random draw is under way')
    await running.draw(1)
    await says('Pairs have been drawn at random')
    succeeded(await running.publish(1))
    await says('The pairs were drawn at random and are published')
    expect((await drawsOf(running)).map(({ mode }) => mode)).toEqual(['random'])
  })
})

test('what anybody said in private changes nothing on the page', async () => {
  const pages = await Promise.all(
    [true, false].map(async (isWilling) => {
      const running = await startDrawing(database, { ...three, willing: () => isWilling })
      const ids = [running.programmeId, ...[...running.mentors, ...running.mentees].map(idOf)]
      const page = await wordsOf(await pageOf(running))
      return ids.reduce((text, id, place) => text.replaceAll(id, `id ${place}`), page)
    }),
  )
  expect(pages[0]).toContain('ask people yourself')
  expect(pages[0]).toBe(pages[1])
})

const idOf = ({ personId }: Somebody): string => personId

test('after somebody has left, the lead chooses for whoever has nobody, and the other pairs stay', async () => {
  const running = await startDrawing(database, { mentors: 4, mentees: 3 })
  await keep(running, [0, 1, 2])
  succeeded(await running.publish(1))
  const [leaver, , , free] = running.mentors
  if (leaver === undefined || free === undefined) throw new Error('There are too few mentors.')
  const path = `/programmes/${running.programmeId}/withdraw`
  await send(server, path, { as: leaver, form: { confirmed: 'yes' } })
  const page = await (await pageOf(running)).text()
  expect(page).toContain('The pairs that there are stay as they are')
  expect([page.includes('Dr Mentee 1'), page.includes('Dr Mentee 2')]).toEqual([true, false])
  await keep(running, [3, null, null], 'One person has gone.')
  succeeded(await running.publish(2))
  const going = (await running.pairs()).filter(({ hasEnded }) => !hasEnded)
  expect(going).toHaveLength(3)
  expect(going.find(({ drawNumber }) => drawNumber === 2)?.mentorId).toBe(free.personId)
  expect((await drawsOf(running)).map(({ kind }) => kind)).toEqual(['first', 'departure'])
})

test('of pairs that were drawn and not yet told the lead sees none', async () => {
  const drawn = await startDrawn(database, three)
  const page = await (await pageOf(drawn)).text()
  for (const { name } of [...drawn.mentors, ...drawn.mentees]) expect(page).not.toContain(name)
})
