/** The door of mentors and mentees to ending their pair. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { loadPairsOf, type OwnPairs } from '../own/load-own-pairs.ts'
import { endOwnPair } from './actions.ts'
import { type ExitError, ExitPage, exitTitle } from './pages.tsx'
import { sentenceOfExitProblem } from './problems.ts'

const params = z.object({ programme: z.uuid() })
type Params = z.infer<typeof params>
const query = z.object({ partner: z.string().default('') })
const exitForm = z.object({
  idempotencyKey: z.uuid(),
  partner: z.string().default(''),
  confirmed: z.string().optional(),
})

const load = async ({
  person,
  scope: { organisationId, masterKey },
  params,
  read,
}: RouteContext<Params, unknown>): Promise<OwnPairs | null> => {
  if (person.kind !== 'participant') return null
  const asked = { organisationId, masterKey, programmeId: params.programme }
  return read((tx) => loadPairsOf(tx, { ...asked, participantId: person.personId }))
}

const show = async (
  context: RouteContext<Params, { readonly partner: string }>,
  error: ExitError | null = null,
): Promise<Reply> => {
  const own = await load(context)
  if (own === null) return { kind: 'not_found' }
  const { partner: partnerId } = context.input
  const body = createElement(ExitPage, { own, partnerId, error, idempotencyKey: context.newKey() })
  return { kind: 'page', title: exitTitle, body, status: error === null ? 200 : 422 }
}

/** The page of the partner says it already, whoever of the two was first. */
const saidByPage: readonly string[] = ['exit.no_such_pair', 'exit.programme_not_open']

const end = async (context: RouteContext<Params, z.infer<typeof exitForm>>): Promise<Reply> => {
  const { person, params, scope, input, service } = context
  if (person.kind !== 'participant') return { kind: 'not_found' }
  const ended = await endOwnPair(scope, {
    ...{ programmeId: params.programme, participantId: person.personId },
    ...{ partnerId: input.partner, isTicked: input.confirmed === 'yes' },
    origin: service,
  })
  if (ended.ok || saidByPage.includes(ended.problem.kind))
    return { kind: 'redirect', to: `/programmes/${params.programme}/partner` }
  const field = ended.problem.kind === 'exit.no_pair_chosen' ? 'partner' : 'confirmed'
  return show(context, { text: sentenceOfExitProblem(ended.problem), field })
}

const path = '/programmes/:programme/session/exit'
const who = ['mentor', 'mentee'] as const

export const routes: readonly Route[] = [
  route({
    ...{ method: 'GET', path, who, params, input: query },
    handle: (context) => show(context),
  }),
  route({ method: 'POST', path, who, params, input: exitForm, handle: end }),
]
