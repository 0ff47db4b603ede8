/** The facilitator's doors to the interview as a whole: how it stands, its end, and opening it again. */
import { createElement } from 'react'
import * as z from 'zod'
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { endInterview, reopenInterview } from './actions.ts'
import { type LoadedInterview, loadInterview } from './load-interview.ts'
import { EndInterviewPage, endTitle } from './pages/end.tsx'
import { InterviewHomePage } from './pages/home.tsx'
import { type InterviewProblem, sentenceOfInterviewProblem } from './problems.ts'

export const params = z.object({ programme: z.uuid() })
export type Context<Input = unknown> = RouteContext<z.infer<typeof params>, Input>
export const nothing = z.object({})
export const button = z.object({ idempotencyKey: z.uuid() })
export const who = ['facilitator'] as const

export const start = '/programmes/:programme/interview'
export const homeOf = ({ params: { programme } }: Context): string =>
  `/programmes/${programme}/interview`

/** Null: the organisation has no such programme. */
export const load = ({ scope, params, read }: Context): Promise<LoadedInterview | null> =>
  read((tx) => loadInterview(tx, { ...scope, programmeId: params.programme, now: new Date() }))

export const statusFor = (errors: readonly unknown[]): 200 | 422 =>
  errors.length === 0 ? 200 : 422

type Show = (context: Context, errors?: readonly string[]) => Promise<Reply>

export const showHome: Show = async (context, errors = []) => {
  const loaded = await load(context)
  if (loaded === null) return { kind: 'not_found' }
  const phones = `${context.service.publicUrl}${homeOf(context)}/follow`
  const body = createElement(InterviewHomePage, {
    ...{ loaded, phones, errors },
    idempotencyKey: context.newKey(),
  })
  return { kind: 'page', title: 'Interview', body, status: statusFor(errors) }
}

const showEnd: Show = async (context, errors = []) => {
  const loaded = await load(context)
  if (loaded === null) return { kind: 'not_found' }
  const body = createElement(EndInterviewPage, {
    ...{ loaded, errors },
    idempotencyKey: context.newKey(),
  })
  return { kind: 'page', title: endTitle, body, status: statusFor(errors) }
}

type Outcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: InterviewProblem | RepeatedKeyProblem }

/** To the interview, or the page again with what stood against it. */
export const after = (outcome: Outcome, context: Context, showAgain: Show = showHome) =>
  outcome.ok
    ? ({ kind: 'redirect', to: homeOf(context) } as const)
    : showAgain(context, [sentenceOfInterviewProblem(outcome.problem)])

const programmeOf = ({ params }: Context) => ({ programmeId: params.programme })

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: start,
    who,
    params,
    input: nothing,
    navigation: 'Interview',
    handle: (context) => showHome(context),
  }),
  route({
    method: 'GET',
    path: `${start}/end`,
    who,
    params,
    input: nothing,
    handle: (context) => showEnd(context),
  }),
  route({
    method: 'POST',
    path: `${start}/end`,
    who,
    params,
    input: button,
    handle: async (context) =>
      after(await endInterview(context.scope, programmeOf(context)), context, showEnd),
  }),
  route({
    method: 'POST',
    path: `${start}/reopen`,
    who,
    params,
    input: button,
    handle: async (context) =>
      after(await reopenInterview(context.scope, programmeOf(context)), context),
  }),
]
