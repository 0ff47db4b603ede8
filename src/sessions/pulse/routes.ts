/** The door of mentors and mentees to the short questions after a session. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { answerPulse } from './actions.ts'
import { loadPulse } from './load-pulse.ts'
import { PulsePage, pulseTitle } from './pages.tsx'
import { sentenceOfPulseProblem } from './problems.ts'
import type { TypedPulse } from './rules.ts'

const params = z.object({ programme: z.uuid() })
type Params = z.infer<typeof params>

const choice = z.string().max(10).default('')
const pulseForm = z.object({
  idempotencyKey: z.uuid(),
  number: z.coerce.number().int().min(1),
  useful: choice,
  said: choice,
  safe: choice,
})

const path = '/programmes/:programme/session/pulse'

type Refused = { readonly typed: TypedPulse; readonly text: string }

const show = async (
  { person, scope, params, read, newKey }: RouteContext<Params, unknown>,
  refused: Refused | null = null,
): Promise<Reply> => {
  if (person.kind !== 'participant') return { kind: 'not_found' }
  const { organisationId, masterKey } = scope
  const asked = { organisationId, masterKey, programmeId: params.programme }
  const loaded = await read((tx) => loadPulse(tx, { ...asked, participantId: person.personId }))
  if (loaded === null) return { kind: 'not_found' }
  const { typed = {}, text: error = null } = refused ?? {}
  const body = createElement(PulsePage, { loaded, typed, error, idempotencyKey: newKey() })
  return { kind: 'page', title: pulseTitle, body, status: error === null ? 200 : 422 }
}

/** The page as it is now says it already. */
const saidByPage: readonly string[] = ['pulse.not_asked', 'pulse.not_due']

const send = async (context: RouteContext<Params, z.infer<typeof pulseForm>>): Promise<Reply> => {
  const { person, params, scope, input } = context
  if (person.kind !== 'participant') return { kind: 'not_found' }
  const { idempotencyKey: _, number, ...typed } = input
  const asked = { programmeId: params.programme, participantId: person.personId }
  const sent = await answerPulse(scope, { ...asked, number, typed })
  if (sent.ok || saidByPage.includes(sent.problem.kind))
    return { kind: 'redirect', to: path.replace(':programme', params.programme) }
  return show(context, { typed, text: sentenceOfPulseProblem(sent.problem) })
}

const who = ['mentor', 'mentee'] as const

export const routes: readonly Route[] = [
  route({
    ...{ method: 'GET', path, who, params, input: z.object({}) },
    handle: (context) => show(context),
  }),
  route({ method: 'POST', path, who, params, input: pulseForm, handle: send }),
]
