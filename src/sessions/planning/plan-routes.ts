/** The door of mentors and mentees to proposing times, and to moving a session. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, route } from '../../web/route.ts'
import { moveSession, proposeTimes } from './actions.ts'
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
import { mostProposals } from './model.ts'
import {
  errorsFrom,
  freshMove,
  freshProposal,
  noErrors,
  type PlanErrors,
  readPlanForm,
  type TypedPlan,
  typedPlanIn,
} from './plan-form.ts'
import { mayPlanMore } from './rules.ts'

/** Besides: the fields of `typedPlanIn`. */
const planForm = z.looseObject(sent)

type Shown = { readonly typed: TypedPlan; readonly errors: PlanErrors }

const pageProps = (context: Context, loaded: LoadedPair, what: string) => ({
  ...{ own: loaded.own, pair: loaded.chosen, target: targetOf(context, loaded, what) },
})

const statusOf = (errors: PlanErrors) => (errors.size === 0 ? 200 : 422)

const proposing = (context: Context, loaded: LoadedPair, shown: Shown): Reply => {
  const body = createElement(ProposePage, { ...pageProps(context, loaded, 'propose'), ...shown })
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

const propose = async (context: FormContext): Promise<Reply> => {
  const { person, scope, input } = context
  const loaded = await loadPair(context)
  if (loaded === null || person.kind !== 'participant') return toSession(context)
  const typed = typedPlanIn(input, mostProposals)
  const form = readPlanForm(typed, loaded.own.programme.protocol)
  if (!form.ok) return proposing(context, loaded, { typed, errors: form.problem.errors })
  const planning = planningFor(context, person.personId, loaded.chosen)
  const done = await proposeTimes(scope, { ...planning, ...form.value })
  if (done.ok) return toSession(context)
  return proposing(context, loaded, { typed, errors: errorsFrom(done.problem, form.value.fields) })
}

const moving = (context: Context, loaded: LoadedPair, shown: Shown): Reply => {
  const body = createElement(MovePage, { ...pageProps(context, loaded, 'move'), ...shown })
  return { kind: 'page', title: moveTitle, body, status: statusOf(shown.errors) }
}

const showMove = async (context: Context): Promise<Reply> => {
  const loaded = await loadPair(context)
  if (loaded?.chosen.plan?.state !== 'planned') return toSession(context)
  return moving(context, loaded, { typed: freshMove(loaded.chosen.plan), errors: noErrors })
}

const move = async (context: FormContext): Promise<Reply> => {
  const { person, scope, input } = context
  const loaded = await loadPair(context)
  if (loaded === null || person.kind !== 'participant') return toSession(context)
  const typed = typedPlanIn(input, 1)
  const form = readPlanForm(typed, loaded.own.programme.protocol)
  if (!form.ok) return moving(context, loaded, { typed, errors: form.problem.errors })
  const [startsAt] = form.value.times
  if (startsAt === undefined)
    return moving(context, loaded, { typed, errors: errorsFrom({ kind: 'times.none' }, []) })
  const { meeting, fields } = form.value
  const planning = planningFor(context, person.personId, loaded.chosen)
  const done = await moveSession(scope, { ...planning, planId: input.plan, startsAt, meeting })
  if (done.ok) return toSession(context)
  return moving(context, loaded, { typed, errors: errorsFrom(done.problem, fields) })
}

const get = { method: 'GET', who, params, input: query } as const
const post = { method: 'POST', who, params, input: planForm } as const

export const planRoutes: readonly Route[] = [
  route({ ...get, path: `${path}/propose`, handle: showPropose }),
  route({ ...post, path: `${path}/propose`, handle: propose }),
  route({ ...get, path: `${path}/move`, handle: showMove }),
  route({ ...post, path: `${path}/move`, handle: move }),
]
