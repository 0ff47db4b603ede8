/** The clock as the server runs it: in every organisation, whatever is wrong in another. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { masterKey, newDatabase } from '../../../tests/support/database.ts'
import { programmeWith, publicUrl } from '../../../tests/support/invited-people.ts'
import { outboxOf } from '../../../tests/support/outbox.ts'
import type { Database } from '../../platform/database.ts'
import { listStageWindows, putStageWindow } from '../windows/window-store.ts'
import { clockTasks } from './clock-tasks.ts'

const given: { database?: Database; drop?: () => Promise<void> } = {}
const database = (): Database => given.database as Database

beforeAll(async () => {
  Object.assign(given, await newDatabase())
})
afterAll(() => given.drop?.())

const runAll = async (now: Date): Promise<readonly unknown[]> => {
  const tasks = clockTasks({ database: database(), masterKey }, publicUrl)
  const faults: unknown[] = []
  for (const { run } of tasks) await run(now).catch((error: unknown) => faults.push(error))
  return faults
}

const invitedAt = new Date('2026-10-01T10:00:00Z')
const people = [
  { name: 'Ada', state: 'agreed', invitedAt, agreedAt: new Date('2026-10-02T10:00:00Z') },
  { name: 'Bea', invitedAt },
] as const

test('a stage opens on its day, is told about in the morning, and closes when its last day is over', async () => {
  const { scope, place, change } = await programmeWith(database(), people)
  const planned = {
    stage: 1,
    state: 'not_open',
    opensOn: '2026-10-03',
    closesOn: '2026-10-09',
    protocolVersion: null,
    earlierVersions: [],
  } as const
  await change((tx) => putStageWindow(tx, place, planned))
  const stateNow = async () => (await change((tx) => listStageWindows(tx, place)))[0]?.state
  const sent = async () => (await outboxOf(scope)).map(({ purpose }) => purpose).toSorted()

  await runAll(new Date('2026-10-02T12:00:00Z'))
  expect([await stateNow(), await sent()]).toEqual(['not_open', []])
  await runAll(new Date('2026-10-02T23:30:00Z'))
  expect([await stateNow(), await sent()]).toEqual(['open', []])
  await runAll(new Date('2026-10-03T08:00:00Z'))
  expect(await sent()).toEqual(['stage_opened'])
  await runAll(new Date('2026-10-09T12:00:00Z'))
  expect(await sent()).toEqual(['invitation_reminder', 'stage_opened', 'stage_reminder'])
  await runAll(new Date('2026-10-10T12:00:00Z'))
  expect([await stateNow(), (await sent()).length]).toEqual(['closed', 3])
})

test('what is wrong in one organisation is told, and holds up no other', async () => {
  const broken = await programmeWith(database(), people)
  const sound = await programmeWith(database(), people)
  await broken.change((tx) =>
    tx
      .updateTable('organisations')
      .set({ wrappedKey: Buffer.from('not a key') })
      .where('organisationId', '=', broken.scope.organisationId)
      .execute(),
  )
  const faults = await runAll(new Date('2026-10-05T12:00:00Z'))
  expect(faults.length).toBeGreaterThan(0)
  expect(await outboxOf(sound.scope)).toMatchObject([{ purpose: 'invitation_reminder' }])
})
