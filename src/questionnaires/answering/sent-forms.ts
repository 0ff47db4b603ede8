/** What becomes of the forms of a questionnaire. Whatever happens, what was typed is kept or shown. */
import { createElement } from 'react'
import * as z from 'zod'
import type { Reply, RouteContext } from '../../web/route.ts'
import { submitResponse } from './actions.ts'
import { addressOf, addressOfSection } from './addresses.ts'
import {
  askedBy,
  atOf,
  type Open,
  type StageParams,
  showOpen,
  standingReply,
} from './answering-context.ts'
import { type Kept, saveDraft } from './draft-actions.ts'
import { readQuestionnaire } from './open-questionnaire.ts'
import { AllPage, type AnsweringProps, SectionPage } from './pages/answering.tsx'
import { CheckPage } from './pages/check.tsx'
import { type Question, type Questionnaire, questionsOf } from './questions.ts'
import { changesIn, typedIn } from './read-form.ts'
import { faultsIn } from './read-response.ts'
import { findResponse } from './response-store.ts'
import { unreceivedIn } from './rules.ts'

/** The fields of the questions, and which button was pressed. */
export const answersForm = z.looseObject({
  idempotencyKey: z.uuid(),
  saveAnd: z.literal('leave').optional(),
})

type Form<Params extends StageParams = StageParams> = RouteContext<
  Params,
  z.infer<typeof answersForm>
>

/** Which questions stand in the form. */
type Asks = (questionnaire: Questionnaire) => readonly Question[]

const notFound: Reply = { kind: 'not_found' }

export const saveSection = (
  context: Form<StageParams & { readonly section: number }>,
): Promise<Reply> => {
  const sectionOf = ({ sections }: Questionnaire) => sections[context.params.section - 1]
  const asks: Asks = (questionnaire) => sectionOf(questionnaire)?.questions ?? []
  return keepTyped(context, asks, (open, kept) => {
    const section = sectionOf(open.questionnaire)
    if (section === undefined) return notFound
    const at = atOf(context)
    if (context.input.saveAnd === 'leave') return { kind: 'redirect', to: addressOf(at) }
    const props = propsFor(context, { open, kept, asked: section.questions })
    if (needsAnotherLook(props)) {
      const body = createElement(SectionPage, { ...props, section })
      return { kind: 'page', status: 422, title: section.title, body }
    }
    const isLast = section.place === open.questionnaire.sections.length
    const to = isLast ? addressOf(at, 'check') : addressOfSection(at, section.place + 1)
    return { kind: 'redirect', to }
  })
}

/** Sends everything on the page in; what cannot be sent is kept as a draft. */
export const sendAll = async (context: Form): Promise<Reply> => {
  const asked = askedBy(context)
  if (asked === null) return notFound
  const form = {
    changesIn: (questionnaire: Questionnaire) =>
      changesIn(questionsOf(questionnaire), context.input),
  }
  const sent = await submitResponse(context.scope, { ...asked, ...form })
  if (sent.ok) return receiptOf(context)
  if (sent.problem.kind === 'response.not_taken') return notTaken(context, questionsOf)
  return keepTyped(context, questionsOf, (open, kept) => {
    const asks = questionsOf(open.questionnaire)
    const body = createElement(AllPage, propsFor(context, { open, kept, asked: asks }))
    return { kind: 'page', status: 422, title: open.questionnaire.title, body }
  })
}

/** Sends the draft in as it is. */
export const sendChecked = async (context: Form): Promise<Reply> => {
  const asked = askedBy(context)
  if (asked === null) return notFound
  const sent = await submitResponse(context.scope, { ...asked, changesIn: () => [] })
  if (sent.ok) return receiptOf(context)
  if (sent.problem.kind === 'response.not_taken') return notTaken(context, () => [])
  return showOpen(context, (open) => checkReply(context, open, { isRefused: true }))
}

export const checkReply = (
  context: Pick<Form, 'params' | 'newKey'>,
  { questionnaire, draft }: Open,
  { isRefused }: { readonly isRefused: boolean },
): Reply => ({
  kind: 'page',
  title: 'Check your answers',
  status: isRefused ? 422 : 200,
  body: createElement(CheckPage, {
    at: atOf(context),
    questionnaire,
    draft,
    faults: faultsIn(questionsOf(questionnaire), draft),
    isRefused,
    idempotencyKey: context.newKey(),
  }),
})

const receiptOf = (context: Pick<Form, 'params'>): Reply => ({
  kind: 'redirect',
  to: addressOf(atOf(context), 'receipt'),
})

type Seen = {
  readonly open: Open
  readonly kept: Kept
  readonly asked: readonly Question[]
}

const propsFor = (
  context: Pick<Form, 'params' | 'newKey'>,
  { open, kept, asked }: Seen,
): AnsweringProps => ({
  at: atOf(context),
  questionnaire: open.questionnaire,
  filled: { draft: kept.draft, faults: faultsIn(asked, kept.draft), isSent: true },
  hasJoined: kept.joined.length > 0,
  idempotencyKey: context.newKey(),
})

const needsAnotherLook = ({ filled, hasJoined }: AnsweringProps): boolean =>
  hasJoined || filled.faults.length > 0

/** Saves the form as a draft. What is too long even for a draft is shown again, so that it can be shortened. */
const keepTyped = async (
  context: Form,
  asks: Asks,
  show: (open: Open, kept: Kept) => Reply,
): Promise<Reply> => {
  const asked = askedBy(context)
  if (asked === null) return notFound
  const changes = (questionnaire: Questionnaire) => changesIn(asks(questionnaire), context.input)
  const saved = await saveDraft(context.scope, { ...asked, changesIn: changes })
  if (!saved.ok && saved.problem.kind !== 'draft.too_long') return notTaken(context, asks)
  return showOpen(context, (open) => {
    const typed = typedIn(asks(open.questionnaire), context.input)
    return show(open, saved.ok ? saved.value : { draft: { ...open.draft, ...typed }, joined: [] })
  })
}

/** Sent twice is received once, and says so; what differs from what was received is shown, to be copied. */
const notTaken = async (context: Form, asks: Asks): Promise<Reply> => {
  const asked = askedBy(context)
  if (asked === null) return notFound
  const found = await context.read(async (tx) => {
    const questionnaire = await readQuestionnaire(tx, asked)
    if (questionnaire === null) return null
    const received = await findResponse(tx, questionnaire.place, questionnaire.who)
    return { questionnaire, received }
  })
  if (found === null) return notFound
  const { standing } = found.questionnaire
  if (standing === 'open' || standing === 'late')
    return { kind: 'redirect', to: addressOf(atOf(context)) }
  const questions = asks(found.questionnaire.questionnaire)
  const form = unreceivedIn(questions, typedIn(questions, context.input), found.received)
  if (standing === 'answered' && !form.isDifferent) return receiptOf(context)
  return standingReply(context, found.questionnaire, { standing, form })
}
