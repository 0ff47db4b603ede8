/** The data protection impact assessment says what is really set up, and names no participant. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultConsentText } from '../src/people/consent/default.ts'
import { putConsentText } from '../src/people/consent/store.ts'
import { listParticipants } from '../src/people/store.ts'
import { enterOrganisation, read } from '../src/platform/database.ts'
import { wordType } from '../src/platform/word-document.ts'
import { openProgramme } from '../src/protocol/open-programme.ts'
import { findProgramme } from '../src/protocol/store.ts'
import { listComments } from '../src/questionnaires/store.ts'
import { masterKey } from './support/database.ts'
import { send, visit } from './support/visit.ts'
import { partsOf, wordsIn } from './support/word-file.ts'
import { buildWorld, type World } from './support/world.ts'

const given: { world?: World } = {}
const world = (): World => given.world as World
beforeAll(async () => {
  given.world = await buildWorld()
})
afterAll(() => given.world?.drop())

const lead = () => world().north.people.lead
const setUp = (): string => `/programmes/${world().north.home}/set-up`

const download = async (): Promise<Buffer> => {
  const reply = await visit(world().server, `${setUp()}/dpia.docx`, { as: lead() })
  expect(reply.status).toBe(200)
  expect(reply.headers.get('content-type')).toBe(wordType)
  return Buffer.from(await reply.arrayBuffer())
}

const words = async (): Promise<string> => wordsIn(await download())

const place = () => {
  const { organisationId, home: programmeId } = world().north
  return { organisationId, programmeId }
}

const record = async (form: Record<string, string>): Promise<void> => {
  const page = await (await visit(world().server, `${setUp()}/governance`, { as: lead() })).text()
  const from = /name="from" value="([^"]*)"/.exec(page)?.[1] ?? ''
  const periods = { answersMonths: '61', contactMonths: '13', mailMonths: '7', auditMonths: '73' }
  const reply = await send(world().server, `${setUp()}/governance`, {
    as: lead(),
    form: { from, ...periods, ...form },
  })
  expect(reply.status).toBe(303)
}

test('goes through the seven steps, in order, and has a real title', async () => {
  const file = await download()
  const steps = wordsIn(file).match(/^Step \d: .*$/gm) ?? []
  expect(steps.map((line) => line.slice(0, 6))).toEqual(
    [1, 2, 3, 4, 5, 6, 7].map((number) => `Step ${number}`),
  )
  expect(partsOf(file).get('docProps/core.xml')).toContain(
    '<dc:title>Data protection impact assessment: Gastroenterology</dc:title>',
  )
})

test('says what the protocol of the programme asks, under its hash', async () => {
  const { organisationId, programmeId } = place()
  const programme = await read(world().database, organisationId, (tx) =>
    findProgramme(tx, organisationId, programmeId),
  )
  const text = await words()
  expect(text).toContain(`version ${programme?.version}. Its SHA-256 is ${programme?.sha256}:`)
  for (const { question } of programme?.protocol.measures ?? []) expect(text).toContain(question)
  for (const { question } of programme?.protocol.items ?? []) expect(text).toContain(question)
  for (const { label } of programme?.protocol.characteristics ?? []) expect(text).toContain(label)
  expect(text).toContain(
    `only whether there are ${programme?.protocol.rules.anonymityFloor} or more`,
  )
})

test('says what is kept of sessions, of a delegate and of a pack, and who cannot read it', async () => {
  const text = await words()
  for (const sentence of [
    'What is said is asked nowhere: there is no field for it.',
    'Of a delegate: the name and the email address of somebody who books for a mentee',
    'a mentee can keep a reflection pack, which the organisation cannot read',
    'a mentee can ask the group of mentors about a point',
    'Everything but reflection packs, if they hold both the database and the master key',
    'Those about a session name the partner, the time and the place',
  ]) {
    expect(text).toContain(sentence)
  }
  expect(text).toContain('Known who is paired with whom')
  expect(text).not.toContain('three questions on a scale')
  expect(text).not.toContain('Some months later: whether people think')
})

test('counts the people of each group', async () => {
  expect(await words()).toContain('6 mentors and 5 mentees are on the list of the programme')
})

test('marks what nobody has stated, and states what was recorded once it is', async () => {
  const before = await words()
  expect(before).toContain('Lawful basis (UK GDPR, article 6)\n[To fill in: choose it')
  expect(before).toContain(
    'Kept for\nCounted from\nAnswers, scores and comments, under pseudonyms\n60 months',
  )
  await record({
    lawfulBasis: 'public_task',
    sponsor: 'Dr A Bell',
    guardianName: 'Sam Okafor',
    kind: 'research',
    approvalBodies: 'North REC',
    approvalReference: 'IRAS 123456',
  })
  const after = await words()
  expect(after).toContain('Lawful basis (UK GDPR, article 6)\nPublic task, article 6(1)(e)')
  expect(after).toContain('under pseudonyms\n61 months')
  expect(after).toContain('Sponsor or responsible officer\nDr A Bell')
  expect(after).toContain('Approved by\nNorth REC, IRAS 123456')
  expect(after).toContain('The Freedom to Speak Up guardian, Sam Okafor, is named to all.')
  await record({ lawfulBasis: 'other', lawfulBasisOther: 'Article 6(1)(c)' })
  expect(await words()).toContain('Lawful basis (UK GDPR, article 6)\nArticle 6(1)(c)')
})

test('says what withdrawing does in the words of the information sheet in force', async () => {
  expect(await words()).toContain('[To fill in: no information sheet was saved yet')
  const { organisationId, programmeId } = place()
  await world()
    .database.transaction()
    .execute(async (tx) => {
      await enterOrganisation(tx, organisationId)
      const programme = await findProgramme(tx, organisationId, programmeId)
      if (programme === null) throw new Error('There is no such programme.')
      const sheet = defaultConsentText(programme.protocol, programme)
      const [only] = sheet.withdrawal
      if (only === undefined) throw new Error('The usual sheet offers no choice.')
      const withdrawal = [{ ...only, effect: 'All that you gave is put into an envelope.' }]
      await putConsentText(tx, place(), { ...sheet, withdrawal })
    })
  expect(await words()).toContain(
    'The information sheet, version 1, promises:\nAll that you gave is put into an envelope.',
  )
})

test('names no participant, gives no address and quotes no comment', async () => {
  const { organisationId, programmeId } = place()
  const [people, comments] = await read(world().database, organisationId, async (tx) => {
    const programme = await openProgramme(tx, { ...place(), masterKey })
    if (programme === null) throw new Error('There is no such programme.')
    const { programmeKey } = programme
    return [
      await listParticipants(tx, place()),
      await listComments(tx, { organisationId, programmeId, programmeKey }),
    ]
  })
  expect([people.length, comments.length > 0]).toEqual([11, true])
  const text = await words()
  for (const { name } of people) expect(text).not.toContain(name)
  for (const comment of comments) expect(text).not.toContain(comment.text)
  expect(text).not.toContain('Quillfeather')
})

test('the page says what is in the file, who reviews it, and what would be blank', async () => {
  const page = await (await visit(world().server, `${setUp()}/dpia`, { as: lead() })).text()
  expect(page).toContain(`href="${setUp()}/dpia.docx"`)
  expect(page).toContain('Who must review it')
  expect(page).toContain('The governance page</a> still lacks')
})
