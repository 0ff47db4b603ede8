/** A mentee’s doors to their questions to the group. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { askGroup, takeQuestionBack } from './actions.ts'
import { loadOwnClarifications, type OwnClarifications } from './load-clarifications.ts'
import { AskPage, askTitle, ChooseDomainPage } from './pages/asking.tsx'
import { clarificationsTitle } from './pages/clarification-parts.tsx'
import { CannotAskPage, OwnClarificationsPage } from './pages/own-pages.tsx'
import { sentenceOfQuestionProblem } from './problems.ts'
import { type AskedQuestion, type AskProblem, canAsk } from './rules.ts'

const params = z.object({ programme: z.uuid() })
type Context = RouteContext<z.infer<typeof params>, unknown>
const askForm = z.object({
  idempotencyKey: z.uuid(),
  domain: z.string().default(''),
  point: z.string().default(''),
  question: z.string().default(''),
})

const load = async ({
  person,
  scope,
  params,
  read,
}: Context): Promise<OwnClarifications | null> => {
  if (person.kind !== 'participant') return null
  const { organisationId, masterKey } = scope
  const asked = { organisationId, masterKey, programmeId: params.programme }
  return read((tx) => loadOwnClarifications(tx, { ...asked, participantId: person.personId }))
}

export const showOwn = async (context: Context, error: string | null = null): Promise<Reply> => {
  const own = await load(context)
  if (own === null) return { kind: 'not_found' }
  const body = createElement(OwnClarificationsPage, { own, error, newKey: context.newKey })
  return { kind: 'page', title: clarificationsTitle, body, status: error === null ? 200 : 422 }
}

type Shown = { readonly typed: AskedQuestion; readonly problem: AskProblem | null }

/** First the domains; of a domain its points. */
const showAsking = async (context: Context, { typed, problem }: Shown): Promise<Reply> => {
  const own = await load(context)
  if (own === null) return { kind: 'not_found' }
  const { programme } = own
  const allowed = canAsk(own)
  const page = { kind: 'page', title: askTitle, status: problem === null ? 200 : 422 } as const
  if (!allowed.ok) return { ...page, body: createElement(CannotAskPage, { own }) }
  const domain = allowed.value.domains.find((one) => one.domain === typed.domain)
  if (domain === undefined || domain.points.length === 0) {
    const body = createElement(ChooseDomainPage, { programme, document: allowed.value })
    return { ...page, body }
  }
  const errors = problem === null ? [] : [errorOf(problem)]
  const idempotencyKey = context.newKey()
  const asking = { programme, domain, typed, errors, idempotencyKey }
  return { ...page, body: createElement(AskPage, asking) }
}

const errorOf = (problem: AskProblem) => {
  const text = sentenceOfQuestionProblem(problem)
  switch (problem.kind) {
    case 'question.no_such_point':
      return { text, fieldId: 'point' } as const
    case 'words.missing':
    case 'words.too_long':
      return { text, fieldId: 'question' } as const
    default:
      return { text }
  }
}

const ask = async (
  context: RouteContext<z.infer<typeof params>, z.infer<typeof askForm>>,
): Promise<Reply> => {
  const { person, params, scope, service, input } = context
  if (person.kind !== 'participant') return { kind: 'not_found' }
  const { domain, point, question } = input
  const typed = { domain, point: point.replaceAll('\r\n', '\n'), question }
  const who = { programmeId: params.programme, participantId: person.personId }
  const asked = await askGroup(scope, { ...who, ...typed, publicUrl: service.publicUrl })
  if (asked.ok) return { kind: 'redirect', to: `/programmes/${params.programme}/clarifications` }
  const { problem } = asked
  return problem.kind === 'question.unknown' || problem.kind === 'request.key_used_otherwise'
    ? showOwn(context, sentenceOfQuestionProblem(problem))
    : showAsking(context, { typed, problem })
}

const aboutParams = z.object({ programme: z.uuid(), clarification: z.uuid() })

const takeBack = async (
  context: RouteContext<z.infer<typeof aboutParams>, unknown>,
): Promise<Reply> => {
  const { person, params, scope } = context
  if (person.kind !== 'participant') return { kind: 'not_found' }
  const done = await takeQuestionBack(scope, {
    ...{ programmeId: params.programme, participantId: person.personId },
    clarificationId: params.clarification,
  })
  if (done.ok) return { kind: 'redirect', to: `/programmes/${params.programme}/clarifications` }
  return showOwn(context, sentenceOfQuestionProblem(done.problem))
}

const path = '/programmes/:programme/clarifications'
const who = ['mentee'] as const

export const routes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: `${path}/ask`, who, params },
    input: z.object({ domain: z.string().default('') }),
    handle: (context) =>
      showAsking(context, {
        typed: { domain: context.input.domain, point: '', question: '' },
        problem: null,
      }),
  }),
  route({ method: 'POST', path: `${path}/ask`, who, params, input: askForm, handle: ask }),
  route({
    ...{ method: 'POST', path: `${path}/:clarification/take-back`, who, params: aboutParams },
    input: z.object({ idempotencyKey: z.uuid() }),
    handle: takeBack,
  }),
]
