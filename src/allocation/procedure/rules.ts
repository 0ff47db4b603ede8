/** What can be done with an allocation as it stands, and by whom. Whether a pairing is possible is not looked at here. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Participant } from '../../people/model.ts'
import type { ProgrammeState } from '../../protocol/store.ts'
import type { LoadedAllocation, RoleHolder } from './load-allocation.ts'
import type { AllocationDraw, ContributingRole, Contribution, DrawState, People } from './model.ts'
import { everybody } from './taking-part.ts'

export type AllocationFacts = {
  readonly programme: ProgrammeState
  readonly isInProtocol: boolean
  /** Those who have agreed to take part. */
  readonly mentors: number
  readonly mentees: number
  readonly hasPairs: boolean
  readonly draws: readonly AllocationDraw[]
  readonly current: AllocationDraw | null
}

export const factsOf = ({
  programme: { state, protocol },
  participants,
  pairs,
  draws,
  current,
}: LoadedAllocation): AllocationFacts => {
  const { mentors, mentees } = everybody(participants)
  return {
    programme: state,
    isInProtocol: protocol.steps.some(({ kind }) => kind === 'allocation'),
    mentors: mentors.length,
    mentees: mentees.length,
    hasPairs: pairs.length > 0,
    ...{ draws, current },
  }
}

/** What keeps anything from being done at all. */
export type Hindrance = {
  readonly kind:
    | 'allocation.not_in_protocol'
    | 'programme.not_open'
    | 'programme.closed'
    | 'allocation.imported'
}

export const hindranceOf = (facts: AllocationFacts): Hindrance | null => {
  if (facts.hasPairs && facts.current === null) return { kind: 'allocation.imported' }
  if (!facts.isInProtocol) return { kind: 'allocation.not_in_protocol' }
  if (facts.programme === 'setting_up') return { kind: 'programme.not_open' }
  return facts.programme === 'closed' ? { kind: 'programme.closed' } : null
}

export type LockProblem =
  | Hindrance
  | {
      readonly kind:
        | 'allocation.under_way'
        | 'allocation.published'
        | 'allocation.no_mentors'
        | 'allocation.no_mentees'
    }

export const mayLock = (facts: AllocationFacts): Result<null, LockProblem> => {
  const hindrance = hindranceOf(facts)
  if (hindrance !== null) return fail(hindrance)
  if (facts.current?.state === 'published') return fail({ kind: 'allocation.published' })
  if (facts.current !== null) return fail({ kind: 'allocation.under_way' })
  if (facts.mentors === 0) return fail({ kind: 'allocation.no_mentors' })
  return facts.mentees === 0 ? fail({ kind: 'allocation.no_mentees' }) : ok(null)
}

/** What was asked of a draw on a page: by now it may be over, or another one under way. */
export type LateProblem = {
  readonly kind: 'allocation.not_under_way' | 'allocation.drawn_already'
}

type StateBefore = Extract<DrawState, 'locked' | 'committed'>

/** How far the draw with this number has come, if it is still to be drawn. */
const stateBeforeDraw = (
  facts: AllocationFacts,
  number: number,
): Result<StateBefore, Hindrance | LateProblem> => {
  const hindrance = hindranceOf(facts)
  if (hindrance !== null) return fail(hindrance)
  const state = facts.draws.find((draw) => draw.number === number)?.state ?? 'reopened'
  if (state === 'reopened') return fail({ kind: 'allocation.not_under_way' })
  return state === 'locked' || state === 'committed'
    ? ok(state)
    : fail({ kind: 'allocation.drawn_already' })
}

export type ReopenProblem =
  | Hindrance
  | LateProblem
  | { readonly kind: 'allocation.lead_opens_again' }

/** The willingness is the lead's to open; a request for another draw can be dropped by either. */
export const mayReopen = (
  facts: AllocationFacts,
  { number, roles }: { readonly number: number; readonly roles: readonly ContributingRole[] },
): Result<null, ReopenProblem> => {
  const before = stateBeforeDraw(facts, number)
  if (!before.ok) return before
  const isFirst = facts.current?.kind === 'first'
  return isFirst && !roles.includes('lead')
    ? fail({ kind: 'allocation.lead_opens_again' })
    : ok(null)
}

export type GivingProblem =
  | Hindrance
  | LateProblem
  | {
      readonly kind:
        | 'allocation.not_your_role'
        | 'allocation.value_is_there'
        | 'allocation.same_person'
    }

export type Giver = {
  readonly number: number
  readonly staffId: string | null
  readonly role: ContributingRole
}

export const rolesOf = (
  holders: readonly RoleHolder[],
  staffId: string | null,
): readonly ContributingRole[] =>
  holders.filter((holder) => holder.staffId === staffId).map(({ role }) => role)

/** Two values by two people, whatever roles one of them has. */
export const mayGive = (
  facts: AllocationFacts,
  { holders, contributions }: Pick<LoadedAllocation, 'holders' | 'contributions'>,
  { number, staffId, role }: Giver,
): Result<null, GivingProblem> => {
  const before = stateBeforeDraw(facts, number)
  if (!before.ok) return before
  if (!rolesOf(holders, staffId).includes(role)) return fail({ kind: 'allocation.not_your_role' })
  if (contributions.some((given) => given.role === role))
    return fail({ kind: 'allocation.value_is_there' })
  return contributions.some((given) => given.staffId === staffId)
    ? fail({ kind: 'allocation.same_person' })
    : ok(null)
}

/** Whether somebody else is there who can give the other value. */
export const hasTwoPeople = (holders: readonly RoleHolder[]): boolean =>
  holders.some(
    ({ role, staffId }) =>
      role === 'lead' &&
      holders.some((other) => other.role === 'facilitator' && other.staffId !== staffId),
  )

/** Both values, or the roles that have not given theirs. */
export const valuesOf = (
  contributions: readonly Contribution[],
): { readonly lead: string; readonly facilitator: string } | null => {
  const [lead, facilitator] = ['lead', 'facilitator'].map(
    (role) => contributions.find((given) => given.role === role)?.value,
  )
  return lead === undefined || facilitator === undefined ? null : { lead, facilitator }
}

export type DrawingProblem =
  | Hindrance
  | LateProblem
  | { readonly kind: 'allocation.values_missing' }

export const mayDraw = (facts: AllocationFacts, number: number): Result<null, DrawingProblem> => {
  const before = stateBeforeDraw(facts, number)
  if (!before.ok) return before
  return before.value === 'committed' ? ok(null) : fail({ kind: 'allocation.values_missing' })
}

export type AgainProblem =
  | Hindrance
  | {
      readonly kind:
        | 'allocation.nothing_drawn'
        | 'allocation.under_way'
        | 'allocation.published'
        | 'allocation.no_role'
    }

/** While what was drawn waits to be published: once people know their partner, only a departure starts a draw. */
export const mayAskAgain = (facts: AllocationFacts, number: number): Result<null, AgainProblem> => {
  const hindrance = hindranceOf(facts)
  if (hindrance !== null) return fail(hindrance)
  const { current } = facts
  if (current === null) return fail({ kind: 'allocation.nothing_drawn' })
  if (current.state === 'published') return fail({ kind: 'allocation.published' })
  return current.state === 'drawn' && current.number === number
    ? ok(null)
    : fail({ kind: 'allocation.under_way' })
}

/** How many take part who are not drawn: they agreed after it was begun, or have said yes to nobody. */
export const notInDraw = (
  { mentors, mentees }: People,
  participants: readonly Participant[],
): number => {
  const inDraw = new Set([...mentors, ...mentees])
  const now = everybody(participants)
  return [...now.mentors, ...now.mentees].filter((id) => !inDraw.has(id)).length
}
