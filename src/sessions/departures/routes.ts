/** The lead's door to a draw after somebody has left or a pair has ended. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { beginDepartureDraw } from './actions.ts'
import { loadDeparture } from './load-departure.ts'
import { DeparturePage, departureTitle } from './pages.tsx'
import { sentenceOfDepartureProblem } from './problems.ts'
import { mayDrawAfterDeparture } from './rules.ts'

const params = z.object({ programme: z.uuid() })
const form = z.object({ idempotencyKey: z.uuid(), reason: z.string().default('') })
type Context<Input = unknown> = RouteContext<z.infer<typeof params>, Input>

type Typed = {
  readonly reason: string
  /** Null: the page is opened. */
  readonly problem: Parameters<typeof sentenceOfDepartureProblem>[0] | null
}

const page = async (context: Context, { reason, problem }: Typed): Promise<Reply> => {
  const { scope, params, read, newKey } = context
  const { organisationId, masterKey } = scope
  const asked = { organisationId, masterKey, programmeId: params.programme }
  const loaded = await read((tx) => loadDeparture(tx, asked))
  if (loaded === null) return { kind: 'not_found' }
  const { protocol } = loaded.allocation.programme
  const error = problem === null ? undefined : sentenceOfDepartureProblem(problem, protocol)
  const body = createElement(DeparturePage, {
    ...{ loaded, reason, error, allowed: mayDrawAfterDeparture(loaded) },
    idempotencyKey: newKey(),
  })
  return { kind: 'page', title: departureTitle, body, status: error === undefined ? 200 : 422 }
}

const begin = async (context: Context<z.infer<typeof form>>): Promise<Reply> => {
  const { reason } = context.input
  const programmeId = context.params.programme
  const begun = await beginDepartureDraw(context.scope, { programmeId, reason })
  return begun.ok
    ? { kind: 'redirect', to: `/programmes/${programmeId}/allocation` }
    : page(context, { reason, problem: begun.problem })
}

const path = '/programmes/:programme/allocation/departure'
const who = ['lead'] as const

export const routes: readonly Route[] = [
  route({
    ...{ method: 'GET', path, who, params, input: z.object({}) },
    handle: (context) => page(context, { reason: '', problem: null }),
  }),
  route({ method: 'POST', path, who, params, input: form, handle: begin }),
]
