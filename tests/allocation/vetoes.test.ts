/** With whom a mentee does not want to be paired: asked in private, seen by nobody but the draw. */
import { afterAll, describe, expect, test } from 'vitest'
import { findInputs } from '../../src/allocation/procedure/draw-store.ts'
import { listVetoes } from '../../src/allocation/store.ts'
import { testDatabase } from '../support/database.ts'
import { allRowsOf } from '../support/everything-stored.ts'
import type { Somebody } from '../support/hospital.ts'
import { pagesOf } from '../support/pages-of.ts'
import { type AskedInPrivate, askInPrivate, willingForm } from '../support/private-answers.ts'
import { leaverIn } from '../support/study-under-way.ts'
import { serverOn } from '../support/world.ts'

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

type Options = NonNullable<Parameters<typeof askInPrivate>[2]>
const ask = (options: Options = {}) =>
  askInPrivate(database, server, { rules: { menteeVetoes: 2 }, ...options })

const veto = (
  asked: AskedInPrivate,
  places: readonly number[],
  as: Somebody | undefined = asked.mentees[0],
) => {
  const mentors = places.map((place) => asked.mentors[place]?.personId ?? '')
  return asked.sendTo(as, '/vetoes', { mentors })
}

const kept = async ({ change, mentors, mentees, pseudonymOf }: AskedInPrivate) => {
  const rows = await change((tx, place) => listVetoes(tx, place))
  const placeOf = (people: readonly Somebody[], pseudonym: string) =>
    people.findIndex((one) => pseudonymOf(one) === pseudonym)
  return rows
    .map(({ mentee, mentor }) => [placeOf(mentees, mentee), placeOf(mentors, mentor)])
    .toSorted()
}

describe('a mentee', () => {
  test('is asked about all mentors by name, with nobody chosen', async () => {
    const asked = await ask()
    const page = await asked.pageOf(asked.mentees[0], '/vetoes')
    for (const { name } of asked.mentors) expect(page).toContain(name)
    expect(page).toContain('Choose up to 2 mentors, or nobody')
    expect(page).not.toContain(' checked')
    expect(await asked.pageOf(asked.mentees[0], '')).toContain('/vetoes')
  })

  test('chooses under pseudonyms, finds it again and takes it back', async () => {
    const asked = await ask()
    expect((await veto(asked, [0, 2])).status).toBe(303)
    expect(await kept(asked)).toEqual([
      [0, 0],
      [0, 2],
    ])
    const page = await asked.pageOf(asked.mentees[0], '/vetoes?saved=yes')
    expect(page).toContain('This is saved')
    expect(page.match(/ checked=""/g)).toHaveLength(2)
    expect((await veto(asked, [1])).status).toBe(303)
    expect(await kept(asked)).toEqual([[0, 1]])
    expect((await veto(asked, [])).status).toBe(303)
    expect(await kept(asked)).toEqual([])
  })

  test('who chooses too many reads how many they may, and what they chose is still chosen', async () => {
    const asked = await ask()
    const reply = await veto(asked, [0, 1, 2])
    expect(reply.status).toBe(422)
    const page = await reply.text()
    expect(page).toContain('You chose 3. Choose up to 2')
    expect(page).toContain('href="#mentors"')
    expect(page.match(/ checked=""/g)).toHaveLength(3)
    expect(await kept(asked)).toEqual([])
  })

  test('who names somebody who is no mentor of the programme has named nobody', async () => {
    const asked = await ask()
    const mentors = [asked.mentees[1]?.personId ?? '', crypto.randomUUID(), 'x']
    expect((await asked.sendTo(asked.mentees[0], '/vetoes', { mentors })).status).toBe(303)
    expect(await kept(asked)).toEqual([])
  })

  test('can change nothing while a draw is under way, and can again where none was made', async () => {
    const asked = await ask()
    await veto(asked, [1])
    await asked.lock()
    const page = await asked.pageOf(asked.mentees[0], '/vetoes')
    expect(page).toContain('The choices are closed')
    expect(page).toContain(`You do not want to be paired with ${asked.mentors[1]?.name}`)
    expect(page).not.toContain(
      '<button class="nhsuk-button" data-module="nhsuk-button" type="submit">Save',
    )
    await veto(asked, [0])
    expect(await kept(asked)).toEqual([[0, 1]])
    await asked.reopen()
    expect((await veto(asked, [0])).status).toBe(303)
    expect(await kept(asked)).toEqual([[0, 0]])
  })

  test('reads that the programme does not ask, and can send nothing, where it does not', async () => {
    const asked = await ask({ rules: {} })
    expect(await asked.pageOf(asked.mentees[0], '/vetoes')).toContain(
      'This programme does not ask about it',
    )
    expect(await asked.pageOf(asked.mentees[0], '')).not.toContain('/vetoes')
    await veto(asked, [0])
    expect(await kept(asked)).toEqual([])
  })
})

describe('the draw', () => {
  test('never pairs them: a veto goes into its inputs like any excluded pair, without saying whose', async () => {
    const asked = await ask()
    await veto(asked, [1])
    await asked.lock()
    const text = await asked.change((tx, programme) => findInputs(tx, programme, 1))
    const inputs = JSON.parse(text ?? '')
    expect(inputs.excluded).toHaveLength(1)
    expect(text).not.toContain('veto')
  })

  test('has the rows written anew when the choices are closed: none tells when it was written', async () => {
    const asked = await ask()
    for (const place of [2, 0, 1]) await veto(asked, [place], asked.mentees[place])
    const written = () =>
      asked.change(async (tx, { organisationId }) =>
        tx
          .selectFrom('menteeVetoes')
          .select((query) => query.cast<string>(query.ref('xmin' as 'mentee'), 'text').as('by'))
          .where('organisationId', '=', organisationId)
          .execute(),
      )
    expect(new Set((await written()).map(({ by }) => by)).size).toBe(3)
    const before = await kept(asked)
    await asked.lock()
    expect(new Set((await written()).map(({ by }) => by)).size).toBe(1)
    expect(await kept(asked)).toEqual(before)
  })
})

describe('whoever is not the draw', () => {
  test('sees the same bytes whatever was chosen: a mentor, a lead, an administrator, another mentee', async () => {
    const asked = await ask()
    const { programmeId, mentors, mentees, lead, administrator } = asked
    const others = [
      [mentors[0], 'mentor'],
      [mentees[1], 'mentee'],
      [lead, 'lead'],
      [administrator, 'administrator'],
    ] as const
    const seen = async () => {
      const pages: ReadonlyMap<string, string>[] = []
      for (const [as, kind] of others) {
        if (as !== undefined)
          pages.push(await pagesOf(server, { as, kind, programmeId, about: mentees[0] ?? as }))
      }
      return pages
    }
    const before = await seen()
    expect(before).toHaveLength(4)
    expect((await veto(asked, [0, 1])).status).toBe(303)
    expect(await seen()).toEqual(before)
  }, 120_000)

  test('finds in the audit log that some participant said something, and no more', async () => {
    const asked = await ask()
    await veto(asked, [0])
    const entries = (await allRowsOf(database, 'audit_entries'))
      .map((text) => JSON.parse(text))
      .filter((entry) => entry.organisation_id === asked.scope.organisationId)
      .filter((entry) => entry.event === 'vetoes.given')
    expect(entries).toHaveLength(1)
    const [{ actor_kind, actor_id, subject, details }] = entries
    expect([actor_kind, actor_id, subject, details]).toEqual(['participant', null, null, {}])
  })
})

describe('withdrawal', () => {
  const rules = { menteeVetoes: 2, menteesPerMentor: 3 }
  const limitsOf = ({ change }: AskedInPrivate) =>
    change((tx, { organisationId }) =>
      tx
        .selectFrom('mentorLimits')
        .select('mentor')
        .where('organisationId', '=', organisationId)
        .execute(),
    )

  const leave = async (
    asked: AskedInPrivate,
    person: Somebody | undefined,
    effect: 'stop' | 'remove' | 'unlink',
  ) => {
    await leaverIn(database, asked, { code: person?.name ?? '', effect })
    const reply = await asked.sendTo(person, '/withdraw', { confirmed: 'yes' })
    expect(reply.status).toBe(303)
  }

  const vetoedAndLimited = async () => {
    const asked = await ask({ rules })
    await veto(asked, [0, 1])
    await veto(asked, [1], asked.mentees[1])
    await asked.sendTo(asked.mentors[0], '/willing', {
      ...willingForm(asked.mentees, () => 'yes'),
      most: '2',
    })
    expect(await limitsOf(asked)).toHaveLength(1)
    return asked
  }

  test.each(['remove', 'unlink'] as const)(
    'of a mentee (%s) takes their vetoes',
    async (effect) => {
      const asked = await vetoedAndLimited()
      await leave(asked, asked.mentees[0], effect)
      expect(await kept(asked)).toEqual([[1, 1]])
    },
  )

  test.each(['remove', 'unlink'] as const)(
    'of a mentor (%s) takes their limit, and the vetoes about them',
    async (effect) => {
      const asked = await vetoedAndLimited()
      await leave(asked, asked.mentors[0], effect)
      expect(await limitsOf(asked)).toEqual([])
      expect(await kept(asked)).toEqual([
        [0, 1],
        [1, 1],
      ])
    },
  )

  test('that only stops leaves what was said', async () => {
    const asked = await vetoedAndLimited()
    await leave(asked, asked.mentees[0], 'stop')
    expect(await kept(asked)).toHaveLength(3)
  })
})
