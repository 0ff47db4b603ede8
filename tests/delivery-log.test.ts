/** The lead sees what became of each message, can send it again, and learns nothing else from the list. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ok } from '../src/lib/result.ts'
import { insertStaff, loadOrganisationKey } from '../src/organisations/store.ts'
import { setParticipantState } from '../src/people/consent/store.ts'
import { replaceInvitation } from '../src/people/inviting/invitation-store.ts'
import { sendReminders } from '../src/people/reminders/reminders.ts'
import { type ActionScope, action } from '../src/platform/action.ts'
import { listAuditEntries } from '../src/platform/audit.ts'
import type { Database } from '../src/platform/database.ts'
import { lookupKey } from '../src/platform/keys.ts'
import { type NewMail, type StoredMail, writeMail } from '../src/platform/mail.ts'
import { insertProgrammeStaff } from '../src/protocol/store.ts'
import { remindAboutStages } from '../src/questionnaires/reminders/stage-reminders.ts'
import { putStageWindow } from '../src/questionnaires/windows/window-store.ts'
import { masterKey, testDatabase } from './support/database.ts'
import { type Somebody, signedIn } from './support/hospital.ts'
import { type InvitedPeople, programmeWith, publicUrl } from './support/invited-people.ts'
import { outboxOf } from './support/outbox.ts'
import { send, visit } from './support/visit.ts'
import { type Server, serverOn } from './support/world.ts'

const invitedAt = new Date('2026-10-01T10:00:00Z')
const given: { database?: Database; programme?: InvitedPeople; lead?: Somebody; server?: Server } =
  {}
const database = () => given.database as Database
const programme = () => given.programme as InvitedPeople
const server = () => given.server as Server
const idOf = (name: string): string => String(programme().ids.get(name))

beforeAll(() => {
  given.database = testDatabase()
  given.server = serverOn(database())
})
afterAll(() => database().destroy())

beforeEach(async () => {
  given.programme = await programmeWith(database(), [
    { name: 'Ada', invitedAt },
    { name: 'Bea', invitedAt, state: 'agreed', agreedAt: invitedAt },
  ])
  given.lead = await addLead(programme())
})

const addLead = ({ place, change }: InvitedPeople): Promise<Somebody> =>
  change(async (tx) => {
    const { organisationId, programmeId } = place
    const [staffId, email] = [crypto.randomUUID(), `${crypto.randomUUID()}@hospital.example`]
    const emailKey = lookupKey(masterKey, email)
    await insertStaff(tx, organisationId, { staffId, name: 'Jo', email, emailKey, roles: [] })
    await insertProgrammeStaff(tx, organisationId, [{ programmeId, staffId, role: 'lead' }])
    return signedIn(tx, { organisationId, personId: staffId, kind: 'staff', name: 'Jo', email })
  })

const base = () => `/programmes/${programme().place.programmeId}/deliveries`
const page = async (query = ''): Promise<string> => {
  const reply = await visit(server(), `${base()}${query}`, { as: given.lead ?? null })
  expect(reply.status).toBe(200)
  return reply.text()
}

const write = action('mail.written', async (context, mail: NewMail) => {
  const key = await loadOrganisationKey(context.tx, context.organisationId, masterKey)
  await writeMail(context, key, mail)
  return ok({ value: null })
})

type Changes = Partial<Pick<StoredMail, 'state' | 'lastProblem' | 'attempts' | 'nextAttemptAt'>>

/** A message to somebody, and what became of it. */
const message = async (name: string, changes: Changes = {}, more: Partial<NewMail> = {}) => {
  const to = `${name}@hospital.example`
  const words = { subject: 'A subject', text: 'The words, https://turnabout.example/secret' }
  const scope: ActionScope = programme().scope
  await write(scope, { purpose: 'invitation', about: idOf(name), to, ...words, ...more })
  const [mail] = await outboxOf(scope)
  const mailId = String(mail?.mailId)
  if (Object.keys(changes).length > 0) {
    await programme().change((tx) =>
      tx.updateTable('mails').set(changes).where('mailId', '=', mailId).execute(),
    )
  }
  return mailId
}

const again = (mailId: string) =>
  send(server(), `${base()}/${mailId}/again`, { as: given.lead ?? null })
const cameBack = (mailId: string) =>
  send(server(), `${base()}/${mailId}/came-back`, { as: given.lead ?? null })
const outbox = () => outboxOf(programme().scope)

describe('the list of messages', () => {
  test('says what went to whom and what became of it, and neither words nor links', async () => {
    await message('Ada', { state: 'failed', lastProblem: '550' })
    await message('Bea', { state: 'sent' }, { purpose: 'consent_copy' })
    const text = await page()
    for (const words of [
      'Ada',
      'Invitation',
      'Failed',
      'does not exist',
      'Bea',
      'Receipt',
      'Sent',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).not.toMatch(/The words|secret|A subject/)
  })

  test('says when a message is tried again', async () => {
    const nextAttemptAt = new Date('2026-11-22T09:05:00Z')
    await message('Ada', { lastProblem: '451', attempts: 2, nextAttemptAt })
    const text = await page()
    expect(text).toContain('asked to try again later (451)')
    expect(text).toContain('Next attempt: 22 November 2026 at 09:05')
  })

  test('shows only those with a problem, when asked', async () => {
    await message('Ada', { state: 'bounced' })
    await message('Bea', { state: 'sent' })
    await message('Bea', { state: 'failed', lastProblem: 'cancelled' })
    expect(await page()).toContain('Show only messages with a problem (1)')
    const problems = await page('?show=problems')
    expect(problems).toContain('Came back')
    expect(problems).not.toContain('Bea')
  })

  test('is empty, and says so, before anybody is invited', async () => {
    expect(await page()).toContain('No messages yet')
  })

  test('tells that there is no mail server, and what to do', async () => {
    expect(await page()).toContain('No mail server is set up')
  })

  test('tells when the next reminders of the invitation come, and to how many', async () => {
    expect(await page()).toMatch(/4 October 2026: (<!-- -->)?1 person/)
  })

  test('holds nothing of another programme', async () => {
    await message('Ada')
    const other = await programmeWith(database(), [{ name: 'Zoe', invitedAt }])
    const zoe = String(other.ids.get('Zoe'))
    await write(other.scope, {
      purpose: 'invitation',
      about: zoe,
      to: 'z@x.example',
      subject: 's',
      text: 't',
    })
    expect(await page()).not.toContain('Zoe')
  })

  test('is the same whoever has answered: reminders of questionnaires are not in it', async () => {
    const window = { stage: 1, state: 'open', opensOn: '2026-10-05', closesOn: null } as const
    await programme().change((tx) =>
      putStageWindow(tx, programme().place, { ...window, protocolVersion: 1, earlierVersions: [] }),
    )
    for (const day of ['2026-10-05', '2026-10-08']) {
      const now = new Date(`${day}T10:00:00Z`)
      await remindAboutStages(programme().scope, { now, publicUrl })
    }
    const purposes = (await outbox()).map(({ purpose }) => purpose)
    expect(purposes.toSorted()).toEqual(['stage_opened', 'stage_reminder'])
    const text = await page()
    expect(text).toContain('All messages')
    expect(text.match(/Bea/g)?.length).toBe((await pageWithoutReminder()).match(/Bea/g)?.length)
  })

  const pageWithoutReminder = async () => {
    await programme().change((tx) =>
      tx.deleteFrom('mails').where('purpose', '=', 'stage_reminder').execute(),
    )
    return page()
  }
})

describe('a message that did not arrive', () => {
  test('is sent again with the same words, and the audit log says so', async () => {
    const mailId = await message('Ada', { state: 'failed', lastProblem: 'not_known' })
    const reply = await again(mailId)
    expect(reply.headers.get('location')).toBe(`${base()}?done=again`)
    const [latest, first] = await outbox()
    expect(latest).toMatchObject({ state: 'waiting', attempts: 0, about: idOf('Ada') })
    expect([latest?.to, latest?.subject, latest?.text]).toEqual([
      first?.to,
      first?.subject,
      first?.text,
    ])
    const { organisationId } = programme().scope
    const [entry] = await programme().change((tx) => listAuditEntries(tx, organisationId, 1))
    expect(entry).toMatchObject({ event: 'mail.sent_again', actorKind: 'staff', subject: mailId })
  })

  test('is sent again with the calendar entry that it carried', async () => {
    const calendar = { method: 'REQUEST', text: 'BEGIN:VCALENDAR' } as const
    const mailId = await message('Ada', { state: 'failed', lastProblem: '550' }, { calendar })
    await again(mailId)
    expect((await outbox())[0]).toMatchObject({ state: 'waiting', calendar })
  })

  test('is sent again once, however often the button is pressed', async () => {
    const mailId = await message('Ada', { state: 'failed', lastProblem: '550' })
    for (let time = 0; time < 3; time += 1) await again(mailId)
    expect(await outbox()).toHaveLength(2)
    expect(await (await again(mailId)).text()).toContain('A later message of the same kind')
  })

  test('goes to the address that somebody who is invited has now', async () => {
    const mailId = await message('Ada', { state: 'bounced' })
    await moveTo('Ada', 'ada.new@hospital.example')
    await again(mailId)
    expect((await outbox())[0]?.to).toBe('ada.new@hospital.example')
  })

  test('goes to no new address once somebody takes part: it holds their link', async () => {
    const mailId = await message('Bea', { state: 'bounced' }, { purpose: 'stage_opened' })
    await moveTo('Bea', 'lead@hospital.example')
    expect(await (await again(mailId)).text()).toContain('send a new link')
    expect(await outbox()).toHaveLength(1)
  })

  const moveTo = (name: string, email: string) =>
    programme().change((tx) =>
      tx
        .updateTable('participants')
        .set({ email })
        .where('participantId', '=', idOf(name))
        .execute(),
    )

  test('is not sent again when its link has ended', async () => {
    const mailId = await message('Ada', { state: 'failed', lastProblem: '550' })
    const invitation = { participantId: idOf('Ada'), generation: 2, codeKey: Buffer.from('k') }
    await programme().change((tx) =>
      replaceInvitation(tx, programme().place, {
        ...invitation,
        invitedAt: new Date(Date.now() + 1000),
      }),
    )
    expect(await (await again(mailId)).text()).toContain('The link in this message no longer opens')
  })

  test('is not sent again to somebody who declined', async () => {
    const mailId = await message('Ada', { state: 'failed', lastProblem: '550' })
    const { place, change } = programme()
    await change((tx) =>
      setParticipantState(tx, place, { participantId: idOf('Ada'), state: 'declined' }),
    )
    expect(await (await again(mailId)).text()).toContain('no longer needed')
    expect(await page()).not.toContain('Send again')
  })
})

test.each(['waiting', 'sending', 'sent'] as const)(
  'a message that is %s is not sent again',
  async (state) => {
    const mailId = await message('Ada', { state })
    expect(await (await again(mailId)).text()).toContain('nothing to send again')
    expect(await outbox()).toHaveLength(1)
  },
)

describe('a message that was sent', () => {
  test('is marked as come back by the lead, once', async () => {
    const mailId = await message('Ada', { state: 'sent' })
    expect((await cameBack(mailId)).status).toBe(303)
    expect(await outbox()).toMatchObject([{ state: 'bounced', lastProblem: null }])
    expect(await (await cameBack(mailId)).text()).toContain('marked as come back already')
  })
})

test('a message of nobody, of another programme or of the staff is not there', async () => {
  const other = await programmeWith(database(), [{ name: 'Zoe', invitedAt }])
  const zoe = String(other.ids.get('Zoe'))
  await write(other.scope, {
    purpose: 'invitation',
    about: zoe,
    to: 'z@x.example',
    subject: 's',
    text: 't',
  })
  const [foreign] = await outboxOf(other.scope)
  const ofStaff = await message('Ada', { state: 'failed' }, { about: null, purpose: 'staff_link' })
  for (const mailId of [crypto.randomUUID(), String(foreign?.mailId), ofStaff]) {
    expect((await again(mailId)).status).toBe(404)
    expect((await cameBack(mailId)).status).toBe(404)
  }
})

test('reminders that the clock sends are in the list', async () => {
  const now = new Date('2026-10-05T10:00:00Z')
  await sendReminders(programme().scope, { now, publicUrl })
  expect(await page()).toContain('Reminder of the invitation')
})
