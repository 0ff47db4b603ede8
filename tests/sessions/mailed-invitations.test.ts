/** Invitations on their way: through the outbox and a real mail server, to where calendar programs look for them. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ActionScope } from '../../src/platform/action.ts'
import type { Database } from '../../src/platform/database.ts'
import type { CalendarMethod, Mail } from '../../src/platform/mail.ts'
import { calendarText } from '../../src/sessions/calendar/invitation.ts'
import { readCalendar } from '../support/calendar-file.ts'
import { newDatabase, newOrganisation } from '../support/database.ts'
import { type MailPart, partsOfMail } from '../support/mail-parts.ts'
import { type MailServer, openMailServer } from '../support/mail-server.ts'
import { aMail, deliver, outboxOf, post } from '../support/outbox.ts'
import { anInvitation } from '../support/reschedulings.ts'

let database: Database
let drop: () => Promise<void>
let server: MailServer
let scope: ActionScope

beforeAll(async () => {
  const made = await newDatabase()
  database = made.database
  drop = made.drop
})
afterAll(() => drop())

beforeEach(async () => {
  server = await openMailServer()
  scope = await newOrganisation(database)
  return server.close
})

/** Lines longer than a mail's, and signs beyond ASCII. */
const invitation = { ...anInvitation, place: 'Bibliothèque, «salle 4» 🏥, '.repeat(8).trim() }
const withCalendar = (method: CalendarMethod): Mail => ({
  ...aMail,
  calendar: { method, text: calendarText({ ...invitation, method }) },
})

const arrived = async (mail: Mail): Promise<MailPart> => {
  await post(scope, mail)
  await deliver(scope, server)
  const [received, ...others] = server.received
  if (received === undefined) throw new Error('No mail arrived.')
  expect(others).toEqual([])
  return partsOfMail(received.raw)
}

test.each(['REQUEST', 'CANCEL'] as const)(
  'a mail with a calendar entry arrives with it beside its text, and as a file: %s',
  async (method) => {
    const mail = withCalendar(method)
    const whole = await arrived(mail)
    expect(whole.type).toBe('multipart/mixed')
    const [alternative, file] = whole.parts
    expect(alternative?.type).toBe('multipart/alternative')
    expect(alternative?.parts.map(({ type }) => type)).toEqual(['text/plain', 'text/calendar'])
    const [text, calendar] = alternative?.parts ?? []
    expect(text?.content.replaceAll('\r\n', '\n')).toContain(aMail.text.trim())
    expect(calendar?.headers.get('content-type')).toBe(
      `text/calendar; charset=utf-8; method=${method}`,
    )
    expect(calendar?.content).toBe(mail.calendar?.text)
    expect(file?.type).toBe('application/ics')
    expect(file?.headers.get('content-disposition')).toBe('attachment; filename=invite.ics')
    expect(file?.content).toBe(mail.calendar?.text)
    const { around } = readCalendar(calendar?.content ?? '')
    expect(around).toContainEqual({ name: 'METHOD', parameters: {}, value: method })
  },
)

test('a mail without one, as all were before, is plain text', async () => {
  const whole = await arrived(aMail)
  expect(whole.type).toBe('text/plain')
  expect(whole.parts).toEqual([])
  expect((await outboxOf(scope))[0]).not.toHaveProperty('calendar')
})

test('the entry waits in the outbox with its mail, and is the same after a server was away', async () => {
  const mail = withCalendar('REQUEST')
  server.refusals.set(mail.to, 451)
  await post(scope, mail)
  await deliver(scope, server)
  expect(await outboxOf(scope)).toMatchObject([{ ...mail, state: 'waiting', attempts: 1 }])
})
