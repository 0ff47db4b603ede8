/** A mentor's doors to what they sign off. */
import { createElement } from 'react'
import * as z from 'zod'
import type { Transaction } from '../../../platform/database.ts'
import { type Reply, type Route, type RouteContext, route } from '../../../web/route.ts'
import type { DocumentText } from '../model.ts'
import { NoDocumentPage } from '../released/standing-pages.tsx'
import { answerSignOff } from './actions.ts'
import { loadOwnSignOffs, type OwnSignOffs } from './load-sign-off.ts'
import type { OwnSignOff } from './model.ts'
import { AnswerPage, type AnswerPageProps, OwnSignOffsPage } from './own-sign-off-pages.tsx'
import { fieldOfFault, sentenceOfAnswerFault } from './problems.ts'
import { readAnswer } from './rules.ts'
import { findVersions } from './store.ts'

const programmeParams = z.object({ programme: z.uuid() })
const params = z.object({ programme: z.uuid(), mentee: z.uuid() })
type Params = z.infer<typeof params>
const nothing = z.object({})
const answerForm = z.object({
  idempotencyKey: z.uuid(),
  version: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number),
  answer: z.string().default(''),
  request: z.string().default(''),
})
type AnswerContext = RouteContext<Params, z.infer<typeof answerForm>>

type Context = RouteContext<z.infer<typeof programmeParams>, unknown>

const load = async (
  tx: Transaction,
  { person, scope, params }: Context,
): Promise<OwnSignOffs | null> => {
  if (person.kind !== 'participant') return null
  const { organisationId, masterKey } = scope
  const place = { organisationId, masterKey, programmeId: params.programme }
  return loadOwnSignOffs(tx, { ...place, participantId: person.personId })
}

const list = async (context: Context): Promise<Reply> => {
  const own = await context.read((tx) => load(tx, context))
  if (own === null) return { kind: 'not_found' }
  return { kind: 'page', title: 'Sign-off', body: createElement(OwnSignOffsPage, own) }
}

type Opened = {
  readonly programme: OwnSignOffs['programme']
  readonly document: OwnSignOff
  readonly text: DocumentText
}

/** Null: nothing that this mentor is asked about. */
const open = (context: RouteContext<Params, unknown>): Promise<Opened | null> =>
  context.read(async (tx) => {
    const own = await load(tx, context)
    const document = own?.documents.find(({ mentee }) => mentee.menteeId === context.params.mentee)
    if (own?.programme.state !== 'open' || document?.version.state !== 'signing') return null
    const { programme } = own
    const { latest } = await findVersions(tx, programme, document.mentee.mentee)
    return latest === null ? null : { programme, document, text: latest.text }
  })

type Shown = Pick<AnswerPageProps, 'typed' | 'errors' | 'isReplaced'>
const blank: Shown = { typed: { answer: '', request: '' }, errors: [], isReplaced: false }

const show = async (
  context: RouteContext<Params, unknown>,
  shown: Shown = blank,
): Promise<Reply> => {
  const opened = await open(context)
  if (opened === null) {
    const href = `/programmes/${context.params.programme}/sign-off`
    const back = { label: 'Go to what you sign off', href }
    return { kind: 'page', title: 'Sign-off', body: createElement(NoDocumentPage, { back }) }
  }
  const isAgain = shown.isReplaced || shown.errors.length > 0
  const body = createElement(AnswerPage, { ...opened, ...shown, idempotencyKey: context.newKey() })
  return { kind: 'page', title: 'Sign-off of a document', body, status: isAgain ? 422 : 200 }
}

const answer = async (context: AnswerContext): Promise<Reply> => {
  const { person, params, scope, input } = context
  if (person.kind !== 'participant') return { kind: 'not_found' }
  const { answer, request, version } = input
  const typed = { answer, request }
  const read = readAnswer(typed)
  if (!read.ok) {
    const { problem } = read
    const errors = [{ fieldId: fieldOfFault(problem), text: sentenceOfAnswerFault(problem) }]
    return show(context, { typed, errors, isReplaced: false })
  }
  const asked = { programmeId: params.programme, menteeId: params.mentee }
  const who = { participantId: person.personId, version, request: read.value }
  const answered = await answerSignOff(scope, { ...asked, ...who })
  const isReplaced = !answered.ok && answered.problem.kind === 'sign_off.replaced'
  if (isReplaced) return show(context, { typed, errors: [], isReplaced })
  return { kind: 'redirect', to: `/programmes/${params.programme}/sign-off/${params.mentee}` }
}

const path = '/programmes/:programme/sign-off'
const who = ['mentor'] as const

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    who,
    params: programmeParams,
    input: nothing,
    navigation: 'Sign-off',
    handle: list,
  }),
  route({
    method: 'GET',
    path: `${path}/:mentee`,
    who,
    params,
    input: nothing,
    handle: (context) => show(context),
  }),
  route({
    method: 'POST',
    path: `${path}/:mentee`,
    who,
    params,
    input: answerForm,
    handle: answer,
  }),
]
