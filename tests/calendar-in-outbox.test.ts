/** What the administrator sees of the calendar entries that go out with mails. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ok } from '../src/lib/result.ts'
import { loadOrganisationKey } from '../src/organisations/store.ts'
import { type ActionScope, action } from '../src/platform/action.ts'
import { type NewMail, writeMail } from '../src/platform/mail.ts'
import { calendarText } from '../src/sessions/calendar/invitation.ts'
import { masterKey } from './support/database.ts'
import { outboxOf } from './support/outbox.ts'
import { anInvitation } from './support/reschedulings.ts'
import { visit } from './support/visit.ts'
import { buildWorld, type World } from './support/world.ts'

const given: { world?: World } = {}
const world = (): World => given.world as World
beforeAll(async () => {
  given.world = await buildWorld()
})
afterAll(() => given.world?.drop())

const write = action('mail.written', async (context, mail: NewMail) => {
  const key = await loadOrganisationKey(context.tx, context.organisationId, masterKey)
  await writeMail(context, key, mail)
  return ok({ value: null })
})

const calendar = {
  method: 'CANCEL',
  text: calendarText({ ...anInvitation, method: 'CANCEL' }),
} as const

const mailWith = async (more: Partial<NewMail>): Promise<string> => {
  const { database, north } = world()
  const scope: ActionScope = {
    ...{ database, masterKey, organisationId: north.organisationId },
    ...{ actor: { kind: 'operator', id: null }, idempotencyKey: null },
  }
  const words = { to: 'lead@north.example', subject: crypto.randomUUID(), text: 'Words' }
  await write(scope, { purpose: 'staff_link', ...words, ...more })
  const mail = (await outboxOf(scope)).find(({ subject }) => subject === words.subject)
  return `/organisation/outbox/${mail?.mailId}/invite.ics`
}

const look = (path: string): Promise<Response> =>
  visit(world().server, path, { as: world().north.people.administrator })

test('a mail to staff says that an entry goes with it, and the entry can be kept', async () => {
  const path = await mailWith({ calendar })
  const outbox = await (await look('/organisation/outbox')).text()
  expect(outbox).toContain('the cancellation of an entry in the calendar')
  expect(outbox).toContain(`href="${path}"`)
  const file = await look(path)
  expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=CANCEL')
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="invite.ics"')
  expect(await file.text()).toBe(calendar.text)
})

test('the entry of a mail to a mentor or a mentee is not the administrator’s to see', async () => {
  const path = await mailWith({ calendar, about: world().north.people.mentee.personId })
  expect(await (await look('/organisation/outbox')).text()).not.toContain(path)
  const page = await (await look(path)).text()
  expect(page).toContain('There is no calendar entry here')
  expect(page).not.toContain('VCALENDAR')
})

test('a mail without an entry has none to keep', async () => {
  const page = await (await look(await mailWith({}))).text()
  expect(page).toContain('There is no calendar entry here')
})
