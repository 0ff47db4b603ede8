/** Appointments of pairs. Where they meet is sealed with the programme's key. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { seal, unseal } from '../../platform/keys.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { sessionModeOf } from '../store.ts'
import { type Plan, type PlanState, planStates } from './model.ts'

const contextOf = (planId: string): string => `session_plans/${planId}`

const planStateOf = (text: string): PlanState => {
  const state = planStates.find((known) => known === text)
  if (state === undefined) throw new Error(`A plan in an unknown state: ${text}`)
  return state
}

/** By pair; of one pair in no order. */
export const listPlans = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
): Promise<readonly Plan[]> => {
  const proposals = Map.groupBy(
    await tx
      .selectFrom('sessionProposals')
      .select(['planId', 'startsAt'])
      .where('organisationId', '=', organisationId)
      .where('programmeId', '=', programmeId)
      .orderBy('startsAt')
      .execute(),
    ({ planId }) => planId,
  )
  const rows = await tx
    .selectFrom('sessionPlans')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .orderBy('pairId')
    .orderBy('planId')
    .execute()
  return rows.map(({ organisationId: _, programmeId: __, sealedPlace, ...row }) => ({
    ...row,
    state: planStateOf(row.state),
    proposedBy: row.proposedBy === 'mentor' ? 'mentor' : 'mentee',
    mode: sessionModeOf(row.mode),
    place:
      sealedPlace === null
        ? null
        : unseal(programmeKey, sealedPlace, contextOf(row.planId)).toString('utf8'),
    proposals: (proposals.get(row.planId) ?? []).map(({ startsAt }) => startsAt),
  }))
}

/** The whole plan, new or in place of what it was. */
export const putPlan = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
  { proposals, place, ...plan }: Plan,
): Promise<void> => {
  const key = { organisationId, programmeId, planId: plan.planId }
  const sealedPlace = place === null ? null : seal(programmeKey, place, contextOf(plan.planId))
  await tx
    .insertInto('sessionPlans')
    .values({ ...key, ...plan, sealedPlace })
    .onConflict((conflict) =>
      conflict
        .columns(['organisationId', 'programmeId', 'planId'])
        .doUpdateSet({ ...plan, sealedPlace }),
    )
    .execute()
  await tx
    .deleteFrom('sessionProposals')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('planId', '=', plan.planId)
    .execute()
  if (proposals.length === 0) return
  await tx
    .insertInto('sessionProposals')
    .values(proposals.map((startsAt) => ({ ...key, startsAt })))
    .execute()
}

/** A proposal that another takes the place of. */
export const deletePlan = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { planId }: Pick<Plan, 'planId'>,
): Promise<void> => {
  await tx
    .deleteFrom('sessionPlans')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('planId', '=', planId)
    .execute()
}
