/** What the page of the allocation says where nothing can be drawn, and that it tells nothing about a person. */
import { afterAll, describe, expect, test } from 'vitest'
import { lockWillingness } from '../../src/allocation/procedure/actions.ts'
import { insertPairs } from '../../src/allocation/store.ts'
import {
  type Allocating,
  type AllocatingOptions,
  startAllocating,
} from '../support/allocation-under-way.ts'
import { testDatabase } from '../support/database.ts'
import { committed, currentOf, drawn, locked } from '../support/drawing-pairs.ts'
import type { Somebody } from '../support/hospital.ts'
import { send, visit, wordsOf } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const addressOf = ({ programmeId }: Allocating): string => `/programmes/${programmeId}/allocation`

const pageOf = async (allocating: Allocating, as: Somebody = allocating.lead): Promise<string> => {
  const reply = await visit(server, addressOf(allocating), { as })
  expect(reply.status).toBe(200)
  const text = await reply.text()
  return (/<main.*<\/main>/s.exec(text)?.[0] ?? '').replaceAll(/<[^>]+>/g, ' ')
}

const started = async (options: AllocatingOptions = {}) => startAllocating(database, options)

describe('the page', () => {
  test('says why nothing can be drawn in a programme that is not open, or has no allocation', async () => {
    const sentences = {
      setting_up: 'The programme is not open yet',
      closed: 'The programme is closed',
    } as const
    for (const state of ['setting_up', 'closed'] as const)
      expect(await pageOf(await started({ state }))).toContain(sentences[state])
    const without = await started({
      protocol: (protocol) => ({
        ...protocol,
        steps: protocol.steps.filter(({ kind }) => kind !== 'allocation' && kind !== 'session'),
      }),
    })
    expect(await pageOf(without)).toContain('has no allocation')
  })

  test('says where the pairs came with an imported study', async () => {
    const allocating = await started({ state: 'closed' })
    const [mentorId, menteeId] = [allocating.mentors[0], allocating.mentees[0]].map((somebody) =>
      String(somebody?.personId),
    ) as [string, string]
    const pair = { pairId: crypto.randomUUID(), label: 'P1', mentorId, menteeId, drawNumber: null }
    await allocating.change((tx, programme) => insertPairs(tx, programme, [pair]))
    expect(await pageOf(allocating)).toContain('came with the study that was imported')
  })

  test('says that a second person is missing, and who has to do something', async () => {
    const allocating = await started()
    expect(await pageOf(allocating, allocating.facilitator)).toContain(
      'It is the turn of The lead or The lead (lead), who closes the willingness',
    )
    await allocating.change((tx) =>
      tx
        .deleteFrom('programmeStaff')
        .where('programmeId', '=', allocating.programmeId)
        .where('role', '=', 'facilitator')
        .execute(),
    )
    expect(await pageOf(allocating)).toContain('Nobody is facilitator of this programme yet')
  })

  test('shows a value to whoever gave it, and to nobody else before both are there', async () => {
    const allocating = await started()
    const number = String(await locked(allocating))
    const form = { number, role: 'lead', value: 'only I know this' }
    const given = await send(server, `${addressOf(allocating)}/values`, {
      as: allocating.lead,
      form,
    })
    expect(given.status).toBe(303)
    const shown = async (as: Somebody) =>
      (await (await visit(server, addressOf(allocating), { as })).text()).includes(form.value)
    expect(await shown(allocating.lead)).toBe(true)
    expect(await shown(allocating.facilitator)).toBe(false)
    expect(await shown(allocating.secondLead)).toBe(false)
  })

  test('names the draws that were replaced, dropped or opened again, with their reasons', async () => {
    const allocating = await started()
    await drawn(allocating)
    const address = `${addressOf(allocating)}/again`
    const reason = 'Somebody was left out by mistake.'
    const asked = await send(server, address, {
      as: allocating.lead,
      form: { number: '1', reason },
    })
    expect(asked.status).toBe(303)
    const form = { number: '2' }
    await send(server, `${addressOf(allocating)}/reopen`, { as: allocating.facilitator, form })
    const page = await pageOf(allocating)
    expect(page).toContain('Other draws of this programme')
    expect(page).toContain(reason)
    expect(page).toContain('Not made')
  })

  test('leads whoever presses Draw too late to the draw that was made', async () => {
    const allocating = await started()
    const number = String(await committed(allocating))
    const press = (as: Somebody) =>
      send(server, `${addressOf(allocating)}/draw`, { as, form: { number, confirmed: 'yes' } })
    const [one, other] = await Promise.all([press(allocating.lead), press(allocating.facilitator)])
    expect([one.status, other.status]).toEqual([303, 303])
    expect(one.headers.get('location')).toBe(addressOf(allocating))
    const { certificate } = await currentOf(allocating)
    expect((await press(allocating.secondLead)).status).toBe(303)
    expect((await currentOf(allocating)).certificate).toBe(certificate)
  })
})

test('what lead and facilitator read is the same byte for byte, whoever was refused by whom', async () => {
  const allocating = await started({ willing: () => true })
  const { lead, facilitator, scopeOf, programmeId, change } = allocating
  const everyRefusal = async (mentor: number, mentee: number) => {
    await change(async (tx) => {
      await tx.deleteFrom('allocationDraws').where('programmeId', '=', programmeId).execute()
      const rows = await tx
        .selectFrom('willingness')
        .select(['mentor', 'mentee'])
        .where('programmeId', '=', programmeId)
        .orderBy('mentor')
        .orderBy('mentee')
        .execute()
      await tx.updateTable('willingness').set({ isWilling: true }).execute()
      const refusal = rows[mentor * 5 + mentee]
      await tx
        .updateTable('willingness')
        .set({ isWilling: false })
        .where('programmeId', '=', programmeId)
        .where('mentor', '=', String(refusal?.mentor))
        .where('mentee', '=', String(refusal?.mentee))
        .execute()
    })
    expect((await lockWillingness(scopeOf(lead), { programmeId })).ok).toBe(true)
    const pages = [lead, facilitator].map(async (as) =>
      (await wordsOf(await visit(server, addressOf(allocating), { as })))
        .replaceAll(/[0-9a-f]{64}/g, 'hash')
        .replaceAll(/(\d{4}-){3}\d{4}/g, 'digits')
        .replaceAll(/at \d\d:\d\d/g, 'at'),
    )
    return Promise.all(pages)
  }
  const first = await everyRefusal(0, 0)
  expect(await everyRefusal(3, 1)).toEqual(first)
  expect(await everyRefusal(4, 4)).toEqual(first)
}, 60_000)
