/** The lead's doors to where the pairs are, and to reminding them. */
import { createElement } from 'react'
import * as z from 'zod'
import { dayOf } from '../../lib/dates.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { nudgePairs } from './actions.ts'
import { loadProgress } from './load-progress.ts'
import { nudgePoints } from './model.ts'
import { NudgePage, nudgeTitle } from './nudge-pages.tsx'
import { ProgressPage, progressTitle } from './pages.tsx'
import { sentenceOfNudgeProblem } from './problems.ts'
import { pairsToNudge } from './rules.ts'

const params = z.object({ programme: z.uuid() })
const point = z.enum(nudgePoints)
const query = z.object({ sent: point.optional().catch(undefined) })
const nudgeQuery = z.object({ point: point.catch('agree') })
const nudgeForm = z.object({ idempotencyKey: z.uuid(), point })
type Context<Input = unknown> = RouteContext<z.infer<typeof params>, Input>

const load = ({ scope, params, read }: Context, now: Date) =>
  read((tx) => loadProgress(tx, { ...scope, programmeId: params.programme, now }))

const show = async (context: Context<z.infer<typeof query>>): Promise<Reply> => {
  const now = new Date()
  const loaded = await load(context, now)
  if (loaded === null) return { kind: 'not_found' }
  const sent = context.input.sent ?? null
  const body = createElement(ProgressPage, { loaded, sent, today: dayOf(now) })
  return { kind: 'page', title: progressTitle, body }
}

const ask = async (
  context: Context<z.infer<typeof nudgeQuery>>,
  error: string | null = null,
): Promise<Reply> => {
  const now = new Date()
  const loaded = await load(context, now)
  if (loaded === null) return { kind: 'not_found' }
  const { state } = loaded.programme
  const there = pairsToNudge({ ...loaded, state, today: dayOf(now) }, context.input.point)
  const body = createElement(NudgePage, {
    ...{ loaded, there, error, point: context.input.point },
    idempotencyKey: context.newKey(),
  })
  return { kind: 'page', title: nudgeTitle, body, status: error === null ? 200 : 422 }
}

const path = '/programmes/:programme/progress'

const nudge = async (context: Context<z.infer<typeof nudgeForm>>): Promise<Reply> => {
  const { scope, params, input, service } = context
  const given = { programmeId: params.programme, point: input.point, publicUrl: service.publicUrl }
  const nudged = await nudgePairs(scope, given)
  if (!nudged.ok) return ask(context, sentenceOfNudgeProblem(nudged.problem))
  const to = path.replace(':programme', params.programme)
  return { kind: 'redirect', to: `${to}?sent=${input.point}` }
}

const who = ['lead'] as const

export const routes: readonly Route[] = [
  route({
    ...{ method: 'GET', path, who, params, input: query },
    ...{ navigation: progressTitle, handle: show },
  }),
  route({
    ...{ method: 'GET', path: `${path}/nudge`, who, params, input: nudgeQuery },
    handle: (context) => ask(context),
  }),
  route({ method: 'POST', path: `${path}/nudge`, who, params, input: nudgeForm, handle: nudge }),
]
