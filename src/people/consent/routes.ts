/** The doors of the information sheet and the consent, for mentors and mentees. */
import { createElement } from 'react'
import * as z from 'zod'
import { fail, type Result } from '../../lib/result.ts'
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import { makePdf } from '../../platform/pdf.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { hasCharacteristics } from '../about-you/rules.ts'
import { type WithdrawalChoice, withdrawalChoices } from '../model.ts'
import { declineConsent, giveConsent } from './actions.ts'
import { copyOf, copyTemplate } from './copy.ts'
import { type ConsentText, textFor } from './model.ts'
import {
  AgreedPage,
  type ConsentEntered,
  ConsentPage,
  StandingPage,
  statementField,
} from './pages.tsx'
import { type ConsentProblem, sentenceOfConsentProblem } from './problems.ts'
import { canAnswerInvitation, changesBetween } from './rules.ts'
import { type ConsentView, loadConsentView } from './view.ts'

const params = z.object({ programme: z.uuid() })
type Params = z.infer<typeof params>
const nothing = z.object({})
/** `again`: somebody who declined would like to read it again. */
const asked = z.object({ again: z.string().optional() })
/** One field for each statement, `statement-<id>`. */
const consentForm = z.looseObject({
  idempotencyKey: z.uuid(),
  version: z.coerce.number().int(),
  reply: z.enum(['agree', 'decline']),
  withdrawal: z.string().optional(),
})
type Form = z.infer<typeof consentForm>
const blank: ConsentEntered = { agreed: [], withdrawal: undefined }

const show = async (context: RouteContext<Params, z.infer<typeof asked>>): Promise<Reply> => {
  const view = await loadConsentView(context, context.params.programme)
  if (view === null) return { kind: 'not_found' }
  const isAsked = view.person.state === 'invited' || context.input.again !== undefined
  const mayAnswer = canAnswerInvitation(view.standing).ok
  if (view.latest !== null && isAsked && mayAnswer)
    return askPage(context, view, { entered: blank })
  return view.consent === null ? standing(view) : agreedPage(view)
}

const agreedPage = (view: ConsentView): Reply => {
  const { consent, agreedText, latest, person, programme } = view
  if (consent === null || agreedText === null || latest === null) return standing(view)
  const text = textFor(agreedText, person.role)
  const body = createElement(AgreedPage, {
    programmeId: programme.programmeId,
    agreed: { consent, text },
    changes: changesBetween(text, textFor(latest.text, person.role)),
    latest,
    canWithdraw: person.state === 'agreed',
  })
  return { kind: 'page', title: 'What you agreed to', body }
}

const noneRecorded = ['Your consent is not recorded here. Ask the programme lead for your copy.']

/** Where nothing is asked and nothing was agreed to here. */
const standing = ({ person, programme, latest }: ConsentView): Reply => {
  const { programmeId, state } = programme
  const shown = (heading: string, sentences: readonly string[], label?: string): Reply => {
    const next =
      label === undefined
        ? undefined
        : { label, href: `/programmes/${programmeId}/consent?again=yes` }
    return {
      kind: 'page',
      title: heading,
      body: createElement(StandingPage, { heading, sentences, next }),
    }
  }
  if (person.state === 'agreed' || person.state === 'withdrawn')
    return shown('Consent', noneRecorded)
  if (state === 'closed')
    return shown('The programme is closed', ['You do not need to do anything.'])
  if (latest === null) {
    return shown('The information sheet is not ready', [
      'Come back when the programme lead tells you that it is.',
    ])
  }
  return shown(
    'You declined',
    ['Nothing more is asked of you. You can change your mind until the programme is closed.'],
    'Read the information sheet again',
  )
}

type Returned = {
  readonly entered: ConsentEntered
  readonly errors?: Readonly<Record<string, string>>
}

const askPage = (
  { newKey }: RouteContext<unknown, unknown>,
  view: ConsentView,
  { entered, errors = {} }: Returned,
): Reply => {
  const { latest, person, programme } = view
  if (latest === null) return standing(view)
  const text = textFor(latest.text, person.role)
  const body = createElement(ConsentPage, {
    programmeId: programme.programmeId,
    version: latest.version,
    text,
    entered,
    errors,
    hasDeclined: person.state === 'declined',
    idempotencyKey: newKey(),
  })
  const status = Object.keys(errors).length === 0 ? 200 : 422
  return { kind: 'page', title: text.title, body, status }
}

const answer = async (context: RouteContext<Params, Form>): Promise<Reply> => {
  const view = await loadConsentView(context, context.params.programme)
  if (view === null) return { kind: 'not_found' }
  const { programmeId } = view.programme
  const answered = await decide(context, view)
  if (!answered.ok) return refused(context, view, answered.problem)
  const hasMore =
    context.input.reply === 'agree' && hasCharacteristics(view.programme.protocol, view.person.role)
  const next = context.input.reply === 'decline' ? '/consent' : hasMore ? '/about-you' : ''
  return { kind: 'redirect', to: `/programmes/${programmeId}${next}` }
}

const decide = (
  { scope, input, service }: RouteContext<Params, Form>,
  { person, programme, latest }: ConsentView,
): Promise<Result<null, ConsentProblem | RepeatedKeyProblem>> => {
  const who = { programmeId: programme.programmeId, participantId: person.personId }
  if (input.reply === 'decline') return declineConsent(scope, who)
  if (latest === null) return Promise.resolve(fail({ kind: 'consent_text.absent' }))
  const { agreed, withdrawal } = enteredIn(input, latest.text)
  return giveConsent(scope, {
    ...who,
    version: input.version,
    agreed,
    withdrawal: choiceIn(withdrawal),
    publicUrl: service.publicUrl,
  })
}

const enteredIn = (form: Form, text: ConsentText): ConsentEntered => ({
  agreed: text.statements
    .filter(({ id }) => form[statementField(id)] === 'agreed')
    .map(({ id }) => id),
  withdrawal: form.withdrawal,
})

const choiceIn = (value: string | undefined): WithdrawalChoice | null =>
  withdrawalChoices.find((choice) => choice === value) ?? null

const refused = (
  context: RouteContext<Params, Form>,
  view: ConsentView,
  problem: ConsentProblem | RepeatedKeyProblem,
): Reply => {
  const sentence = sentenceOf(problem)
  if (view.latest === null || !canAnswerInvitation(view.standing).ok) {
    return { kind: 'problem', title: 'Your reply was not taken', sentences: [`${sentence}.`] }
  }
  const errors = Object.fromEntries(fieldsOf(problem).map((field) => [field, sentence]))
  return askPage(context, view, { entered: enteredIn(context.input, view.latest.text), errors })
}

const sentenceOf = (problem: ConsentProblem | RepeatedKeyProblem): string =>
  problem.kind === 'request.key_used_otherwise'
    ? 'This form was sent before with other content. Send it again'
    : sentenceOfConsentProblem(problem)

const fieldsOf = (problem: ConsentProblem | RepeatedKeyProblem): readonly string[] => {
  switch (problem.kind) {
    case 'consent.statements_missing':
      return problem.ids.map(statementField)
    case 'consent.withdrawal_not_chosen':
      return ['withdrawal']
    default:
      return ['form']
  }
}

const copy = async (context: RouteContext<Params, unknown>): Promise<Reply> => {
  const view = await loadConsentView(context, context.params.programme)
  if (view === null) return { kind: 'not_found' }
  const { person, programme, consent } = view
  const text = view.agreedText ?? view.latest?.text ?? null
  if (text === null) return standing(view)
  const source = { programmeName: programme.name, personName: person.name, consent }
  const data = copyOf({ ...source, text: textFor(text, person.role) })
  const { projectRoot } = context.service
  const body = await makePdf({ projectRoot, file: copyTemplate }, data)
  return { kind: 'file', body, type: 'application/pdf', name: 'information-and-consent.pdf' }
}

const path = '/programmes/:programme/consent'
const who = ['mentor', 'mentee'] as const

export const routes: readonly Route[] = [
  route({ method: 'GET', path, who, params, input: asked, navigation: 'Consent', handle: show }),
  route({ method: 'POST', path, who, params, input: consentForm, handle: answer }),
  route({ method: 'GET', path: `${path}/copy`, who, params, input: nothing, handle: copy }),
]
