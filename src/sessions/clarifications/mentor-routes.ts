/** A mentor’s doors to the questions that their group is asked. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { takeTurn } from './actions.ts'
import { loadQuestionsToMentor, type QuestionsToMentor } from './load-clarifications.ts'
import { clarificationsTitle, NoQuestionPage } from './pages/clarification-parts.tsx'
import { QuestionsToMentorPage, TurnPage, type TurnPageProps } from './pages/group-pages.tsx'
import { fieldOfFault, sentenceOfTurnFault } from './problems.ts'
import { readTurn } from './rules.ts'

type Programme = { readonly programme: string }
const params = z.object({ programme: z.uuid(), clarification: z.uuid() })
type Params = z.infer<typeof params>
const turnForm = z.object({
  idempotencyKey: z.uuid(),
  turn: z.string().default(''),
  note: z.string().default(''),
})

const load = async ({
  person,
  scope,
  params,
  read,
}: RouteContext<Programme, unknown>): Promise<QuestionsToMentor | null> => {
  if (person.kind !== 'participant') return null
  const { organisationId, masterKey } = scope
  const asked = { organisationId, masterKey, programmeId: params.programme }
  return read((tx) => loadQuestionsToMentor(tx, { ...asked, participantId: person.personId }))
}

export const showToMentor = async (context: RouteContext<Programme, unknown>): Promise<Reply> => {
  const asked = await load(context)
  if (asked === null) return { kind: 'not_found' }
  const body = createElement(QuestionsToMentorPage, asked)
  return { kind: 'page', title: clarificationsTitle, body }
}

type Shown = Pick<TurnPageProps, 'typed' | 'errors'>
const blank: Shown = { typed: { turn: '', note: '' }, errors: [] }

const title = 'A question to your group'

export const showTurn = async (
  context: RouteContext<Params, unknown>,
  shown: Shown = blank,
): Promise<Reply> => {
  const { programme: programmeId, clarification } = context.params
  const asked = await load(context)
  const question = asked?.questions.find(
    (one) => one.clarification.clarificationId === clarification,
  )
  if (!asked || question === undefined) {
    return { kind: 'page', title, body: createElement(NoQuestionPage, { programmeId }) }
  }
  const { programme } = asked
  const props = { programme, question, ...shown, idempotencyKey: context.newKey() }
  const status = shown.errors.length === 0 ? 200 : 422
  return { kind: 'page', title, body: createElement(TurnPage, props), status }
}

const take = async (context: RouteContext<Params, z.infer<typeof turnForm>>): Promise<Reply> => {
  const { person, params, scope, input } = context
  if (person.kind !== 'participant') return { kind: 'not_found' }
  const { turn, note } = input
  const read = readTurn({ turn, note })
  if (!read.ok) {
    const { problem } = read
    const errors = [{ fieldId: fieldOfFault(problem), text: sentenceOfTurnFault(problem) }]
    return showTurn(context, { typed: { turn, note }, errors })
  }
  // Whatever came of it, the page says it: taken, answered meanwhile, or taken back.
  await takeTurn(scope, {
    ...{ programmeId: params.programme, participantId: person.personId },
    ...{ clarificationId: params.clarification, note: read.value },
  })
  const to = `/programmes/${params.programme}/clarifications/${params.clarification}`
  return { kind: 'redirect', to }
}

export const routes: readonly Route[] = [
  route({
    ...{ method: 'POST', path: '/programmes/:programme/clarifications/:clarification/turn' },
    ...{ who: ['mentor'], params, input: turnForm, handle: take },
  }),
]
