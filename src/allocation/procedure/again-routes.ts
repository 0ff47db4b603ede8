/** The doors to another draw. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { askAgain } from './actions.ts'
import { loadAllocation } from './load-allocation.ts'
import { AgainPage, againTitle } from './pages/again.tsx'
import { sentenceOfProcedureProblem } from './problems.ts'
import { factsOf, mayAskAgain } from './rules.ts'

const params = z.object({ programme: z.uuid() })
type Context<Input = unknown> = RouteContext<z.infer<typeof params>, Input>

const form = z.object({
  idempotencyKey: z.uuid(),
  number: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
  reason: z.string(),
})

type Typed = { readonly reason: string; readonly error: string }

const show = async (context: Context, typed: Typed | null = null): Promise<Reply> => {
  const { scope, params, read, newKey } = context
  const { organisationId, masterKey } = scope
  const asked = { organisationId, masterKey, programmeId: params.programme }
  const allocation = await read((tx) => loadAllocation(tx, asked))
  if (allocation === null) return { kind: 'not_found' }
  const allowed = mayAskAgain(factsOf(allocation), allocation.current?.number ?? 0)
  const body = createElement(AgainPage, {
    allocation,
    hindrance: allowed.ok ? null : sentenceOfProcedureProblem(allowed.problem),
    reason: typed?.reason ?? '',
    error: typed?.error ?? null,
    idempotencyKey: newKey(),
  })
  return { kind: 'page', title: againTitle, body, status: typed === null ? 200 : 422 }
}

const ask = async (context: Context<z.infer<typeof form>>): Promise<Reply> => {
  const { scope, params, input } = context
  const { number, reason } = input
  const asked = await askAgain(scope, { programmeId: params.programme, number, reason })
  return asked.ok
    ? { kind: 'redirect', to: `/programmes/${params.programme}/allocation` }
    : show(context, { reason, error: sentenceOfProcedureProblem(asked.problem) })
}

const path = '/programmes/:programme/allocation/again'
const who = ['lead', 'facilitator'] as const

export const routes: readonly Route[] = [
  route({ method: 'GET', path, who, params, input: z.object({}), handle: (it) => show(it) }),
  route({ method: 'POST', path, who, params, input: form, handle: ask }),
]
