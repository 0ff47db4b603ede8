/** From the information sheet to agreeing or declining, and what is kept of it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultConsentText } from '../src/people/consent/default.ts'
import type { ConsentText } from '../src/people/consent/model.ts'
import { findConsent, putConsentText } from '../src/people/consent/store.ts'
import type { ParticipantState } from '../src/people/model.ts'
import { findParticipant } from '../src/people/store.ts'
import { listAuditEntries } from '../src/platform/audit.ts'
import { type Database, read } from '../src/platform/database.ts'
import { updateProgramme } from '../src/protocol/store.ts'
import { testDatabase } from './support/database.ts'
import type { Somebody } from './support/hospital.ts'
import { linkIn, mailsOf } from './support/mailbox.ts'
import { placeOf, type Running, startRunning, writing } from './support/programme-under-way.ts'
import { sheffield } from './support/protocols.ts'
import { send, visit } from './support/visit.ts'
import { type Server, serverOn } from './support/world.ts'

let database: Database
let server: Server
beforeAll(() => {
  database = testDatabase()
  server = serverOn(database)
})
afterAll(() => database.destroy())

const text = defaultConsentText(sheffield, { name: 'Gastroenterology', site: null })

/** A programme whose people are invited and have an information sheet to read. */
const invited = async (own: ConsentText = text): Promise<Running> => {
  const running = await startRunning(database, { mentors: 2, mentees: 1, participants: 'invited' })
  await writing(database, running.scope.organisationId, (tx) =>
    putConsentText(tx, placeOf(running), own),
  )
  return running
}

const pathOf = ({ programmeId }: Running, page: string): string =>
  `/programmes/${programmeId}/${page}`
const mentorOf = ({ mentors }: Running): Somebody => mentors[0] as Somebody
const menteeOf = ({ mentees }: Running): Somebody => mentees[0] as Somebody

const look = async (running: Running, page: string, as: Somebody): Promise<string> => {
  const reply = await visit(server, pathOf(running, page), { as })
  expect(reply.status).toBe(200)
  return reply.text()
}

const everyStatement = (role: 'mentor' | 'mentee'): Record<string, string> =>
  Object.fromEntries(
    text.statements
      .filter(({ roles, required }) => required && roles.includes(role))
      .map(({ id }) => [`statement-${id}`, 'agreed']),
  )

const agreeing = (role: 'mentor' | 'mentee', withdrawal = 'remove'): Record<string, string> => ({
  version: '1',
  reply: 'agree',
  withdrawal,
  ...everyStatement(role),
})

const sendConsent = (
  running: Running,
  as: Somebody,
  form: Record<string, string>,
): Promise<Response> => send(server, pathOf(running, 'consent'), { as, form })

const standingOf = async (running: Running, { personId }: Somebody) =>
  read(database, running.scope.organisationId, async (tx) => ({
    state: (await findParticipant(tx, running.scope.organisationId, personId))?.state,
    consent: await findConsent(tx, placeOf(running), personId),
  }))

/** The rows of a table, as text. */
const rowsOf = (running: Running, table: string): Promise<readonly string[]> =>
  read(database, running.scope.organisationId, async (tx) => {
    const { rows } = await sql<{ text: string }>`
      select to_jsonb(entry)::text as text from ${sql.table(table)} entry`.execute(tx)
    return rows.map(({ text: row }) => row)
  })

const expectState = async (running: Running, person: Somebody, state: ParticipantState) =>
  expect((await standingOf(running, person)).state).toBe(state)

describe('the information sheet', () => {
  test('is the person’s own group’s, with each statement to tick by itself', async () => {
    const running = await invited()
    const page = await look(running, 'consent', mentorOf(running))
    expect(page).toContain('Say in private which of the mentees')
    expect(page).not.toContain('Receive feedback from the mentors')
    expect(page.match(/type="checkbox"/g)).toHaveLength(6)
    expect(page.match(/name="withdrawal"/g)).toHaveLength(3)
    expect(await look(running, 'outcomes', mentorOf(running))).toContain('/consent"')
    const other = await look(running, 'consent', menteeOf(running))
    expect(other).toContain('Receive feedback from the mentors')
    expect(other).not.toContain('Say in private which of the mentees')
  })

  test('that was not written yet says when to come back, and cannot be agreed to', async () => {
    const running = await startRunning(database, {
      mentors: 1,
      mentees: 1,
      participants: 'invited',
    })
    const mentor = mentorOf(running)
    expect(await look(running, 'consent', mentor)).toContain('The information sheet is not ready')
    expect(await look(running, 'consent/copy', mentor)).toContain('not ready')
    const reply = await sendConsent(running, mentor, agreeing('mentor'))
    expect(reply.status).toBe(400)
    expect(await reply.text()).toContain('The information sheet is not ready')
    await expectState(running, mentor, 'invited')
  })
})

describe('agreeing', () => {
  test('keeps what was agreed to and when, and leads to the questions about oneself', async () => {
    const running = await invited()
    const mentor = mentorOf(running)
    const form = { ...agreeing('mentor', 'unlink'), 'statement-results': 'agreed' }
    const reply = await sendConsent(running, mentor, form)
    expect(reply.headers.get('location')).toBe(pathOf(running, 'about-you'))
    const { state, consent } = await standingOf(running, mentor)
    expect(state).toBe('agreed')
    expect(consent).toMatchObject({ version: 1, withdrawal: 'unlink' })
    expect(consent?.statements).toEqual({
      informed: true,
      voluntary: true,
      answers: true,
      quotes: true,
      group: true,
      results: true,
    })
    const page = await look(running, 'consent', mentor)
    expect(page).toContain('version 1')
    expect(page).toContain('cut the link between me and my scores')
    expect(page).toContain(pathOf(running, 'consent/copy'))
  })

  test('needs every required statement and a choice; the form comes back as it was', async () => {
    const running = await invited()
    const mentee = menteeOf(running)
    const { 'statement-quotes': _, ...form } = agreeing('mentee')
    const reply = await sendConsent(running, mentee, form)
    expect(reply.status).toBe(422)
    const page = await reply.text()
    expect(page).toContain('href="#statement-quotes"')
    expect(page).toContain('id="statement-quotes-error"')
    expect(page).not.toContain('id="statement-informed-error"')
    expect(page.match(/type="checkbox"[^>]*checked|checked[^>]*type="checkbox"/g)).toHaveLength(4)
    const { withdrawal: __, ...unchosen } = agreeing('mentee')
    const again = await sendConsent(running, mentee, unchosen)
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('id="withdrawal-error"')
    await expectState(running, mentee, 'invited')
  })

  test('where one effect of withdrawing is offered promises that one', async () => {
    const own = { ...text, withdrawal: text.withdrawal.slice(0, 1) }
    const running = await invited(own)
    const mentor = mentorOf(running)
    expect(await look(running, 'consent', mentor)).not.toContain('name="withdrawal"')
    const { withdrawal: _, ...form } = agreeing('mentor')
    expect((await sendConsent(running, mentor, form)).status).toBe(303)
    expect((await standingOf(running, mentor)).consent?.withdrawal).toBe('stop')
  })

  test('to a text that was changed meanwhile asks to read again', async () => {
    const running = await invited()
    const mentor = mentorOf(running)
    const reply = await sendConsent(running, mentor, { ...agreeing('mentor'), version: '2' })
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('changed while you were reading')
    await expectState(running, mentor, 'invited')
  })

  test('by a double click is stored once', async () => {
    const running = await invited()
    const mentor = mentorOf(running)
    const idempotencyKey = crypto.randomUUID()
    const form = { ...agreeing('mentor'), idempotencyKey }
    const replies = await Promise.all([1, 2, 3].map(() => sendConsent(running, mentor, form)))
    expect(replies.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await rowsOf(running, 'consents')).toHaveLength(1)
    await expectState(running, mentor, 'agreed')
  })

  test('tells whoever has an email address where the copy is', async () => {
    const running = await invited()
    const mentor = mentorOf(running)
    const { organisationId } = running.scope
    await writing(database, organisationId, (tx) =>
      tx
        .updateTable('participants')
        .set({ email: 'ada@hospital.example' })
        .where('participantId', '=', mentor.personId)
        .execute(),
    )
    await sendConsent(running, mentor, agreeing('mentor'))
    await sendConsent(running, menteeOf(running), agreeing('mentee'))
    const mails = await mailsOf(database, organisationId)
    expect(mails.map(({ to }) => to)).toEqual(['ada@hospital.example'])
    expect(linkIn(mails[0])).toBe(pathOf(running, 'consent/copy'))
  })

  test('a second time is refused, and so is agreeing once the programme is closed', async () => {
    const running = await invited()
    const [mentor, other] = running.mentors as [Somebody, Somebody]
    await sendConsent(running, mentor, agreeing('mentor'))
    const again = await sendConsent(running, mentor, agreeing('mentor', 'stop'))
    expect(again.status).toBe(400)
    expect((await standingOf(running, mentor)).consent?.withdrawal).toBe('remove')
    await writing(database, running.scope.organisationId, (tx) =>
      updateProgramme(tx, placeOf(running), { state: 'closed' }),
    )
    const late = await sendConsent(running, other, agreeing('mentor'))
    expect(late.status).toBe(400)
    expect(await late.text()).toContain('The programme is closed')
    expect(await look(running, 'consent', other)).toContain('The programme is closed')
    await expectState(running, other, 'invited')
  })
})

describe('declining', () => {
  test('takes no reason, asks nothing more, and can be thought over', async () => {
    const running = await invited()
    const mentor = mentorOf(running)
    const form = { version: '1', reply: 'decline' }
    expect((await sendConsent(running, mentor, form)).status).toBe(303)
    await expectState(running, mentor, 'declined')
    const page = await look(running, 'consent', mentor)
    expect(page).toContain('You declined')
    expect(page).not.toContain('type="checkbox"')
    const again = await look(running, 'consent?again=yes', mentor)
    expect(again).toContain('Agree and take part')
    expect(again).not.toContain('value="decline"')
    expect((await sendConsent(running, mentor, agreeing('mentor'))).status).toBe(303)
    await expectState(running, mentor, 'agreed')
  })

  test('leaves nothing but that it was so', async () => {
    const running = await invited()
    const mentor = mentorOf(running)
    await sendConsent(running, mentor, { version: '1', reply: 'decline' })
    const { consent } = await standingOf(running, mentor)
    expect(consent).toBeNull()
    const { organisationId } = running.scope
    const entries = await read(database, organisationId, (tx) =>
      listAuditEntries(tx, organisationId, 10),
    )
    expect(entries.map(({ event, subject }) => [event, subject])).toEqual([
      ['consent.declined', mentor.personId],
    ])
  })
})

describe('the copy', () => {
  const pdfOf = async (running: Running, as: Somebody) => {
    const reply = await visit(server, pathOf(running, 'consent/copy'), { as })
    expect(reply.status).toBe(200)
    expect(reply.headers.get('content-type')).toBe('application/pdf')
    expect(reply.headers.get('cache-control')).toBe('no-store')
    return Buffer.from(await reply.arrayBuffer()).toString('latin1')
  }

  test('is a tagged PDF to the accessibility standard, for whoever agreed', async () => {
    const running = await invited()
    const mentor = mentorOf(running)
    await sendConsent(running, mentor, agreeing('mentor'))
    const pdf = await pdfOf(running, mentor)
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf).toContain('Taking part in Gastroenterology')
    expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
  })

  test('can be taken before agreeing, and after declining', async () => {
    const running = await invited()
    const mentor = mentorOf(running)
    expect(await pdfOf(running, mentor)).toContain('pdfuaid')
    await sendConsent(running, mentor, { version: '1', reply: 'decline' })
    expect(await pdfOf(running, mentor)).toContain('pdfuaid')
  })
})
