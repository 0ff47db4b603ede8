import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import {
  type InvitedPeople,
  type Invitee,
  programmeWith,
  publicUrl,
} from '../../../tests/support/invited-people.ts'
import { outboxOf } from '../../../tests/support/outbox.ts'
import { listAuditEntries } from '../../platform/audit.ts'
import type { Database } from '../../platform/database.ts'
import { updateProgramme } from '../../protocol/store.ts'
import { setParticipantState } from '../consent/store.ts'
import { linkFor } from '../inviting/invitation-links.ts'
import { sendReminders } from './reminders.ts'

let database: Database
beforeAll(() => {
  database = testDatabase()
})
afterAll(() => database.destroy())

const invitedAt = new Date('2026-10-01T15:00:00Z')
const invited = (name: string, more: Partial<Invitee> = {}): Invitee => ({
  name,
  invitedAt,
  ...more,
})
const at = (day: string) => ({ now: new Date(`${day}T10:00:00Z`), publicUrl })

const remindersTo = async ({ scope }: InvitedPeople): Promise<readonly string[]> =>
  (await outboxOf(scope)).map(({ to, purpose }) => `${purpose} to ${to.split('@')[0]}`).toSorted()

const entriesOf = ({ scope, change }: InvitedPeople) =>
  change((tx) => listAuditEntries(tx, scope.organisationId, 100))

describe('whoever was invited', () => {
  test('is reminded after 3, 7 and 14 days, and then no more', async () => {
    const programme = await programmeWith(database, [invited('Ada')])
    const counts: number[] = []
    for (let day = 1; day <= 31; day += 1) {
      await sendReminders(programme.scope, at(`2026-10-${String(day).padStart(2, '0')}`))
      counts.push((await remindersTo(programme)).length)
    }
    expect([2, 3, 6, 7, 13, 14, 31].map((day) => counts[day - 1])).toEqual([0, 0, 1, 1, 2, 2, 3])
    expect([4, 8, 15].map((day) => counts[day - 1])).toEqual([1, 2, 3])
  })

  test('is let in by the link of the reminder', async () => {
    const programme = await programmeWith(database, [invited('Ada')])
    await sendReminders(programme.scope, at('2026-10-05'))
    const [mail] = await outboxOf(programme.scope)
    const { masterKey, organisationId } = programme.scope
    const participantId = String(programme.ids.get('Ada'))
    const which = { organisationId, participantId, generation: 1 }
    expect(mail?.text).toContain(linkFor({ masterKey, publicUrl }, which).address)
    expect(mail).toMatchObject({ about: participantId, to: 'Ada@hospital.example' })
  })

  test('is reminded once, however many servers look at the same time', async () => {
    const programme = await programmeWith(database, [invited('Ada'), invited('Bea')])
    const run = at('2026-10-05')
    await Promise.all([1, 2, 3, 4].map(() => sendReminders(programme.scope, run)))
    await sendReminders(programme.scope, run)
    expect(await remindersTo(programme)).toEqual([
      'invitation_reminder to Ada',
      'invitation_reminder to Bea',
    ])
  })

  test('gets one mail, not three, when no server ran for weeks', async () => {
    const programme = await programmeWith(database, [invited('Ada')])
    for (const day of ['2026-10-20', '2026-10-21', '2026-11-20']) {
      await sendReminders(programme.scope, at(day))
    }
    expect(await remindersTo(programme)).toEqual(['invitation_reminder to Ada'])
  })

  test('is not reminded at night', async () => {
    const programme = await programmeWith(database, [invited('Ada')])
    await sendReminders(programme.scope, { now: new Date('2026-10-05T02:00:00Z'), publicUrl })
    expect(await remindersTo(programme)).toEqual([])
  })
})

describe('nobody is reminded', () => {
  test('who has agreed, declined, withdrawn, has no address or was not invited yet', async () => {
    const programme = await programmeWith(database, [
      invited('Ada', { state: 'agreed' }),
      invited('Bea', { state: 'declined' }),
      invited('Cia', { state: 'withdrawn' }),
      invited('Dan', { email: null }),
      { name: 'Eve' },
    ])
    await sendReminders(programme.scope, at('2026-10-20'))
    expect(await remindersTo(programme)).toEqual([])
  })

  test('once they have answered', async () => {
    const programme = await programmeWith(database, [invited('Ada'), invited('Bea')])
    await sendReminders(programme.scope, at('2026-10-05'))
    await programme.change((tx) =>
      setParticipantState(tx, programme.place, {
        participantId: String(programme.ids.get('Ada')),
        state: 'declined',
      }),
    )
    await sendReminders(programme.scope, at('2026-10-09'))
    expect(await remindersTo(programme)).toEqual([
      'invitation_reminder to Ada',
      'invitation_reminder to Bea',
      'invitation_reminder to Bea',
    ])
  })

  test.each(['setting_up', 'closed'] as const)('of a programme that is %s', async (state) => {
    const programme = await programmeWith(database, [invited('Ada')])
    await programme.change((tx) => updateProgramme(tx, programme.place, { state }))
    await sendReminders(programme.scope, at('2026-10-20'))
    expect(await remindersTo(programme)).toEqual([])
  })
})

test('the audit log has one entry for a run that sent something, and none for one that did not', async () => {
  const programme = await programmeWith(database, [invited('Ada'), invited('Bea')])
  for (const day of ['2026-10-02', '2026-10-05', '2026-10-05', '2026-10-06']) {
    await sendReminders(programme.scope, at(day))
  }
  const entries = await entriesOf(programme)
  expect(entries).toMatchObject([
    {
      event: 'invitation_reminders.sent',
      actorKind: 'operator',
      subject: programme.place.programmeId,
    },
  ])
})
