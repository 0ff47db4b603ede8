/** The allocation of a programme as it stands, without anything that mentors have said. */
import { listStaff } from '../../organisations/store.ts'
import type { Participant } from '../../people/model.ts'
import { listParticipants, type Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import { listProgrammeStaff } from '../../protocol/store.ts'
import { listPairs, type StoredPair } from '../store.ts'
import { listContributions } from './contribution-store.ts'
import { listDraws } from './draw-store.ts'
import {
  type AllocationDraw,
  type ContributingRole,
  type Contribution,
  contributingRoles,
} from './model.ts'

/** Somebody who may give a value. Whoever has both roles is listed twice. */
export type RoleHolder = {
  readonly staffId: string
  readonly name: string
  readonly role: ContributingRole
}

export type LoadedAllocation = {
  readonly programme: OpenProgramme
  readonly participants: readonly Participant[]
  readonly draws: readonly AllocationDraw[]
  readonly current: AllocationDraw | null
  /** To the current draw. */
  readonly contributions: readonly Contribution[]
  /** Also those that have ended. */
  readonly pairs: readonly StoredPair[]
  readonly holders: readonly RoleHolder[]
  /** The same, by name. */
  readonly contributors: Readonly<Record<ContributingRole, readonly string[]>>
}

/** The one that is to be drawn, else the one that is drawn and not published, else the last that was published. */
export const currentDraw = (draws: readonly AllocationDraw[]): AllocationDraw | null =>
  draws.findLast(({ state }) => state === 'locked' || state === 'committed') ??
  draws.findLast(({ state }) => state === 'drawn') ??
  draws.findLast(({ state }) => state === 'published') ??
  null

/** Null: the organisation has no such programme. */
export const loadAllocation = async (
  tx: Transaction,
  asked: Place & { readonly masterKey: Key },
): Promise<LoadedAllocation | null> => {
  const programme = await openProgramme(tx, asked)
  if (programme === null) return null
  const draws = await listDraws(tx, programme)
  const current = currentDraw(draws)
  const holders = await listHolders(tx, programme)
  const named = (role: ContributingRole) =>
    holders.filter((holder) => holder.role === role).map(({ name }) => name)
  return {
    ...{ programme, draws, current, holders },
    participants: await listParticipants(tx, programme),
    contributions: current === null ? [] : await listContributions(tx, programme, current.number),
    pairs: await listPairs(tx, programme),
    contributors: { lead: named('lead'), facilitator: named('facilitator') },
  }
}

const listHolders = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<readonly RoleHolder[]> => {
  const given = (await listProgrammeStaff(tx, organisationId)).filter(
    (one) => one.programmeId === programmeId,
  )
  return (await listStaff(tx, organisationId)).flatMap(({ staffId, name }) =>
    contributingRoles
      .filter((role) => given.some((one) => one.staffId === staffId && one.role === role))
      .map((role) => ({ staffId, name, role })),
  )
}
