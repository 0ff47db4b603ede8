/** The doors of withdrawing: a person's own, and the lead's for somebody who said so. */
import { createElement } from 'react'
import * as z from 'zod'
import type { Result } from '../lib/result.ts'
import { type ConsentText, withdrawalLabels } from '../people/consent/model.ts'
import { StandingPage } from '../people/consent/pages.tsx'
import { findConsent, findConsentText } from '../people/consent/store.ts'
import type { Participant } from '../people/model.ts'
import { findParticipant } from '../people/store.ts'
import {
  NothingToWithdrawPage,
  type Promised,
  type WithdrawalErrors,
  WithdrawPage,
  WithdrawSomebodyPage,
} from '../people/withdrawal/pages.tsx'
import {
  canWithdraw,
  lastPhaseOf,
  progressOf,
  promisedEffect,
  sentenceOfWithdrawalProblem,
  usualEffects,
  type WithdrawalProblem,
} from '../people/withdrawal/rules.ts'
import type { RepeatedKeyProblem } from '../platform/action.ts'
import { findProgramme } from '../protocol/store.ts'
import { listStageWindows } from '../questionnaires/windows/window-store.ts'
import { type Reply, type Route, type RouteContext, route } from '../web/route.ts'
import { withdrawParticipant } from './withdrawal-actions.ts'

type View = {
  readonly programmeId: string
  readonly participant: Participant
  readonly promised: Promised
  readonly lastPhase: number
}

type Wanted = { readonly programmeId: string; readonly participantId: string }

const loadView = (
  { scope: { organisationId }, read }: RouteContext<unknown, unknown>,
  { programmeId, participantId }: Wanted,
): Promise<View | null> => {
  const place = { organisationId, programmeId }
  return read(async (tx) => {
    const programme = await findProgramme(tx, organisationId, programmeId)
    const participant = await findParticipant(tx, organisationId, participantId)
    if (programme === null || participant?.programmeId !== programmeId) return null
    const consent = await findConsent(tx, place, participantId)
    const text = consent && (await findConsentText(tx, place, consent.version))
    const windows = await listStageWindows(tx, place)
    return {
      programmeId,
      participant,
      promised: {
        choice: promisedEffect(consent),
        effect: effectIn(text?.text ?? null, promisedEffect(consent)),
        isRecorded: consent !== null,
      },
      lastPhase: lastPhaseOf(progressOf(programme, windows), participant.role),
    }
  })
}

const effectIn = (text: ConsentText | null, choice: Promised['choice']): string =>
  text?.withdrawal.find((offer) => offer.choice === choice)?.effect ?? usualEffects[choice]

/** A pack belongs to a mentee. Whether there is one is not looked at. */
const losesPack = ({ participant, promised }: View): boolean =>
  participant.role === 'mentee' && promised.choice !== 'stop'

const statusOf = (errors: WithdrawalErrors): 200 | 422 =>
  Object.keys(errors).length === 0 ? 200 : 422

// A person's own.

const ownParams = z.object({ programme: z.uuid() })
type OwnParams = z.infer<typeof ownParams>
const ownForm = z.object({ idempotencyKey: z.uuid(), confirmed: z.literal('yes').optional() })

const ownView = (context: RouteContext<OwnParams, unknown>): Promise<View | null> =>
  context.person.kind === 'participant'
    ? loadView(context, {
        programmeId: context.params.programme,
        participantId: context.person.personId,
      })
    : Promise.resolve(null)

const ownPage = (
  { newKey }: RouteContext<unknown, unknown>,
  view: View,
  errors: WithdrawalErrors = {},
): Reply => {
  const { programmeId, participant, promised } = view
  if (participant.state !== 'agreed') return ownStanding(programmeId, participant, promised)
  const action = `/programmes/${programmeId}/withdraw`
  const packHref = losesPack(view) ? `/programmes/${programmeId}/pack` : null
  const idempotencyKey = newKey()
  const body = createElement(WithdrawPage, { action, promised, errors, packHref, idempotencyKey })
  return { kind: 'page', title: 'Withdraw from the programme', body, status: statusOf(errors) }
}

const ownStanding = (programmeId: string, { state }: Participant, promised: Promised): Reply => {
  const hasLeft = state === 'withdrawn'
  const heading = hasLeft ? 'You have withdrawn' : 'There is nothing to withdraw from'
  const sentences = hasLeft
    ? [`${withdrawalLabels[promised.choice]}: this is done. Nothing more is asked of you.`]
    : ['You have not agreed to take part.']
  const next = { label: 'Information and consent', href: `/programmes/${programmeId}/consent` }
  const body = createElement(StandingPage, { heading, sentences, next })
  return { kind: 'page', title: heading, body }
}

const showOwn = async (context: RouteContext<OwnParams, unknown>): Promise<Reply> => {
  const view = await ownView(context)
  return view === null ? { kind: 'not_found' } : ownPage(context, view)
}

const withdrawOwn = async (
  context: RouteContext<OwnParams, z.infer<typeof ownForm>>,
): Promise<Reply> => {
  const view = await ownView(context)
  if (view === null) return { kind: 'not_found' }
  if (context.input.confirmed === undefined) return ownPage(context, view, notConfirmed)
  const { programmeId, participant } = view
  const { participantId } = participant
  const done = await withdrawParticipant(context.scope, {
    programmeId,
    participantId,
    leftAfterPhase: null,
    origin: context.service,
  })
  return afterwards(done, `/programmes/${programmeId}/withdraw`)
}

const notConfirmed: WithdrawalErrors = {
  confirmed: sentenceOfWithdrawalProblem({ kind: 'withdrawal.not_confirmed' }),
}

const afterwards = (
  done: Result<null, WithdrawalProblem | RepeatedKeyProblem>,
  to: string,
): Reply => {
  if (done.ok) return { kind: 'redirect', to }
  const { problem } = done
  if (problem.kind === 'participant.unknown') return { kind: 'not_found' }
  const sentence =
    problem.kind === 'request.key_used_otherwise'
      ? 'This form was sent before with other content. Reload the page and send it again'
      : sentenceOfWithdrawalProblem(problem)
  return { kind: 'problem', title: 'Nothing was changed', sentences: [`${sentence}.`] }
}

// The lead's, for somebody else.

const leadParams = z.object({ programme: z.uuid(), participant: z.uuid() })
type LeadParams = z.infer<typeof leadParams>
const leadForm = z.object({
  idempotencyKey: z.uuid(),
  confirmed: z.literal('yes').optional(),
  phase: z.enum(['0', '1', '2']).optional(),
})
type LeadForm = z.infer<typeof leadForm>

const leadView = (context: RouteContext<LeadParams, unknown>): Promise<View | null> => {
  const { programme: programmeId, participant: participantId } = context.params
  return loadView(context, { programmeId, participantId })
}

const leadPage = (
  { newKey }: RouteContext<unknown, unknown>,
  view: View,
  { phase, errors }: { readonly phase: string; readonly errors: WithdrawalErrors },
): Reply => {
  const { programmeId, participant, promised, lastPhase } = view
  const { name, participantId } = participant
  const allowed = canWithdraw(participant.state)
  if (!allowed.ok) return nothingToDo(view, allowed.problem)
  const body = createElement(WithdrawSomebodyPage, {
    action: `/programmes/${programmeId}/people/${participantId}/withdraw`,
    programmeId,
    name,
    promised,
    losesPack: losesPack(view),
    lastPhase,
    phase,
    errors,
    idempotencyKey: newKey(),
  })
  return { kind: 'page', title: `${name} withdraws`, body, status: statusOf(errors) }
}

const nothingToDo = ({ programmeId, participant }: View, problem: WithdrawalProblem): Reply => {
  const heading =
    participant.state === 'withdrawn' ? `${participant.name} has withdrawn` : participant.name
  const children = `${sentenceOfWithdrawalProblem(problem)}.`
  const body = createElement(NothingToWithdrawPage, { programmeId, heading, children })
  return { kind: 'page', title: heading, body }
}

const showToLead = async (context: RouteContext<LeadParams, unknown>): Promise<Reply> => {
  const view = await leadView(context)
  if (view === null) return { kind: 'not_found' }
  return leadPage(context, view, { phase: String(view.lastPhase), errors: {} })
}

const withdrawByLead = async (context: RouteContext<LeadParams, LeadForm>): Promise<Reply> => {
  const view = await leadView(context)
  if (view === null) return { kind: 'not_found' }
  const { phase, confirmed } = context.input
  const errors = errorsIn(context.input)
  if (phase === undefined || confirmed === undefined) {
    return leadPage(context, view, { phase: phase ?? '', errors })
  }
  const { programmeId, participant } = view
  const { participantId } = participant
  const leftAfterPhase = Number(phase)
  const wanted = { programmeId, participantId, leftAfterPhase, origin: context.service }
  const done = await withdrawParticipant(context.scope, wanted)
  return afterwards(done, `/programmes/${programmeId}/people/${participantId}/withdraw`)
}

const errorsIn = ({ phase, confirmed }: LeadForm): WithdrawalErrors => ({
  ...(phase === undefined
    ? { phase: sentenceOfWithdrawalProblem({ kind: 'withdrawal.phase_not_chosen' }) }
    : {}),
  ...(confirmed === undefined ? notConfirmed : {}),
})

const own = { path: '/programmes/:programme/withdraw', who: ['mentor', 'mentee'] } as const
const lead = {
  path: '/programmes/:programme/people/:participant/withdraw',
  who: ['lead'],
} as const

export const routes: readonly Route[] = [
  route({
    ...own,
    method: 'GET',
    params: ownParams,
    input: z.object({}),
    navigation: 'Withdraw',
    handle: showOwn,
  }),
  route({ ...own, method: 'POST', params: ownParams, input: ownForm, handle: withdrawOwn }),
  route({
    ...lead,
    method: 'GET',
    params: leadParams,
    input: z.object({}),
    handle: showToLead,
  }),
  route({ ...lead, method: 'POST', params: leadParams, input: leadForm, handle: withdrawByLead }),
]
