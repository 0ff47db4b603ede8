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
import { insertCompletion } from '../completion-store.ts'
import type { KeptWindow } from '../model.ts'
import { endWaits, insertWaits } from '../windows/stage-wait-store.ts'
import { putStageWindow } from '../windows/window-store.ts'
import { remindAboutStages } from './stage-reminders.ts'

let database: Database
beforeAll(() => {
  database = testDatabase()
})
afterAll(() => database.destroy())

const agreed = (name: string, more: Partial<Invitee> = {}): Invitee => ({
  name,
  state: 'agreed',
  invitedAt: new Date('2026-09-01T10:00:00Z'),
  agreedAt: new Date('2026-09-02T10:00:00Z'),
  ...more,
})
const everybody = [agreed('Ada'), agreed('Bea'), agreed('Cyd')]

const openOn = (opensOn: string, more: Partial<KeptWindow> = {}): KeptWindow => ({
  stage: 1,
  state: 'open',
  opensOn,
  closesOn: null,
  protocolVersion: 1,
  earlierVersions: [],
  ...more,
})

const withStage = async (
  people: readonly Invitee[],
  window = openOn('2026-10-01'),
): Promise<InvitedPeople> => {
  const programme = await programmeWith(database, people)
  await programme.change((tx) => putStageWindow(tx, programme.place, window))
  return programme
}

const remind = ({ scope }: InvitedPeople, day: string): Promise<void> =>
  remindAboutStages(scope, { now: new Date(`${day}T10:00:00Z`), publicUrl })

const answer = ({ change, place, programmeKey, ids }: InvitedPeople, name: string, stage = 1) =>
  change((tx) =>
    insertCompletion(
      tx,
      { ...place, programmeKey },
      { stage, participantId: String(ids.get(name)) },
    ),
  )

const mailed = async ({ scope }: InvitedPeople): Promise<readonly string[]> =>
  (await outboxOf(scope)).map(({ to, purpose }) => `${purpose} to ${to.split('@')[0]}`).toSorted()

describe('a stage that is open', () => {
  test('is told about to everybody who takes part and is asked, on its day', async () => {
    const programme = await withStage([
      ...everybody,
      agreed('Dan', { state: 'invited' }),
      agreed('Eve', { state: 'withdrawn' }),
      agreed('Fay', { email: null }),
    ])
    await remind(programme, '2026-09-30')
    expect(await mailed(programme)).toEqual([])
    await remind(programme, '2026-10-01')
    expect(await mailed(programme)).toEqual([
      'stage_opened to Ada',
      'stage_opened to Bea',
      'stage_opened to Cyd',
    ])
  })

  test('is told about to those too who have answered already: who gets the mail says nothing', async () => {
    const programme = await withStage([agreed('Ada'), agreed('Bea')])
    await answer(programme, 'Ada')
    await remind(programme, '2026-10-01')
    expect(await mailed(programme)).toEqual(['stage_opened to Ada', 'stage_opened to Bea'])
  })

  test('is told about to the groups that it asks', async () => {
    const people = [agreed('Ada'), agreed('Cyd', { role: 'mentee' })]
    const ofMentors = await withStage(people, openOn('2026-10-01', { stage: 1 }))
    const ofBoth = await withStage(people, openOn('2026-10-01', { stage: 5 }))
    for (const programme of [ofMentors, ofBoth]) await remind(programme, '2026-10-01')
    expect(await mailed(ofMentors)).toEqual(['stage_opened to Ada'])
    expect(await mailed(ofBoth)).toEqual([
      'session_stage_opened to Ada',
      'session_stage_opened to Cyd',
    ])
  })

  test('is reminded of after 3, 7 and 14 days, until somebody has answered', async () => {
    const programme = await withStage([agreed('Ada'), agreed('Bea')])
    await remind(programme, '2026-10-01')
    await remind(programme, '2026-10-04')
    await answer(programme, 'Ada')
    for (const day of ['2026-10-08', '2026-10-09', '2026-10-15', '2026-10-30']) {
      await remind(programme, day)
    }
    const reminders = (await mailed(programme)).filter((one) => one.startsWith('stage_reminder'))
    expect(reminders).toEqual([
      'stage_reminder to Ada',
      'stage_reminder to Bea',
      'stage_reminder to Bea',
      'stage_reminder to Bea',
    ])
  })

  test('sends one mail, not three, when no server ran for ten days', async () => {
    const programme = await withStage([agreed('Ada')])
    await remind(programme, '2026-10-01')
    await remind(programme, '2026-10-11')
    await remind(programme, '2026-10-11')
    expect(await mailed(programme)).toEqual(['stage_opened to Ada', 'stage_reminder to Ada'])
  })

  test('sends nothing twice, however many servers look at the same time', async () => {
    const programme = await withStage(everybody)
    await Promise.all([1, 2, 3, 4].map(() => remind(programme, '2026-10-01')))
    await Promise.all([1, 2, 3, 4].map(() => remind(programme, '2026-10-04')))
    expect(await mailed(programme)).toHaveLength(6)
  })

  test('counts from the day somebody agreed, if that was later', async () => {
    const programme = await withStage([
      agreed('Ada', { agreedAt: new Date('2026-10-10T10:00:00Z') }),
    ])
    await remind(programme, '2026-10-10')
    await remind(programme, '2026-10-12')
    expect(await mailed(programme)).toEqual([])
    await remind(programme, '2026-10-13')
    expect(await mailed(programme)).toEqual(['stage_reminder to Ada'])
  })

  test('sends nobody anything any more who has withdrawn', async () => {
    const programme = await withStage([agreed('Ada')])
    await remind(programme, '2026-10-01')
    await programme.change((tx) =>
      tx
        .updateTable('participants')
        .set({ state: 'withdrawn', leftAfterPhase: 1 })
        .where('participantId', '=', String(programme.ids.get('Ada')))
        .execute(),
    )
    await remind(programme, '2026-10-20')
    expect(await mailed(programme)).toEqual(['stage_opened to Ada'])
  })

  test('is told about anew when it is opened a second time', async () => {
    const programme = await withStage([agreed('Ada')])
    await remind(programme, '2026-10-01')
    const again = openOn('2026-11-01', { earlierVersions: [1] })
    await programme.change((tx) => putStageWindow(tx, programme.place, again))
    await remind(programme, '2026-11-01')
    expect(await mailed(programme)).toEqual(['stage_opened to Ada', 'stage_opened to Ada'])
  })

  test('is told about to whoever waits for their session once that is recorded, and reminded from then', async () => {
    const programme = await withStage(
      [agreed('Ada'), agreed('Bea')],
      openOn('2026-10-01', { stage: 5 }),
    )
    const { change, place, ids } = programme
    const participantIds = [String(ids.get('Bea'))]
    await change((tx) => insertWaits(tx, place, { stage: 5, participantIds }))
    for (const day of ['2026-10-01', '2026-10-20']) await remind(programme, day)
    const toAda = ['session_stage_opened to Ada', 'stage_reminder to Ada']
    expect(await mailed(programme)).toEqual(toAda)
    await change((tx) => endWaits(tx, place, { stage: 5, participantIds, on: '2026-10-20' }))
    for (const day of ['2026-10-20', '2026-10-22']) await remind(programme, day)
    expect(await mailed(programme)).toEqual([
      ...toAda.slice(0, 1),
      'session_stage_opened to Bea',
      ...toAda.slice(1),
    ])
    await remind(programme, '2026-10-23')
    expect(await mailed(programme)).toContain('stage_reminder to Bea')
  })

  test('shares a mail with another that is open', async () => {
    const programme = await withStage([agreed('Ada')])
    await programme.change((tx) =>
      putStageWindow(tx, programme.place, openOn('2026-10-01', { stage: 5 })),
    )
    await remind(programme, '2026-10-01')
    expect(await mailed(programme)).toEqual(['stage_opened to Ada'])
  })

  test('says the last day to answer, of several the first, and none where none is set', async () => {
    const textAfter = async (...closesOn: readonly (string | null)[]) => {
      const programme = await withStage([agreed('Ada')])
      for (const [place, day] of closesOn.entries())
        await programme.change((tx) => {
          const window = openOn('2026-10-01', { stage: place === 0 ? 1 : 5, closesOn: day })
          return putStageWindow(tx, programme.place, window)
        })
      await remind(programme, '2026-10-01')
      return (await outboxOf(programme.scope)).map(({ text }) => text).join()
    }
    expect(await textAfter('2026-10-30')).toContain('is open. The last day to answer is 30 October')
    expect(await textAfter('2026-11-30', '2026-10-30')).toContain(
      'last day to answer is 30 October',
    )
    expect(await textAfter(null)).not.toContain('last day')
  })
})

test.each(['not_open', 'closed'] as const)('a stage that is %s sends nothing', async (state) => {
  const programme = await withStage(everybody, openOn('2026-10-01', { state }))
  await remind(programme, '2026-10-20')
  expect(await mailed(programme)).toEqual([])
})

test('the audit log says that reminders went out, and not to whom or to how many', async () => {
  const programme = await withStage(everybody)
  await remind(programme, '2026-10-01')
  await remind(programme, '2026-10-04')
  await remind(programme, '2026-10-05')
  const { organisationId } = programme.scope
  const entries = await programme.change((tx) => listAuditEntries(tx, organisationId, 100))
  expect(entries.map(({ event, subject, details }) => ({ event, subject, details }))).toEqual(
    [1, 2].map(() => ({
      event: 'questionnaire_reminders.sent',
      subject: programme.place.programmeId,
      details: {},
    })),
  )
})
