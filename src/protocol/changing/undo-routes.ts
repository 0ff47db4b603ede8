/** Takes back the latest change of a protocol: what was in force before it becomes the next change. */
import * as z from 'zod'
import { ok } from '../../lib/result.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { findProtocol } from '../protocol-store.ts'
import { sentencesOfChangeProblem } from './change-problems.ts'
import { changeProtocol } from './change-protocol.ts'
import { postedForm, programmeParams } from './editing-routes.ts'
import { keyOfForm } from './form-key.ts'

const undoForm = postedForm(
  z.object({
    /** The hash of the protocol as it was. */
    before: z.string().regex(/^[0-9a-f]{64}$/),
    /** The page of the set-up from which it was sent. */
    back: z.string().regex(/^\/set-up(?:\/[a-z0-9_-]+)*$/),
  }),
)

const undo = async ({
  params,
  input,
  scope,
  read,
}: RouteContext<z.infer<typeof programmeParams>, z.infer<typeof undoForm>>): Promise<Reply> => {
  const earlier = await read((tx) => findProtocol(tx, scope.organisationId, input.before))
  if (earlier === null) return { kind: 'not_found' }
  const restored = await changeProtocol(
    { ...scope, idempotencyKey: keyOfForm(input.idempotencyKey, input) },
    { programmeId: params.programme, from: input.from, change: () => ok(earlier) },
  )
  if (restored.ok || restored.problem.kind === 'protocol.unchanged') {
    const to = `/programmes/${params.programme}${input.back}?before=${input.from}`
    return { kind: 'redirect', to }
  }
  const sentences = sentencesOfChangeProblem(restored.problem)
  return { kind: 'problem', title: 'This cannot be undone any more', sentences }
}

export const routes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/programmes/:programme/set-up/undo',
    who: ['lead'],
    params: programmeParams,
    input: undoForm,
    handle: undo,
  }),
]
