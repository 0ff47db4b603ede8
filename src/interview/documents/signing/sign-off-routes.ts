/** The facilitator's doors to the sign-off of a document. */
import { createElement } from 'react'
import * as z from 'zod'
import { dayOf } from '../../../lib/dates.ts'
import type { Result } from '../../../lib/result.ts'
import { type Reply, type Route, type RouteContext, route } from '../../../web/route.ts'
import { NoDocumentPage } from '../released/standing-pages.tsx'
import { releaseDocument, sendForSignOff } from './actions.ts'
import { loadSignOff } from './load-sign-off.ts'
import { type SignOffProblem, sentenceOfSignOffProblem } from './problems.ts'
import { SignOffPage } from './sign-off-pages.tsx'

const params = z.object({ programme: z.uuid(), mentee: z.uuid() })
type Params = z.infer<typeof params>
const sendForm = z.object({ idempotencyKey: z.uuid(), sha256: z.string() })
const releaseForm = z.object({
  idempotencyKey: z.uuid(),
  version: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number),
})

type Context = RouteContext<Params, unknown>

const title = 'Sign-off of a document'

const addressOf = ({ params }: Context): string =>
  `/programmes/${params.programme}/documents/${params.mentee}/sign-off`

const show = async (context: Context, errors: readonly string[] = []): Promise<Reply> => {
  const { scope, params, read, newKey } = context
  const { organisationId, masterKey } = scope
  const today = dayOf(new Date())
  const asked = { organisationId, masterKey, programmeId: params.programme, today }
  const signOff = await read((tx) => loadSignOff(tx, { ...asked, menteeId: params.mentee }))
  if (signOff === null) {
    const back = { label: 'Go to the documents', href: `/programmes/${params.programme}/documents` }
    return { kind: 'page', title, body: createElement(NoDocumentPage, { back }) }
  }
  const body = createElement(SignOffPage, { signOff, today, errors, idempotencyKey: newKey() })
  return { kind: 'page', title, body, status: errors.length === 0 ? 200 : 422 }
}

const after = (done: Result<unknown, SignOffProblem>, context: Context): Promise<Reply> | Reply =>
  done.ok
    ? { kind: 'redirect', to: addressOf(context) }
    : show(context, [sentenceOfSignOffProblem(done.problem)])

const asked = ({ params }: Context) => ({
  programmeId: params.programme,
  menteeId: params.mentee,
})

const send = async (context: RouteContext<Params, z.infer<typeof sendForm>>): Promise<Reply> => {
  const { sha256 } = context.input
  const { publicUrl } = context.service
  return after(
    await sendForSignOff(context.scope, { ...asked(context), sha256, publicUrl }),
    context,
  )
}

const release = async (
  context: RouteContext<Params, z.infer<typeof releaseForm>>,
): Promise<Reply> => {
  const { version } = context.input
  return after(await releaseDocument(context.scope, { ...asked(context), version }), context)
}

const path = '/programmes/:programme/documents/:mentee/sign-off'
const who = ['facilitator'] as const

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    who,
    params,
    input: z.object({}),
    handle: (context) => show(context),
  }),
  route({ method: 'POST', path, who, params, input: sendForm, handle: send }),
  route({
    method: 'POST',
    path: `${path}/release`,
    who,
    params,
    input: releaseForm,
    handle: release,
  }),
]
