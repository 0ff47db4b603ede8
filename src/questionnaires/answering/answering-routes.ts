/** The doors through which mentors and mentees answer. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { addressOf } from './addresses.ts'
import {
  type AnsweringContext,
  askedBy,
  atOf,
  type StageParams,
  showOpen,
  stageParams,
  standingReply,
} from './answering-context.ts'
import { saveDraft } from './draft-actions.ts'
import { readQuestionnaire } from './open-questionnaire.ts'
import { AllPage, SectionPage } from './pages/answering.tsx'
import { PaperPage } from './pages/paper.tsx'
import { ReceiptPage } from './pages/receipt.tsx'
import { StartPage } from './pages/start.tsx'
import { countAnswers } from './read-response.ts'
import { findResponse } from './response-store.ts'
import { asksWillingness, nextStepOf } from './rules.ts'
import { answersForm, checkReply, saveSection, sendAll, sendChecked } from './sent-forms.ts'
import { joinedTexts, typingForm } from './typed-changes.ts'

const nothing = z.object({})
const sectionParams = stageParams.extend({
  section: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number),
})

const showStart = (context: AnsweringContext): Promise<Reply> =>
  showOpen(context, ({ questionnaire, draft, standing }) => ({
    kind: 'page',
    title: questionnaire.title,
    body: createElement(StartPage, {
      at: atOf(context),
      questionnaire,
      draft,
      isLate: standing === 'late',
    }),
  }))

const showSection = (
  context: RouteContext<z.infer<typeof sectionParams>, unknown>,
): Promise<Reply> =>
  showOpen(context, ({ questionnaire, draft }) => {
    const section = questionnaire.sections[context.params.section - 1]
    if (section === undefined) return { kind: 'not_found' }
    const filled = { draft, faults: [], isSent: true }
    const form = { at: atOf(context), idempotencyKey: context.newKey(), hasJoined: false }
    const body = createElement(SectionPage, { ...form, questionnaire, section, filled })
    return { kind: 'page', title: section.title, body }
  })

const showAll = (context: AnsweringContext): Promise<Reply> =>
  showOpen(context, ({ questionnaire, draft }) => {
    const filled = { draft, faults: [], isSent: true }
    const form = { at: atOf(context), idempotencyKey: context.newKey(), hasJoined: false }
    const body = createElement(AllPage, { ...form, questionnaire, filled })
    return { kind: 'page', title: questionnaire.title, body }
  })

const showCheck = (context: AnsweringContext): Promise<Reply> =>
  showOpen(context, (open) => checkReply(context, open, { isRefused: false }))

const showPaper = (context: AnsweringContext): Promise<Reply> =>
  showOpen(context, ({ questionnaire }) => ({
    kind: 'page',
    title: questionnaire.title,
    body: createElement(PaperPage, { at: atOf(context), questionnaire }),
  }))

const showReceipt = async (context: AnsweringContext): Promise<Reply> => {
  const asked = askedBy(context)
  if (asked === null) return { kind: 'not_found' }
  const found = await context.read(async (tx) => {
    const questionnaire = await readQuestionnaire(tx, asked)
    if (questionnaire?.standing !== 'answered') return { questionnaire, answers: 0 }
    const response = await findResponse(tx, questionnaire.place, questionnaire.who)
    return { questionnaire, answers: countAnswers(response) }
  })
  if (found.questionnaire === null) return { kind: 'not_found' }
  const { standing, questionnaire, protocol, programmeName } = found.questionnaire
  if (standing === 'open' || standing === 'late')
    return { kind: 'redirect', to: addressOf(atOf(context)) }
  if (standing !== 'answered') return standingReply(context, found.questionnaire, { standing })
  const { title } = questionnaire
  const body = createElement(ReceiptPage, {
    title,
    programmeName,
    answers: found.answers,
    willingness: asksWillingness(protocol, questionnaire)
      ? `/programmes/${context.params.programme}/willing`
      : null,
    nextStep: nextStepOf(protocol, questionnaire),
  })
  return { kind: 'page', title: 'Answers received', body }
}

/** For the script of the page, which asks again until it hears `saved`. */
const keepTyping = async (
  context: RouteContext<StageParams, z.infer<typeof typingForm>>,
): Promise<Reply> => {
  const asked = askedBy(context)
  if (asked === null) return { kind: 'not_found' }
  const { changes } = context.input
  const saved = await saveDraft(context.scope, { ...asked, changesIn: () => changes })
  const told = saved.ok
    ? { state: 'saved', joined: joinedTexts(saved.value) }
    : { state: saved.problem.kind.replace('draft.', ''), joined: {} }
  return { kind: 'file', type: 'application/json', body: JSON.stringify(told) }
}

const start = '/programmes/:programme/questionnaires/:stage'
const who = ['mentor', 'mentee'] as const
const page = { method: 'GET', who, params: stageParams, input: nothing } as const
const form = { method: 'POST', who, params: stageParams, input: answersForm } as const

export const routes: readonly Route[] = [
  route({ ...page, path: start, handle: showStart }),
  route({
    ...page,
    path: `${start}/sections/:section`,
    params: sectionParams,
    handle: showSection,
  }),
  route({
    ...form,
    path: `${start}/sections/:section`,
    params: sectionParams,
    handle: saveSection,
  }),
  route({ ...page, path: `${start}/all`, handle: showAll }),
  route({ ...form, path: `${start}/all`, handle: sendAll }),
  route({ ...page, path: `${start}/check`, handle: showCheck }),
  route({ ...form, path: `${start}/check`, handle: sendChecked }),
  route({ ...form, path: `${start}/draft`, input: typingForm, handle: keepTyping }),
  route({ ...page, path: `${start}/receipt`, handle: showReceipt }),
  route({ ...page, path: `${start}/paper`, handle: showPaper }),
]
