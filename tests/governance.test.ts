/** The lead records on what footing a programme runs. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkAuditChain, listAuditEntries } from '../src/platform/audit.ts'
import { read, type Transaction } from '../src/platform/database.ts'
import { findGovernance } from '../src/protocol/governance/store.ts'
import { everythingStored } from './support/everything-stored.ts'
import { send, visit } from './support/visit.ts'
import { buildWorld, type World } from './support/world.ts'

const given: { world?: World } = {}
const world = (): World => given.world as World
beforeAll(async () => {
  given.world = await buildWorld()
})
afterAll(() => given.world?.drop())

const lead = () => world().north.people.lead
const setUp = (): string => `/programmes/${world().north.home}/set-up`
const address = (): string => `${setUp()}/governance`
const openPage = async (): Promise<string> =>
  (await visit(world().server, address(), { as: lead() })).text()

const fieldIn = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? 'none'

/** Fills in the page as it is now, and sends it. */
const save = async (form: Record<string, string>): Promise<Response> => {
  const from = fieldIn(await openPage(), 'from')
  return send(world().server, address(), { as: lead(), form: { ...periods, from, ...form } })
}
const periods = { answersMonths: '60', contactMonths: '12', mailMonths: '6', auditMonths: '72' }

const readNorth = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  read(world().database, world().north.organisationId, work)

const recorded = () => {
  const { organisationId, home: programmeId } = world().north
  return readNorth((tx) => findGovernance(tx, { organisationId, programmeId }))
}

test('says what is still to do, links to it, and keeps what was stated so far', async () => {
  expect(await openPage()).toContain(
    '<a href="#guardianName">Name the Freedom to Speak Up guardian',
  )
  const reply = await save({
    guardianName: 'Sam Okafor',
    'toolUsedOn-day': '5',
    'toolUsedOn-month': '3',
    'toolUsedOn-year': '2026',
  })
  expect([reply.status, reply.headers.get('location')]).toEqual([303, setUp()])
  const page = await openPage()
  expect(page).not.toContain('Name the Freedom to Speak Up guardian')
  expect(page).toContain('name="toolUsedOn-day" value="05"')
  expect((await recorded()).toolUsedOn).toBe('2026-03-05')
})

test('asks again for what it does not understand, and keeps what was typed', async () => {
  const before = await everythingStored(world().database)
  const reply = await save({
    guardianEmail: 'sam at northgate',
    answersMonths: 'for ever',
    'toolUsedOn-day': '31',
    'toolUsedOn-month': '2',
    'toolUsedOn-year': '2026',
  })
  const page = await reply.text()
  expect(reply.status).toBe(422)
  expect(page).toContain('<a href="#guardianEmail">Enter an email address in the form')
  expect(page).toContain('<a href="#answersMonths">Enter a number of months</a>')
  expect(page).toContain('<a href="#toolUsedOn-day">Enter a day that exists')
  expect(page).toContain('name="toolUsedOn-day" value="31"')
  expect(page).toContain('value="sam at northgate"')
  expect(page).toContain('value="for ever"')
  expect(await everythingStored(world().database)).toEqual(before)
})

test('the audit log says that it was recorded, and names nobody', async () => {
  await save({ guardianName: 'Nobody Else Has This Name', sponsor: 'Medical director' })
  const { organisationId, home } = world().north
  const [entry] = await readNorth((tx) => listAuditEntries(tx, organisationId, 1))
  expect(entry).toMatchObject({ event: 'governance.recorded', subject: home })
  expect(JSON.stringify(entry)).not.toContain('Nobody Else')
})

test('two people do not overwrite each other, and what the second entered is not lost', async () => {
  const from = fieldIn(await openPage(), 'from')
  await save({ sponsor: 'The first one' })
  const form = { ...periods, from, sponsor: 'The second one' }
  const reply = await send(world().server, address(), { as: lead(), form })
  const page = await reply.text()
  expect(reply.status).toBe(422)
  expect(page).toContain('Somebody changed this while the page was open')
  expect(page).toContain('value="The second one"')
  expect((await recorded()).sponsor).toBe('The first one')
  const again = { ...form, from: fieldIn(page, 'from') }
  expect((await send(world().server, address(), { as: lead(), form: again })).status).toBe(303)
  expect((await recorded()).sponsor).toBe('The second one')
})

test('a double click records once; the same page sent again with other words is not taken for it', async () => {
  const from = fieldIn(await openPage(), 'from')
  const idempotencyKey = crypto.randomUUID()
  const form = { ...periods, from, idempotencyKey, sponsor: 'Twice pressed' }
  const { organisationId } = world().north
  const entries = () => readNorth((tx) => checkAuditChain(tx, organisationId))
  const before = (await entries()).entries
  const replies = await Promise.all(
    [form, form].map((one) => visit(world().server, address(), { as: lead(), form: one })),
  )
  expect(replies.map(({ status }) => status)).toEqual([303, 303])
  expect((await recorded()).sponsor).toBe('Twice pressed')
  expect((await entries()).entries).toBe(before + 1)
  const back = { ...form, sponsor: 'Gone back and corrected' }
  const reply = await visit(world().server, address(), { as: lead(), form: back })
  expect(await reply.text()).toContain('Somebody changed this while the page was open')
})

test('names the characteristics that the protocol asks for, so that the condition can be chosen', async () => {
  expect(await openPage()).toContain('The protocol asks people to state: Sex, Age')
})
