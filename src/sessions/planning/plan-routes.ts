/** The door of mentors and mentees to proposing times, and to moving a session. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, route } from '../../web/route.ts'
import {
  type Context,
  type FormContext,
  type LoadedPair,
  loadPair,
  params,
  path,
  planningFor,
  query,
  sent,
  targetOf,
  toSession,
  who,
} from './doors.ts'
import { MovePage, moveTitle, ProposePage, proposeTitle } from './form-pages.tsx'
import { freshMove, freshProposal, noErrors, type PlanErrors } from './plan-form.ts'
import { mayPlanMore } from './rules.ts'
import { type RefusedPlan, submitMove, submitProposal } from './submit-plan.ts'

/** Besides: the fields of `typedPlanIn`. */
const planForm = z.looseObject(sent)

const statusOf = (errors: PlanErrors) => (errors.size === 0 ? 200 : 422)

const proposing = (context: Context, loaded: LoadedPair, shown: RefusedPlan): Reply => {
  const target = targetOf(context, loaded, 'propose')
  const pair = { own: loaded.own, pair: loaded.chosen, now: new Date() }
  const body = createElement(ProposePage, { ...pair, target, ...shown })
  return { kind: 'page', title: proposeTitle, body, status: statusOf(shown.errors) }
}

const showPropose = async (context: Context): Promise<Reply> => {
  const loaded = await loadPair(context)
  if (loaded === null) return toSession(context)
  const { protocol } = loaded.own.programme
  const { plan, sessions } = loaded.chosen
  if (plan?.state === 'planned' || !mayPlanMore({ protocol, held: sessions.length }))
    return toSession(context)
  const typed = freshProposal(protocol, plan, new Date())
  return proposing(context, loaded, { typed, errors: noErrors })
}

const moving = (context: Context, loaded: LoadedPair, shown: RefusedPlan): Reply => {
  const target = targetOf(context, loaded, 'move')
  const pair = { own: loaded.own, pair: loaded.chosen, now: new Date() }
  const body = createElement(MovePage, { ...pair, target, ...shown })
  return { kind: 'page', title: moveTitle, body, status: statusOf(shown.errors) }
}

const showMove = async (context: Context): Promise<Reply> => {
  const loaded = await loadPair(context)
  if (loaded?.chosen.plan?.state !== 'planned') return toSession(context)
  return moving(context, loaded, { typed: freshMove(loaded.chosen.plan), errors: noErrors })
}

type Submit = typeof submitMove
type ComesBack = (context: Context, loaded: LoadedPair, shown: RefusedPlan) => Reply

const send =
  (submit: Submit, comesBack: ComesBack) =>
  async (context: FormContext): Promise<Reply> => {
    const { person, scope, input: form } = context
    const loaded = await loadPair(context)
    if (loaded === null || person.kind !== 'participant') return toSession(context)
    const { protocol } = loaded.own.programme
    const planning = planningFor(context, person.personId, loaded.chosen)
    const refused = await submit(scope, { planning, protocol, form })
    return refused === null ? toSession(context) : comesBack(context, loaded, refused)
  }

const get = { method: 'GET', who, params, input: query } as const
const post = { method: 'POST', who, params, input: planForm } as const

export const planRoutes: readonly Route[] = [
  route({ ...get, path: `${path}/propose`, handle: showPropose }),
  route({ ...post, path: `${path}/propose`, handle: send(submitProposal, proposing) }),
  route({ ...get, path: `${path}/move`, handle: showMove }),
  route({ ...post, path: `${path}/move`, handle: send(submitMove, moving) }),
]
