/** A draw, taken by its two people as far as a test needs it. */
import { expect } from 'vitest'
import {
  askAgain,
  giveValue,
  lockWillingness,
  makeDraw,
  reopenWillingness,
} from '../../src/allocation/procedure/actions.ts'
import {
  type LoadedAllocation,
  loadAllocation,
} from '../../src/allocation/procedure/load-allocation.ts'
import type { AllocationDraw, ContributingRole } from '../../src/allocation/procedure/model.ts'
import type { Allocating } from './allocation-under-way.ts'
import { masterKey } from './database.ts'
import type { Somebody } from './hospital.ts'
import { placeOf } from './programme-under-way.ts'
import { succeeded } from './succeeded.ts'

export const values = { lead: '48151623', facilitator: 'seven red dice' } as const

export const standingOf = async (allocating: Allocating): Promise<LoadedAllocation> => {
  const loaded = await allocating.change((tx) =>
    loadAllocation(tx, { ...placeOf(allocating), masterKey }),
  )
  if (loaded === null) throw new Error('The programme is not there.')
  return loaded
}

export const currentOf = async (allocating: Allocating): Promise<AllocationDraw> => {
  const { current } = await standingOf(allocating)
  if (current === null) throw new Error('There is no draw.')
  return current
}

export const locked = async ({ scopeOf, lead, programmeId }: Allocating): Promise<number> =>
  succeeded(await lockWillingness(scopeOf(lead), { programmeId })).number

/** Of the draw with this number. */
export const giveBoth = async (allocating: Allocating, number: number): Promise<void> => {
  const { scopeOf, programmeId } = allocating
  for (const role of ['facilitator', 'lead'] as const) {
    const given = { programmeId, number, role, value: values[role] }
    succeeded(await giveValue(scopeOf(allocating[role]), given))
  }
}

export const committed = async (allocating: Allocating): Promise<number> => {
  const number = await locked(allocating)
  await giveBoth(allocating, number)
  return number
}

export const drawn = async (allocating: Allocating): Promise<number> => {
  const number = await committed(allocating)
  const { scopeOf, lead, programmeId } = allocating
  succeeded(await makeDraw(scopeOf(lead), { programmeId, number }))
  return number
}

/** By whoever it is, with a new form. */
export const give = (
  { scopeOf, programmeId }: Allocating,
  person: Somebody,
  { number = 1, role, value }: { number?: number; role: ContributingRole; value: string },
) => giveValue(scopeOf(person), { programmeId, number, role, value })

export const draw = ({ scopeOf, programmeId, lead }: Allocating, number: number) =>
  makeDraw(scopeOf(lead), { programmeId, number })

export const ask = (allocating: Allocating, person: Somebody, reason: string) =>
  askAgain(allocating.scopeOf(person), { programmeId: allocating.programmeId, number: 1, reason })

export const reopen = (
  allocating: Allocating,
  { person = allocating.lead, number = 1, asksMentors = false } = {},
) => {
  const { programmeId, scopeOf } = allocating
  const publicUrl = 'http://localhost:3000'
  return reopenWillingness(scopeOf(person), { programmeId, number, asksMentors, publicUrl })
}

export const refused = (kind: string) => expect.objectContaining({ ok: false, problem: { kind } })

export const auditOf = ({ change }: Allocating, event: string) =>
  change((tx) =>
    tx
      .selectFrom('auditEntries')
      .select(['details', 'actorId', 'subject'])
      .where('event', '=', event)
      .orderBy('position')
      .execute(),
  )
