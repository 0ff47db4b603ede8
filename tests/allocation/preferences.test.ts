/** Mentors rank whom they would mentor, and say how many they would take, where the programme asks for it. */
import { afterAll, describe, expect, test } from 'vitest'
import { listLimits, listWillingness } from '../../src/allocation/store.ts'
import { testDatabase } from '../support/database.ts'
import { allRowsOf } from '../support/everything-stored.ts'
import { type AskedInPrivate, askInPrivate, willingForm } from '../support/private-answers.ts'
import { serverOn } from '../support/world.ts'

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const ask = (rules: NonNullable<Parameters<typeof askInPrivate>[2]>['rules']) =>
  askInPrivate(database, server, { mentors: 2, mentees: 3, ...(rules && { rules }) })

const ranked = () => ask({ preferences: 'least_total' })

const save = (
  asked: AskedInPrivate,
  ranks: readonly string[],
  {
    reply = () => 'yes' as 'yes' | 'no',
    more = {},
  }: {
    reply?: (place: number) => 'yes' | 'no'
    more?: Record<string, string>
  } = {},
) =>
  asked.sendTo(asked.mentors[0], '/willing', {
    ...willingForm(asked.mentees, reply, ranks),
    ...more,
  })

const ranksOf = async ({ change, pseudonymOf, mentors, mentees }: AskedInPrivate) => {
  const rows = await change((tx, place) => listWillingness(tx, place))
  const own = rows.filter(({ mentor }) => mentor === pseudonymOf(mentors[0]))
  return mentees.map((one) => own.find(({ mentee }) => mentee === pseudonymOf(one))?.rank)
}

describe('ranks', () => {
  test('are not asked for where the protocol does not', async () => {
    const asked = await ask({})
    expect(await asked.pageOf(asked.mentors[0], '/willing')).not.toContain('1st choice')
    expect((await save(asked, ['1', '2', '3'])).status).toBe(303)
    expect(await ranksOf(asked)).toEqual([null, null, null])
  })

  test('are kept beside the yes, ties too, and found again', async () => {
    const asked = await ranked()
    const page = await asked.pageOf(asked.mentors[0], '/willing')
    expect(page).toContain('the lowest sum wins')
    expect(page.match(/3rd choice/g)).toHaveLength(3)
    expect((await save(asked, ['1', '', '1'])).status).toBe(303)
    expect(await ranksOf(asked)).toEqual([1, null, 1])
    const again = await asked.pageOf(asked.mentors[0], '/willing')
    expect(again.match(/value="1" selected=""/g)).toHaveLength(2)
    await asked.lock()
    const final = await asked.pageOf(asked.mentors[0], '/willing')
    expect(final.match(/Yes, 1st choice/g)).toHaveLength(2)
  })

  test.each([
    [['1', '', '3'], 'You have no 2nd choice. Give Dr Mentee 3 or somebody else that rank', 3],
    [['2', '1', '3'], 'You said no to Dr Mentee 1, so choose “No rank”', 1],
    [['', '9', ''], 'Choose a rank for Dr Mentee 2 from the list', 2],
  ])(
    '%j come back with the words beside the field, and as they were chosen',
    async (ranks, words, place) => {
      const asked = await ranked()
      const reply = (at: number) => (words.includes('You said no') && at === 0 ? 'no' : 'yes')
      const page = await save(asked, ranks, { reply })
      expect(page.status).toBe(422)
      const text = await page.text()
      expect(text).toContain(words)
      expect(text).toContain(`href="#rank-${asked.mentees[place - 1]?.personId}"`)
      expect(text.match(/ checked=""/g)).toHaveLength(3)
      expect(await ranksOf(asked)).toEqual([null, null, null])
    },
  )
})

describe('how many a mentor would take', () => {
  const limits = ({ change }: AskedInPrivate) => change((tx, place) => listLimits(tx, place))

  test('is one unless they say so, and is kept under their pseudonym', async () => {
    const asked = await ask({ menteesPerMentor: 3 })
    const page = await asked.pageOf(asked.mentors[0], '/willing')
    expect(page).toContain('How many mentees would you mentor at most?')
    expect(page).toMatch(/name="most"[^>]* checked="" value="1"/)
    expect((await save(asked, [], { more: { most: '2' } })).status).toBe(303)
    expect(await limits(asked)).toEqual(new Map([[asked.pseudonymOf(asked.mentors[0]), 2]]))
    expect((await save(asked, [], { more: { most: '1' } })).status).toBe(303)
    expect([...(await limits(asked)).values()]).toEqual([1])
  })

  test('is never assumed, and never more than the protocol allows', async () => {
    const asked = await ask({ menteesPerMentor: 2 })
    for (const more of [{}, { most: '3' }]) {
      const reply = await save(asked, [], { more })
      expect(reply.status).toBe(422)
      expect(await reply.text()).toContain('Choose how many you would mentor at most, from 1 to 2')
    }
    expect(await limits(asked)).toEqual(new Map())
  })

  test('is written anew when the choices are closed, so that no row tells when it was said', async () => {
    const asked = await ask({ menteesPerMentor: 3 })
    const [one, other] = asked.mentors
    for (const mentor of [other, one])
      await asked.sendTo(mentor, '/willing', {
        ...willingForm(asked.mentees, () => 'yes'),
        most: '2',
      })
    const transactions = () =>
      asked.change(async (tx, { organisationId }) =>
        tx
          .selectFrom('mentorLimits')
          .select((query) => [
            'mentor',
            query.cast<string>(query.ref('xmin' as 'mentor'), 'text').as('written'),
          ])
          .where('organisationId', '=', organisationId)
          .orderBy((query) => query.ref('ctid' as 'mentor'))
          .execute(),
      )
    expect(new Set((await transactions()).map(({ written }) => written)).size).toBe(2)
    await asked.lock()
    const after = await transactions()
    expect(new Set(after.map(({ written }) => written)).size).toBe(1)
    const mentors = after.map(({ mentor }) => mentor)
    expect(mentors).toEqual(mentors.toSorted())
  })

  test('stays out of the audit log', async () => {
    const asked = await ask({ menteesPerMentor: 3, preferences: 'fairest' })
    await save(asked, ['1', '', ''], { more: { most: '3' } })
    const entries = (await allRowsOf(database, 'audit_entries'))
      .map((text) => JSON.parse(text))
      .filter((entry) => entry.organisation_id === asked.scope.organisationId)
      .filter((entry) => entry.event === 'willingness.given')
    expect(entries).toHaveLength(1)
    expect([entries[0].actor_id, entries[0].subject, entries[0].details]).toEqual([null, null, {}])
  })
})
