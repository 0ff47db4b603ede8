/** Another draw instead of the one that was made, and the willingness opened again: both by two people. */
import { afterAll, describe, expect, test } from 'vitest'
import { readCertificate } from '../../src/allocation/certificate/read-certificate.ts'
import { type AllocatingOptions, startAllocating } from '../support/allocation-under-way.ts'
import { testDatabase } from '../support/database.ts'
import {
  ask,
  auditOf,
  committed,
  currentOf,
  draw,
  drawn,
  giveBoth,
  locked,
  refused,
  reopen,
  standingOf,
} from '../support/drawing-pairs.ts'
import { succeeded } from '../support/succeeded.ts'

const database = testDatabase()
afterAll(() => database.destroy())

const start = (options: AllocatingOptions = {}) => startAllocating(database, options)

describe('another draw', () => {
  const reason = 'A pair that must not be was not excluded.'

  test('needs a reason that names nobody who takes part', async () => {
    const allocating = await start()
    await drawn(allocating)
    const { facilitator } = allocating
    expect(await ask(allocating, facilitator, '   too short ')).toEqual(
      refused('allocation.reason_length'),
    )
    expect(await ask(allocating, facilitator, 'x'.repeat(501))).toEqual(
      refused('allocation.reason_length'),
    )
    const names = await allocating.change((tx) =>
      tx
        .updateTable('participants')
        .set({ name: 'Dr Siân Okonkwo-Hale' })
        .where('participantId', '=', String(allocating.mentees[0]?.personId))
        .execute(),
    )
    expect(names).toHaveLength(1)
    expect(await ask(allocating, facilitator, 'I know sian and the HALE family well.')).toEqual({
      ok: false,
      problem: { kind: 'allocation.reason_names_somebody', words: ['HALE', 'sian'] },
    })
    expect((await ask(allocating, facilitator, ` ${reason}\n`)).ok).toBe(true)
    expect(await currentOf(allocating)).toMatchObject({
      ...{ number: 2, kind: 'again', state: 'locked', reason, askedByRole: 'facilitator' },
    })
  })

  test('keeps what was drawn until it is drawn itself, and both stand in its certificate', async () => {
    const allocating = await start()
    await drawn(allocating)
    expect((await ask(allocating, allocating.lead, reason)).ok).toBe(true)
    const stateOf = async (number: number) =>
      (await standingOf(allocating)).draws.find((one) => one.number === number)?.state
    expect(await stateOf(1)).toBe('drawn')
    expect(await ask(allocating, allocating.lead, reason)).toEqual(refused('allocation.under_way'))
    await giveBoth(allocating, 2)
    expect((await draw(allocating, 2)).ok).toBe(true)
    expect(await stateOf(1)).toBe('replaced')
    const { certificate } = await currentOf(allocating)
    expect(succeeded(readCertificate(String(certificate)))).toMatchObject({
      ...{ number: 2, kind: 'again', reason, askedBy: 'lead' },
      earlier: [{ number: 1, kind: 'first', state: 'replaced' }],
    })
  })

  test('is not made where the other one does not agree, and what was drawn can be published', async () => {
    const allocating = await start()
    await drawn(allocating)
    const { certificate } = await currentOf(allocating)
    expect((await ask(allocating, allocating.lead, reason)).ok).toBe(true)
    const dropped = await reopen(allocating, {
      ...{ person: allocating.facilitator, number: 2, asksMentors: true },
    })
    expect(dropped.ok).toBe(true)
    expect(await currentOf(allocating)).toMatchObject({ number: 1, state: 'drawn', certificate })
    expect(await allocating.change((tx) => tx.selectFrom('mails').execute())).toEqual([])
  })

  test('is not asked for before anything is drawn', async () => {
    const allocating = await start()
    expect(await ask(allocating, allocating.lead, reason)).toEqual(
      refused('allocation.nothing_drawn'),
    )
    await committed(allocating)
    expect(await ask(allocating, allocating.lead, reason)).toEqual(refused('allocation.under_way'))
    expect(await ask(allocating, allocating.researcher, reason)).toEqual(
      refused('allocation.no_role'),
    )
  })
})

test('asked to reconsider, every mentor gets the same mail, whoever said what', async () => {
  const allocating = await start({ willing: (mentor, mentee) => mentor > 0 && mentee > 1 })
  await allocating.change(async (tx) => {
    for (const { personId } of allocating.mentors)
      await tx
        .updateTable('participants')
        .set({ email: `${personId}@hospital.example` })
        .where('participantId', '=', personId)
        .execute()
  })
  await locked(allocating)
  expect((await reopen(allocating, { asksMentors: true })).ok).toBe(true)
  const mails = await allocating.change((tx) =>
    tx.selectFrom('mails').select(['purpose', 'about']).execute(),
  )
  expect(mails.map(({ about }) => about).toSorted()).toEqual(
    allocating.mentors.map(({ personId }) => personId).toSorted(),
  )
  expect(await auditOf(allocating, 'allocation.reopened')).toMatchObject([
    { details: { number: 1, kind: 'first', asksMentors: true } },
  ])
})
