/** Who has not said whom they would mentor is reminded, and nothing that is kept tells who that was. */
import { afterAll, expect, test } from 'vitest'
import { startDraw } from '../../src/allocation/procedure/start-draw.ts'
import { remindOfWillingness } from '../../src/allocation/willingness/reminders.ts'
import { read } from '../../src/platform/database.ts'
import { respondentOf } from '../../src/platform/keys.ts'
import { putStageWindow } from '../../src/questionnaires/windows/window-store.ts'
import { type Allocating, startAllocating } from '../support/allocation-under-way.ts'
import { testDatabase } from '../support/database.ts'
import { outboxOf } from '../support/outbox.ts'

const database = testDatabase()
afterAll(() => database.destroy())

const publicUrl = 'https://turnabout.example'
const remindOn = (allocating: Allocating, day: string) =>
  remindOfWillingness(allocating.scope, { now: new Date(`${day}T10:00:00Z`), publicUrl })

/** The first two mentors have said nothing; everybody has an address. */
const waiting = async (): Promise<Allocating> => {
  const allocating = await startAllocating(database, { mentors: 4, mentees: 3 })
  const silent = allocating.mentors.slice(0, 2).map(({ personId }) => personId)
  await allocating.change(async (tx, programme) => {
    const mentors = silent.map((id) => respondentOf(programme.programmeKey, id))
    await tx.deleteFrom('willingness').where('mentor', 'in', mentors).execute()
    for (const { personId } of [...allocating.mentors, ...allocating.mentees])
      await tx
        .updateTable('participants')
        .set({ email: `${personId}@hospital.example` })
        .where('participantId', '=', personId)
        .execute()
    await putStageWindow(tx, programme, {
      ...{ stage: 1, state: 'open', opensOn: '2026-10-01', closesOn: null },
      protocolVersion: 1,
    })
  })
  return allocating
}

const remindedIn = async ({ scope }: Allocating): Promise<readonly string[]> =>
  (await outboxOf(scope))
    .filter(({ purpose }) => purpose === 'willingness_reminder')
    .map(({ to }) => to)
    .toSorted()

const addressesOf = ({ mentors }: Allocating, some: readonly number[]): readonly string[] =>
  some.map((place) => `${mentors[place]?.personId}@hospital.example`).toSorted()

test('only mentors who have not said get the mail, once for each day that is due', async () => {
  const allocating = await waiting()
  await remindOn(allocating, '2026-10-03')
  expect(await remindedIn(allocating)).toEqual([])
  await remindOn(allocating, '2026-10-04')
  await remindOn(allocating, '2026-10-05')
  expect(await remindedIn(allocating)).toEqual(addressesOf(allocating, [0, 1]))
})

test('what is kept is the same for all mentors', async () => {
  const allocating = await waiting()
  await remindOn(allocating, '2026-10-04')
  const rows = await read(database, allocating.scope.organisationId, (tx) =>
    tx
      .selectFrom('reminders')
      .select(['participantId', 'about', 'number'])
      .where('organisationId', '=', allocating.scope.organisationId)
      .execute(),
  )
  const about = 'willingness, open since 2026-10-01'
  expect(rows.map((row) => row.participantId).toSorted()).toEqual(
    allocating.mentors.map(({ personId }) => personId).toSorted(),
  )
  expect(new Set(rows.map((row) => `${row.about}, ${row.number}`))).toEqual(
    new Set([`${about}, 1`]),
  )
  const entry = await read(database, allocating.scope.organisationId, (tx) =>
    tx
      .selectFrom('auditEntries')
      .select(['subject', 'details'])
      .where('organisationId', '=', allocating.scope.organisationId)
      .where('event', '=', 'willingness_reminders.sent')
      .execute(),
  )
  expect(entry).toEqual([{ subject: allocating.programmeId, details: {} }])
})

test('nobody is reminded once the willingness is locked', async () => {
  const allocating = await waiting()
  const { mentors, mentees, lead } = allocating
  await allocating.change((tx, programme) =>
    startDraw({ ...allocating.scopeOf(lead), tx, now: new Date() }, programme, {
      ...{ kind: 'first', reason: null, askedByRole: 'lead' },
      takingPart: {
        mentors: mentors.map(({ personId }) => personId),
        mentees: mentees.map(({ personId }) => personId),
        taken: new Map(),
      },
    }),
  )
  await remindOn(allocating, '2026-10-04')
  expect(await remindedIn(allocating)).toEqual([])
})
