/** The doors of the lead and the facilitator to the draw. */
import { randomInt } from 'node:crypto'
import { createElement } from 'react'
import * as z from 'zod'
import type { Result } from '../../lib/result.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { giveValue, lockWillingness, makeDraw, reopenWillingness } from './actions.ts'
import { loadView } from './load-view.ts'
import { contributingRoles } from './model.ts'
import { AllocationPage } from './pages/allocation.tsx'
import type { Typed } from './pages/step.tsx'
import { type ProcedureProblem, sentenceOfProcedureProblem } from './problems.ts'

const params = z.object({ programme: z.uuid() })
type Context<Input = unknown> = RouteContext<z.infer<typeof params>, Input>

const button = z.object({ idempotencyKey: z.uuid() })
const ofDraw = button.extend({
  number: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
})
const reopening = ofDraw.extend({ asksMentors: z.literal('yes').optional() })
const drawing = ofDraw.extend({ confirmed: z.literal('yes').optional() })
const giving = ofDraw.extend({
  role: z.enum(contributingRoles).optional(),
  value: z.string(),
})

const title = 'Allocation'
const path = '/programmes/:programme/allocation'
const who = ['lead', 'facilitator'] as const

/** Four groups of four digits by chance: to be read out, written down, or replaced. */
const freshValue = (): string =>
  Array.from({ length: 4 }, () => String(randomInt(10_000)).padStart(4, '0')).join('-')

const show = async (context: Context, typed: Typed | null = null): Promise<Reply> => {
  const { scope, params, person, read, newKey } = context
  const { organisationId, masterKey } = scope
  const staffId = person.kind === 'visitor' ? '' : person.personId
  const asked = { organisationId, masterKey, programmeId: params.programme, staffId }
  const view = await read((tx) => loadView(tx, asked))
  if (view === null) return { kind: 'not_found' }
  const shown = { view, typed, freshValue: freshValue(), idempotencyKey: newKey() }
  const body = createElement(AllocationPage, shown)
  return { kind: 'page', title, body, status: typed === null ? 200 : 422 }
}

/** To the page as it is now: also where somebody else was faster, and what was wanted is done. */
const after = (
  done: Result<unknown, ProcedureProblem>,
  context: Context,
  value = '',
): Promise<Reply> | Reply =>
  done.ok || done.problem.kind === 'allocation.drawn_already'
    ? { kind: 'redirect', to: `/programmes/${context.params.programme}/allocation` }
    : show(context, typedOf(done.problem, value))

const typedOf = (problem: ProcedureProblem, value: string): Typed => ({
  field: fieldOf(problem),
  error: sentenceOfProcedureProblem(problem),
  value,
})

const fieldOf = ({ kind }: ProcedureProblem): Typed['field'] => {
  switch (kind) {
    case 'allocation.value_length':
    case 'allocation.value_characters':
      return 'value'
    case 'allocation.not_your_role':
      return 'role'
    case 'allocation.not_confirmed':
      return 'confirmed'
    default:
      return null
  }
}

const programmeOf = ({ params }: Context) => ({ programmeId: params.programme })

const lock = async (context: Context): Promise<Reply> =>
  after(await lockWillingness(context.scope, programmeOf(context)), context)

const reopen = async (context: Context<z.infer<typeof reopening>>): Promise<Reply> => {
  const { number, asksMentors } = context.input
  const { publicUrl } = context.service
  const asked = { ...programmeOf(context), number, publicUrl, asksMentors: asksMentors === 'yes' }
  return after(await reopenWillingness(context.scope, asked), context)
}

const give = async (context: Context<z.infer<typeof giving>>): Promise<Reply> => {
  const { number, role, value } = context.input
  if (role === undefined) return show(context, typedOf({ kind: 'allocation.not_your_role' }, value))
  const given = { ...programmeOf(context), number, role, value }
  return after(await giveValue(context.scope, given), context, value)
}

const draw = async (context: Context<z.infer<typeof drawing>>): Promise<Reply> => {
  const { number, confirmed } = context.input
  if (confirmed === undefined)
    return show(context, typedOf({ kind: 'allocation.not_confirmed' }, ''))
  return after(await makeDraw(context.scope, { ...programmeOf(context), number }), context)
}

const nothing = z.object({})

export const routes: readonly Route[] = [
  route({
    ...{ method: 'GET', path, who, params, input: nothing, navigation: title },
    handle: (context) => show(context),
  }),
  route({
    ...{ method: 'POST', path: `${path}/lock`, who: ['lead'], params, input: button },
    handle: lock,
  }),
  route({ method: 'POST', path: `${path}/reopen`, who, params, input: reopening, handle: reopen }),
  route({ method: 'POST', path: `${path}/values`, who, params, input: giving, handle: give }),
  route({ method: 'POST', path: `${path}/draw`, who, params, input: drawing, handle: draw }),
]
