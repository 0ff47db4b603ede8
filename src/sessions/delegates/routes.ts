/** The doors of mentees to naming who books for them, and of whoever does. */
import { createElement } from 'react'
import * as z from 'zod'
import { newToken } from '../../platform/tokens.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { loadPairsOf } from '../own/load-own-pairs.ts'
import { nameDelegate, removeDelegate } from './actions.ts'
import { bookingRoutes } from './booking-routes.ts'
import { findDelegate } from './delegate-store.ts'
import { type DelegateError, DelegatePage, delegateTitle } from './pages.tsx'
import { sentenceOfDelegateProblem } from './problems.ts'
import type { TypedDelegate } from './rules.ts'

const params = z.object({ programme: z.uuid() })
type Params = z.infer<typeof params>
const nameForm = z.object({
  idempotencyKey: z.uuid(),
  name: z.string().default(''),
  email: z.string().default(''),
})
const removeForm = z.object({ idempotencyKey: z.uuid() })

type Shown = { readonly typed: TypedDelegate; readonly error: DelegateError | null }
const nothingTyped: Shown = { typed: { name: '', email: '' }, error: null }

const load = async ({ person, scope, params, read }: RouteContext<Params, unknown>) => {
  if (person.kind !== 'participant') return null
  const { organisationId, masterKey } = scope
  const asked = { organisationId, masterKey, programmeId: params.programme }
  return read(async (tx) => {
    const own = await loadPairsOf(tx, { ...asked, participantId: person.personId })
    if (own === null) return null
    return { own, delegate: await findDelegate(tx, own.programme, person.personId) }
  })
}

const show = async (context: RouteContext<Params, unknown>, shown: Shown): Promise<Reply> => {
  const loaded = await load(context)
  if (loaded === null) return { kind: 'not_found' }
  const body = createElement(DelegatePage, {
    ...{ ...loaded, ...shown, sendsMail: context.service.sendsMail },
    idempotencyKeys: [context.newKey(), context.newKey()],
  })
  return { kind: 'page', title: delegateTitle, body, status: shown.error === null ? 200 : 422 }
}

const path = '/programmes/:programme/session/delegate'
const to = ({ programme }: Params): Reply => ({
  kind: 'redirect',
  to: path.replace(':programme', programme),
})

const name = async (context: RouteContext<Params, z.infer<typeof nameForm>>): Promise<Reply> => {
  const { person, params, scope, service } = context
  if (person.kind !== 'participant') return { kind: 'not_found' }
  const typed = { name: context.input.name, email: context.input.email }
  const named = await nameDelegate(scope, {
    ...{ programmeId: params.programme, participantId: person.personId, typed },
    ...{ token: newToken(scope.organisationId), publicUrl: service.publicUrl },
  })
  // Whoever may not name anybody is told why on the page.
  if (named.ok || named.problem.kind === 'delegate.not_asked') return to(params)
  const field = named.problem.kind === 'delegate.not_an_address' ? 'email' : 'name'
  return show(context, { typed, error: { field, text: sentenceOfDelegateProblem(named.problem) } })
}

const remove = async ({ person, params, scope }: RouteContext<Params, unknown>): Promise<Reply> => {
  if (person.kind !== 'participant') return { kind: 'not_found' }
  await removeDelegate(scope, { programmeId: params.programme, participantId: person.personId })
  return to(params)
}

const who = ['mentee'] as const

export const routes: readonly Route[] = [
  route({
    ...{ method: 'GET', path, who, params, input: z.object({}) },
    handle: (context) => show(context, nothingTyped),
  }),
  route({ method: 'POST', path, who, params, input: nameForm, handle: name }),
  route({
    ...{ method: 'POST', path: `${path}/remove`, who, params, input: removeForm },
    handle: remove,
  }),
  ...bookingRoutes,
]
