/** Adding people from a table, through the pages: what is shown before, what is refused, all or nobody. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listRespondents } from '../../src/people/store.ts'
import { read } from '../../src/platform/database.ts'
import { respondentOf } from '../../src/platform/keys.ts'
import { openProgramme } from '../../src/protocol/open-programme.ts'
import { masterKey } from '../support/database.ts'
import { everythingStored } from '../support/everything-stored.ts'
import { newPeopleRoom, type PeopleRoom } from '../support/people-room.ts'
import { encoded, encodings, goodFile, separators } from '../support/people-tables.ts'
import { send, visit } from '../support/visit.ts'
import { buildWorld, type World } from '../support/world.ts'

const given: { world?: World; room?: PeopleRoom } = {}
const world = (): World => given.world as World
const room = (): PeopleRoom => given.room as PeopleRoom
beforeAll(async () => {
  given.world = await buildWorld()
})
afterAll(() => given.world?.drop())
beforeEach(async () => {
  given.room = await newPeopleRoom(world(), world().north)
})

const stored = () => everythingStored(world().database)
const namesThere = async () => (await room().people()).map(({ name }) => name).toSorted()

/** The text that the button of a preview sends. */
const hiddenText = (page: string): string =>
  (/name="text" value="([^"]*)"/.exec(page)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')

const table = [
  'Role;Name;Email;Staff number;Supervisor;Ward',
  'mentee;Dr Zoë "Zed" Müller;zoe@hospital.example;17;;7',
  'mentor;Ørjan Åse;;;17;8',
  'mentor;=HYPERLINK("x");ann@hospital.example;18;;8',
]
  .join('\r\n')
  .replaceAll(/;([^;]*"[^;]*);/g, (_, cell: string) => `;"${cell.replaceAll('"', '""')}";`)

test('a pasted table is shown first, and added by the button', async () => {
  const before = await stored()
  const reply = await room().post('/import', { text: table })
  const page = await reply.text()
  expect(reply.status).toBe(200)
  expect(page).toContain('Everything is in order: 2 Mentors and 1 Mentee.')
  expect(page).toContain('Not used, and not stored: Ward.')
  expect(page).toContain('Dr Zoë &quot;Zed&quot; Müller')
  expect(await stored()).toEqual(before)
  const added = await room().addTable(hiddenText(page))
  expect(added.headers.get('location')).toBe(`${room().base}?added=3`)
  expect(await namesThere()).toEqual(['=HYPERLINK("x")', 'Dr Zoë "Zed" Müller', 'Ørjan Åse'])
  expect(await room().supervisions()).toEqual([['Ørjan Åse', 'Dr Zoë "Zed" Müller']])
  expect(await room().look('?added=3')).toContain('3 people added. Nobody has been told yet')
  expect((await room().events())[0]).toBe('people.added')
})

const cases = encodings.flatMap((encoding) =>
  separators.map((separator) => ({ encoding, separator, named: JSON.stringify(separator) })),
)

test.each(cases)('a file in $encoding, separated by $named, is shown as it is', async (one) => {
  const text = table.replaceAll(';', one.separator)
  const page = await (await room().sendFile(encoded(text, one.encoding))).text()
  for (const word of ['Ørjan Åse', 'Zoë', 'Add these 3 people']) expect(page).toContain(word)
  expect((await room().addTable(hiddenText(page))).status).toBe(303)
  expect(await room().people()).toHaveLength(3)
})

describe('a table that is not in order', () => {
  const faulty = 'Role,Name,Email\nmentor,Ann Lee,ann@h.example\nnurse,<b>Bo</b>,bo@\n'

  test('adds nobody, and says what to correct, row by row, column by column', async () => {
    const before = await stored()
    for (const reply of [
      await room().post('/import', { text: faulty }),
      await room().addTable(faulty),
    ]) {
      const page = await reply.text()
      expect(reply.status).toBe(422)
      expect(page).toContain('2 cells need a correction. Nobody was added')
      expect(page).toContain(
        '<th class="nhsuk-table__header nhsuk-table__header--numeric" scope="row">3</th>',
      )
      expect(page).toContain('nurse')
      expect(page).toContain('Write mentor (Mentor) or mentee (Mentee)')
      expect(page).toContain('Enter an email address in the form name@example.com')
      // What was pasted is kept, and never taken for markup.
      expect(page).toContain('&lt;b&gt;Bo&lt;/b&gt;,bo@')
      expect(page).not.toContain('<b>Bo')
    }
    expect(await stored()).toEqual(before)
  })

  test.each([
    { what: 'nothing', form: { text: '' }, file: '', says: 'Paste a table, or choose a file' },
    { what: 'both ways', form: { text: table }, file: table, says: 'not both' },
    { what: 'a workbook', form: {}, file: 'PK\u0003\u0004…', says: 'save it as CSV' },
  ])('is $what', async ({ form, file, says }) => {
    const reply = await room().sendFile(file, form)
    expect(reply.status).toBe(422)
    expect((await reply.text()).split(says)).toHaveLength(3)
  })

  test('names who is there already', async () => {
    await room().addTable(table)
    const before = await stored()
    const page = await (await room().post('/import', { text: table })).text()
    expect(page).toContain('The same email address as Dr Zoë &quot;Zed&quot; Müller')
    expect(page).toContain('The same name as Ørjan Åse, already in the programme')
    expect((await room().addTable(table)).status).toBe(422)
    expect(await stored()).toEqual(before)
  })

  test('names the programme’s own lead', async () => {
    const text = `Role,Name,Email\nmentee,Lee,${world().north.people.lead.email?.toUpperCase()}`
    expect(await (await room().addTable(text)).text()).toContain('This person runs the programme')
  })
})

test('a double click, or two at once, add everybody once', async () => {
  const form = { idempotencyKey: crypto.randomUUID(), text: table }
  const replies = await Promise.all(
    Array.from({ length: 5 }, () => room().post('/import/confirm', form)),
  )
  expect(replies.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303])
  expect(await room().people()).toHaveLength(3)
  const others = await Promise.all([room().addTable(table), room().addTable(table)])
  expect(others.map(({ status }) => status)).toEqual([422, 422])
})

test('a closed programme takes nobody', async () => {
  await room().become('closed')
  const reply = await room().addTable(table)
  expect([reply.status, await room().people()]).toEqual([422, []])
  expect(await reply.text()).toContain('This programme is closed')
})

test('the template is a table that can be read', async () => {
  const reply = await visit(world().server, `${room().base}/import/template`, {
    as: world().north.people.lead,
  })
  expect(reply.headers.get('content-disposition')).toContain('people.csv')
  const page = await (await room().sendFile(new Uint8Array(await reply.arrayBuffer()))).text()
  expect(page).toContain('Add these 2 people')
})

test('a form of more than 8 MB is refused before it is read', async () => {
  const reply = await send(world().server, `${room().base}/import`, {
    as: world().north.people.lead,
    form: { text: 'x'.repeat(8_000_001) },
  })
  expect(reply.status).toBe(413)
})

test('5,000 people in UTF-16 are added in one go, each with a code of chance', async () => {
  const rows = Array.from({ length: 5000 }, (_, n) =>
    n % 2 === 0
      ? `mentee\tConsultant Łukasz Number${n}\tconsultant.${n}@hospital.example\tC${n}\t`
      : `mentor\tResident Doctor Number${n}\tdoctor.${n}@hospital.example\tM${n}\tC${n - 1}`,
  )
  const text = `Role\tName\tEmail\tStaff number\tSupervisor\n${rows.join('\n')}`
  const page = await (await room().sendFile(encoded(text, 'utf-16le with mark'))).text()
  expect(page).toContain('Add these 5000 people')
  expect((await room().addTable(hiddenText(page))).status).toBe(303)
  expect(await room().people()).toHaveLength(5000)
  expect(await room().supervisions()).toHaveLength(2500)
  const codes = await codesInOrder()
  expect(new Set(codes).size).toBe(5000)
  expect(codes.every((code) => /^[MC]\d{4}$/.test(code))).toBe(true)
  const last = await room().look('?page=50')
  expect(last).toContain('5000 people, page 50 of 50')
  expect(last.split('/people/').length).toBeGreaterThan(100)
  expect(await room().look('?search=number4999')).toContain('1 person with “number4999”')
}, 120_000)

/** As the table holds them. */
const codesInOrder = async (): Promise<readonly string[]> => {
  const { organisationId, programmeId } = room()
  const respondents = await read(world().database, organisationId, (tx) =>
    listRespondents(tx, { organisationId, programmeId }),
  )
  return respondents.map(({ code }) => code)
}

test('respondents stand in the order of their pseudonyms, not in that of the people', async () => {
  const names = Array.from({ length: 40 }, (_, n) => `Person ${String(n).padStart(2, '0')}`)
  await room().addTable(`Role,Name\n${names.map((name) => `mentor,${name}`).join('\n')}`)
  const { organisationId, programmeId } = room()
  const place = { organisationId, programmeId }
  const found = await read(world().database, organisationId, async (tx) => ({
    programme: await openProgramme(tx, { ...place, masterKey }),
    rows: await tx
      .selectFrom('respondents')
      .select(['respondent'])
      .where('organisationId', '=', organisationId)
      .where('programmeId', '=', programmeId)
      .orderBy(sql`ctid`)
      .execute(),
  }))
  const stored = found.rows.map(({ respondent }) => respondent)
  const key = found.programme?.programmeKey
  if (key === undefined) throw new Error('The programme has no key.')
  const expected = (await room().people()).map(({ participantId }) =>
    respondentOf(key, participantId),
  )
  expect(stored).toEqual(expected.toSorted())
  expect(stored).not.toEqual(expected)
})

test('importing and listing gives exactly the people of the file', async () => {
  await fc.assert(
    fc.asyncProperty(goodFile(8), async ({ people, bytes }) => {
      const fresh = await newPeopleRoom(world(), world().north)
      const page = await (await fresh.sendFile(bytes)).text()
      const { organisationId, programmeId } = fresh
      await fresh.addTable(hiddenText(page))
      const there = (await fresh.people()).map(({ participantId: _, ...person }) => person)
      const byName = (one: { name: string }, other: { name: string }) =>
        one.name < other.name ? -1 : 1
      expect(there.toSorted(byName)).toEqual(
        people
          .map(({ supervisor: _, ...person }) => ({
            ...person,
            programmeId,
            state: 'invited',
            leftAfterPhase: null,
          }))
          .toSorted(byName),
      )
      const pairs = people.flatMap(({ name, supervisor }) => {
        const mentee = people[supervisor ?? -1]
        return mentee === undefined ? [] : [[name, mentee.name]]
      })
      expect((await fresh.supervisions()).toSorted()).toEqual(pairs.toSorted())
      expect(organisationId).toBe(world().north.organisationId)
    }),
    { numRuns: 25 },
  )
})
