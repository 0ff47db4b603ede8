/** The draw from the closing of willingness to the pairs, and what keeps it from being made otherwise. */
import { afterAll, describe, expect, test } from 'vitest'
import { commitmentOf, sha256 } from '../../src/allocation/certificate/hash.ts'
import { readCertificate } from '../../src/allocation/certificate/read-certificate.ts'
import { lockWillingness } from '../../src/allocation/procedure/actions.ts'
import {
  findDrawnPairs,
  findInputs,
  findPeople,
} from '../../src/allocation/procedure/draw-store.ts'
import { insertProgrammeStaff } from '../../src/protocol/store.ts'
import {
  type Allocating,
  type AllocatingOptions,
  startAllocating,
} from '../support/allocation-under-way.ts'
import { testDatabase } from '../support/database.ts'
import {
  auditOf,
  committed,
  currentOf,
  draw,
  drawn,
  give,
  giveBoth,
  locked,
  refused,
  reopen,
  standingOf,
  values,
} from '../support/drawing-pairs.ts'
import type { Somebody } from '../support/hospital.ts'
import { succeeded } from '../support/succeeded.ts'

const database = testDatabase()
afterAll(() => database.destroy())

const start = (options: AllocatingOptions = {}) => startAllocating(database, options)

const leave = ({ change }: Allocating, { personId }: Somebody) =>
  change((tx) =>
    tx
      .updateTable('participants')
      .set({ state: 'withdrawn', leftAfterPhase: 1 })
      .where('participantId', '=', personId)
      .execute(),
  )

describe('a draw', () => {
  test('goes from closed willingness over two values and the commitment to pairs under which everybody is willing', async () => {
    const willing = (mentor: number, mentee: number) => (mentor + mentee) % 4 !== 0
    const allocating = await start({ willing })
    await locked(allocating)
    expect(await currentOf(allocating)).toMatchObject({ number: 1, kind: 'first', state: 'locked' })
    const first = await give(allocating, allocating.facilitator, {
      role: 'facilitator',
      value: ` ${values.facilitator} `,
    })
    expect(first).toEqual({ ok: true, value: { isCommitted: false } })
    expect(await currentOf(allocating)).toMatchObject({ state: 'locked', commitment: null })
    const second = await give(allocating, allocating.lead, { role: 'lead', value: values.lead })
    expect(second).toEqual({ ok: true, value: { isCommitted: true } })
    const { inputsSha256, commitment, state } = await currentOf(allocating)
    expect(state).toBe('committed')
    expect(commitment).toBe(commitmentOf(String(inputsSha256), values))

    expect((await draw(allocating, 1)).ok).toBe(true)
    const current = await currentOf(allocating)
    const certificate = succeeded(readCertificate(String(current.certificate)))
    expect(certificate).toMatchObject({ ...{ commitment, inputsSha256 }, contributions: values })
    const pairs = await allocating.change((tx, programme) => findDrawnPairs(tx, programme, 1))
    const at = (people: readonly Somebody[], id: string) =>
      people.findIndex(({ personId }) => personId === id)
    for (const { mentorId, menteeId } of pairs ?? [])
      expect(willing(at(allocating.mentors, mentorId), at(allocating.mentees, menteeId))).toBe(true)
    expect(new Set(pairs?.map(({ menteeId }) => menteeId)).size).toBe(5)
    expect((await standingOf(allocating)).pairs).toEqual([])
  })

  test('is in the audit log with numbers, counts and hashes, in the names of those who made it', async () => {
    const allocating = await start()
    await drawn(allocating)
    const { inputsSha256, commitment, certificate } = await currentOf(allocating)
    const { resultSha256 } = succeeded(readCertificate(String(certificate)))
    const certificateSha256 = sha256(String(certificate))
    const subject = allocating.programmeId
    const [lead, facilitator] = [allocating.lead.personId, allocating.facilitator.personId]
    expect(await auditOf(allocating, 'willingness.locked')).toEqual([
      { details: { number: 1, inputsSha256 }, actorId: lead, subject },
    ])
    expect(await auditOf(allocating, 'allocation_value.given')).toEqual([
      { details: { number: 1, role: 'facilitator' }, actorId: facilitator, subject },
      { details: { number: 1, role: 'lead', commitment }, actorId: lead, subject },
    ])
    const counts = { mentors: 5, mentees: 5, pairs: 5, forced: 0 }
    expect(await auditOf(allocating, 'allocation.drawn')).toEqual([
      {
        details: { number: 1, resultSha256, certificateSha256, method: 'exact', ...counts },
        actorId: lead,
        subject,
      },
    ])
  })

  test('is not made before both values are there, nor a second time', async () => {
    const allocating = await start()
    await locked(allocating)
    expect(await draw(allocating, 1)).toEqual(refused('allocation.values_missing'))
    await giveBoth(allocating, 1)
    expect((await draw(allocating, 1)).ok).toBe(true)
    const { certificate } = await currentOf(allocating)
    expect(await draw(allocating, 1)).toEqual(refused('allocation.drawn_already'))
    expect((await currentOf(allocating)).certificate).toBe(certificate)
    expect(await draw(allocating, 2)).toEqual(refused('allocation.not_under_way'))
  })

  test('is a defect where the recorded inputs or the commitment are not those it is made from', async () => {
    const allocating = await start()
    const number = await committed(allocating)
    for (const column of ['inputsSha256', 'commitment'] as const) {
      const before = Buffer.from(String((await currentOf(allocating))[column]), 'hex')
      const put = (bytes: Buffer) =>
        allocating.change((tx) =>
          tx
            .updateTable('allocationDraws')
            .set({ [column]: bytes })
            .where('programmeId', '=', allocating.programmeId)
            .execute(),
        )
      await put(Buffer.alloc(32, 7))
      await expect(draw(allocating, number)).rejects.toThrow('are not those')
      await put(before)
    }
    expect((await draw(allocating, number)).ok).toBe(true)
  })
})

describe('the two values', () => {
  test('come from two people, each in a role of theirs, each once', async () => {
    const allocating = await start()
    const { lead, secondLead, facilitator, change, programmeId } = allocating
    await change((tx, { organisationId }) =>
      insertProgrammeStaff(tx, organisationId, [
        { programmeId, staffId: lead.personId, role: 'facilitator' },
      ]),
    )
    await locked(allocating)
    const value = 'twelve characters'
    expect(await give(allocating, facilitator, { role: 'lead', value })).toEqual(
      refused('allocation.not_your_role'),
    )
    expect((await give(allocating, lead, { role: 'facilitator', value })).ok).toBe(true)
    expect(await give(allocating, lead, { role: 'lead', value })).toEqual(
      refused('allocation.same_person'),
    )
    expect(await give(allocating, facilitator, { role: 'facilitator', value })).toEqual(
      refused('allocation.value_is_there'),
    )
    expect((await give(allocating, secondLead, { role: 'lead', value })).ok).toBe(true)
  })

  test('are one line of 8 to 200 visible characters', async () => {
    const allocating = await start()
    await locked(allocating)
    const { lead } = allocating
    const tried = (value: string) => give(allocating, lead, { role: 'lead', value })
    expect(await tried('1234567 ')).toEqual(refused('allocation.value_length'))
    expect(await tried('x'.repeat(201))).toEqual(refused('allocation.value_length'))
    for (const unseen of ['\n', '\t', '\u202e', '\u2028', '\u200b', '\u0000'])
      expect(await tried(`1234${unseen}5678`)).toEqual(refused('allocation.value_characters'))
    expect((await tried('⚂ ⚄ ⚀ é 42')).ok).toBe(true)
  })

  test('are not taken while not everybody can be paired', async () => {
    const allocating = await start({ willing: (_, mentee) => mentee !== 0 })
    await locked(allocating)
    expect(await give(allocating, allocating.lead, { role: 'lead', value: values.lead })).toEqual(
      refused('allocation.not_all_can_be_paired'),
    )
    expect((await standingOf(allocating)).contributions).toEqual([])
  })

  test('are not taken, and nothing is drawn, once somebody in the draw has left', async () => {
    const allocating = await start()
    const number = await committed(allocating)
    await leave(allocating, allocating.mentors[0] as Somebody)
    expect(await draw(allocating, number)).toEqual(refused('allocation.somebody_left'))
    expect((await reopen(allocating)).ok).toBe(true)
    await locked(allocating)
    await leave(allocating, allocating.mentees[0] as Somebody)
    expect(
      await give(allocating, allocating.lead, { number: 2, role: 'lead', value: values.lead }),
    ).toEqual(refused('allocation.somebody_left'))
  })

  test('are encrypted where they are kept', async () => {
    const allocating = await start()
    await committed(allocating)
    const rows = await allocating.change((tx) =>
      tx.selectFrom('allocationContributions').select('sealedValue').execute(),
    )
    expect(rows).toHaveLength(2)
    for (const { sealedValue } of rows)
      for (const value of Object.values(values))
        expect(sealedValue.toString('latin1')).not.toContain(value)
  })
})

describe('willingness', () => {
  const tried = async (options: AllocatingOptions) => {
    const { scopeOf, lead, programmeId } = await start(options)
    return lockWillingness(scopeOf(lead), { programmeId })
  }

  test('is closed in an open programme with people on both sides, and only once', async () => {
    expect(await tried({ state: 'setting_up' })).toEqual(refused('programme.not_open'))
    expect(await tried({ state: 'closed' })).toEqual(refused('programme.closed'))
    expect(await tried({ participants: 'invited' })).toEqual(refused('allocation.no_mentors'))
    expect(await tried({ mentees: 0 })).toEqual(refused('allocation.no_mentees'))
    const noStep = await tried({
      protocol: (protocol) => ({
        ...protocol,
        steps: protocol.steps.filter(({ kind }) => kind !== 'allocation' && kind !== 'session'),
      }),
    })
    expect(noStep).toEqual(refused('allocation.not_in_protocol'))
    const allocating = await start()
    await locked(allocating)
    const { scopeOf, lead, programmeId } = allocating
    expect(await lockWillingness(scopeOf(lead), { programmeId })).toEqual(
      refused('allocation.under_way'),
    )
  })

  test('is opened again by the lead before the draw, and what was fixed for it is gone', async () => {
    const allocating = await start()
    await committed(allocating)
    expect(await reopen(allocating, { person: allocating.facilitator })).toEqual(
      refused('allocation.lead_opens_again'),
    )
    expect((await reopen(allocating)).ok).toBe(true)
    expect((await standingOf(allocating)).current).toBeNull()
    await allocating.change(async (tx, programme) => {
      expect(await findInputs(tx, programme, 1)).toBeNull()
      expect(await findPeople(tx, programme, 1)).toBeNull()
    })
    expect(await draw(allocating, 1)).toEqual(refused('allocation.not_under_way'))
    expect(await locked(allocating)).toBe(2)
    await giveBoth(allocating, 2)
    expect((await draw(allocating, 2)).ok).toBe(true)
    expect(await reopen(allocating, { number: 2 })).toEqual(refused('allocation.drawn_already'))
  })
})
