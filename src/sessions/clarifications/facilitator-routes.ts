/** The facilitator’s doors to questions to the group. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import {
  declineQuestion,
  type FacilitatingProblem,
  hearGroup,
  passQuestionOn,
  releaseAnswer,
} from './group-actions.ts'
import { loadFacilitated, loadOpenedQuestion } from './load-clarifications.ts'
import { clarificationsTitle, NoQuestionPage } from './pages/clarification-parts.tsx'
import { type FacilitatorStep, facilitatorSteps, type Retyped } from './pages/facilitator-forms.tsx'
import { FacilitatedQuestionPage, FacilitatedQuestionsPage } from './pages/facilitator-pages.tsx'
import { sentenceOfQuestionProblem } from './problems.ts'

type Programme = { readonly programme: string }
const params = z.object({ programme: z.uuid(), clarification: z.uuid() })
type Params = z.infer<typeof params>
const keyForm = z.object({ idempotencyKey: z.uuid() })
const wordsForm = keyForm.extend({
  text: z.string().default(''),
  confirmed: z.string().default(''),
})

export const showFacilitated = async ({
  scope,
  params,
  read,
}: RouteContext<Programme, unknown>): Promise<Reply> => {
  const { organisationId, masterKey } = scope
  const asked = { organisationId, masterKey, programmeId: params.programme }
  const loaded = await read((tx) => loadFacilitated(tx, asked))
  if (loaded === null) return { kind: 'not_found' }
  const body = createElement(FacilitatedQuestionsPage, loaded)
  return { kind: 'page', title: clarificationsTitle, body }
}

type Shown = { readonly retyped: Retyped | null; readonly error: string | null }
const title = 'A question to the group'

export const showOpened = async (
  { scope, params, read, newKey }: RouteContext<Params, unknown>,
  shown: Shown = { retyped: null, error: null },
): Promise<Reply> => {
  const { organisationId, masterKey } = scope
  const { programme: programmeId, clarification: clarificationId } = params
  const asked = { organisationId, masterKey, programmeId, clarificationId }
  const question = await read((tx) => loadOpenedQuestion(tx, asked))
  if (question === null) {
    return { kind: 'page', title, body: createElement(NoQuestionPage, { programmeId }) }
  }
  const body = createElement(FacilitatedQuestionPage, { question, ...shown, newKey })
  const isAgain = shown.retyped !== null || shown.error !== null
  return { kind: 'page', title, body, status: isAgain ? 422 : 200 }
}

const actions = { 'pass-on': passQuestionOn, answer: releaseAnswer, decline: declineQuestion }

type WordsContext = RouteContext<Params, z.infer<typeof wordsForm>>

const take =
  (step: FacilitatorStep) =>
  async (context: WordsContext): Promise<Reply> => {
    const { params, scope, service, input } = context
    const { programme: programmeId, clarification: clarificationId } = params
    const { text, confirmed } = input
    const words = { text, confirmed, publicUrl: service.publicUrl }
    const done = await actions[step](scope, { programmeId, clarificationId, ...words })
    if (!done.ok) return showOpened(context, shownAfter(done.problem, step, text))
    return {
      kind: 'redirect',
      to: `/programmes/${programmeId}/clarifications/${clarificationId}`,
    }
  }

const hear = async (context: RouteContext<Params, z.infer<typeof keyForm>>): Promise<Reply> => {
  const { programme: programmeId, clarification: clarificationId } = context.params
  const done = await hearGroup(context.scope, { programmeId, clarificationId })
  if (!done.ok)
    return showOpened(context, { retyped: null, error: sentenceOfQuestionProblem(done.problem) })
  return { kind: 'redirect', to: `/programmes/${programmeId}/clarifications/${clarificationId}` }
}

type Problem = FacilitatingProblem | { readonly kind: 'request.key_used_otherwise' }

const shownAfter = (problem: Problem, step: FacilitatorStep, text: string): Shown => {
  const error = sentenceOfQuestionProblem(problem)
  const isWarned = problem.kind === 'words.warned'
  const isAboutWords =
    isWarned || problem.kind === 'words.missing' || problem.kind === 'words.too_long'
  return isAboutWords
    ? { retyped: { step, text, error, isWarned }, error: null }
    : { retyped: null, error }
}

const path = '/programmes/:programme/clarifications/:clarification'

export const routes: readonly Route[] = [
  ...facilitatorSteps.map((step) =>
    route({
      ...{ method: 'POST', path: `${path}/${step}`, who: ['facilitator'] },
      ...{ params, input: wordsForm, handle: take(step) },
    }),
  ),
  route({
    ...{ method: 'POST', path: `${path}/hear`, who: ['facilitator'] },
    ...{ params, input: keyForm, handle: hear },
  }),
]
