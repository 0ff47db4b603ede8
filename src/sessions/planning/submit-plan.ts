/** What comes of a form in which times are proposed or a session is moved, whoever sends it: one of the pair, or whoever books for one. */
import { fail, type Result } from '../../lib/result.ts'
import type { ActionScope, RepeatedKeyProblem } from '../../platform/action.ts'
import type { Protocol } from '../../protocol/model.ts'
import { moveSession, type Planning, proposeTimes } from './actions.ts'
import { mostProposals } from './model.ts'
import {
  errorsFrom,
  type PlanErrors,
  type ReadPlan,
  readPlanForm,
  type TypedPlan,
  typedPlanIn,
} from './plan-form.ts'
import type { PlanningProblem } from './rules.ts'

type Scope = Omit<ActionScope, 'actor'>

/** `form`: the fields of `typedPlanIn`, and `plan`, the one that stood on the page. */
export type Submitted = {
  readonly planning: Planning
  readonly protocol: Protocol
  readonly form: Readonly<Record<string, unknown>> & { readonly plan: string }
}

/** The form that comes back, as it was typed. */
export type RefusedPlan = { readonly typed: TypedPlan; readonly errors: PlanErrors }

type CarryOut = (
  scope: Scope,
  submitted: Submitted,
  read: ReadPlan,
) => Promise<Result<null, PlanningProblem | RepeatedKeyProblem>>

/** @returns null: it is done */
const submit =
  (fields: number, carryOut: CarryOut) =>
  async (scope: Scope, submitted: Submitted): Promise<RefusedPlan | null> => {
    const typed = typedPlanIn(submitted.form, fields)
    const read = readPlanForm(typed, submitted.protocol)
    if (!read.ok) return { typed, errors: read.problem.errors }
    const done = await carryOut(scope, submitted, read.value)
    return done.ok ? null : { typed, errors: errorsFrom(done.problem, read.value.fields) }
  }

export const submitProposal = submit(
  mostProposals,
  (scope, { planning, form: { plan } }, { times, meeting }) =>
    proposeTimes(scope, { ...planning, times, meeting, instead: plan === '' ? null : plan }),
)

export const submitMove = submit(1, async (scope, { planning, form }, { times, meeting }) => {
  const [startsAt] = times
  return startsAt === undefined
    ? fail({ kind: 'times.none' })
    : moveSession(scope, { ...planning, planId: form.plan, startsAt, meeting })
})
