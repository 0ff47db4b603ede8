/** The doors of mentors' phones, and the facilitator's to the points that wait. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { returnPath } from '../sittings/return-path.ts'
import { openFollowEvents } from './follow-events.ts'
import { type FollowAsked, loadFollow } from './load-follow.ts'
import { FollowPage, type Outcome } from './pages/follow.tsx'
import { PointsNotShownPage } from './pages/points-not-shown.tsx'
import { castBallot, sendPoint, showBatch } from './phone-actions.ts'
import { sentenceOfPhoneProblem, sentencesOfBatchProblem } from './problems.ts'

const params = z.object({ programme: z.uuid() })
type Context<Input = unknown> = RouteContext<z.infer<typeof params>, Input>

/** `sent`: the page comes after a point that was taken. */
const asked = z.object({ sent: z.string().optional() })
const pointForm = z.object({
  idempotencyKey: z.uuid(),
  mentee: z.string(),
  domain: z.string(),
  text: z.string(),
})
const ballotForm = z.object({
  idempotencyKey: z.uuid(),
  note: z.uuid(),
  seen: z.enum(['yes', 'no']),
})
/** `to`: the page on which the form stands; the board unless told. */
const batchForm = z.object({ idempotencyKey: z.uuid(), to: z.string().optional() })

const notFound: Reply = { kind: 'not_found' }

const askedBy = ({ person, scope, params }: Context): FollowAsked | null => {
  if (person.kind !== 'participant') return null
  const { organisationId, masterKey } = scope
  const { programme: programmeId } = params
  return { organisationId, programmeId, masterKey, participantId: person.personId }
}

const page = async (context: Context, outcome: Outcome): Promise<Reply> => {
  const who = askedBy(context)
  const follow = who && (await context.read((tx) => loadFollow(tx, who)))
  if (follow === null) return notFound
  const { programme, standing, followed } = follow
  const { name: programmeName, protocol, programmeId } = programme
  const body = createElement(FollowPage, {
    ...{ programmeName, protocol, standing, followed, outcome },
    base: `/programmes/${programmeId}`,
    newKey: context.newKey,
  })
  const status = outcome.kind === 'refused' ? 422 : 200
  return { kind: 'page', title: 'Follow the interview', body, status }
}

const show = (context: Context<z.infer<typeof asked>>): Promise<Reply> =>
  page(context, { kind: context.input.sent === undefined ? 'none' : 'sent' })

const listen = async (context: Context): Promise<Reply> => {
  const who = askedBy(context)
  return who === null ? notFound : { kind: 'events', open: openFollowEvents(context, who) }
}

const takePoint = async (context: Context<z.infer<typeof pointForm>>): Promise<Reply> => {
  const who = askedBy(context)
  if (who === null) return notFound
  const { idempotencyKey: formKey, mentee, domain, text } = context.input
  const point = { formKey, menteeId: mentee, domain, text: cleanText(text) }
  const taken = await sendPoint(context.scope, { ...who, ...point })
  if (taken.ok) return { kind: 'redirect', to: `${addressOf(who)}?sent=yes` }
  const sentence = sentenceOfPhoneProblem(taken.problem)
  return page(context, { kind: 'refused', sentence, typed: { mentee, domain, text } })
}

const cleanText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed().trim()

const takeBallot = async (context: Context<z.infer<typeof ballotForm>>): Promise<Reply> => {
  const who = askedBy(context)
  if (who === null) return notFound
  const { note: noteId, seen } = context.input
  const taken = await castBallot(context.scope, { ...who, noteId, hasSeen: seen === 'yes' })
  if (taken.ok) return { kind: 'redirect', to: `${addressOf(who)}#note-${noteId}` }
  const sentence = sentenceOfPhoneProblem(taken.problem)
  return page(context, { kind: 'refused', sentence, typed: null })
}

const addressOf = ({ programmeId }: Pick<FollowAsked, 'programmeId'>): string =>
  `/programmes/${programmeId}/interview/follow`

const takeBatch = async (context: Context<z.infer<typeof batchForm>>): Promise<Reply> => {
  const { scope, params, input } = context
  const asked = { programmeId: params.programme, formKey: input.idempotencyKey }
  const shown = await showBatch(scope, asked)
  const base = `/programmes/${params.programme}/interview`
  const board = returnPath(base, input.to) ?? `${base}/board`
  if (shown.ok) return { kind: 'redirect', to: board }
  const sentences = sentencesOfBatchProblem(shown.problem)
  const body = createElement(PointsNotShownPage, { board, sentences })
  return { kind: 'page', title: 'No points from phones are shown', body, status: 422 }
}

const start = '/programmes/:programme/interview'
const mentors = { who: ['mentor'], params } as const

export const routes: readonly Route[] = [
  route({ ...mentors, method: 'GET', path: `${start}/follow`, input: asked, handle: show }),
  route({
    ...mentors,
    method: 'GET',
    path: `${start}/follow/events`,
    input: z.object({}),
    handle: listen,
  }),
  route({
    ...mentors,
    method: 'POST',
    path: `${start}/points`,
    input: pointForm,
    handle: takePoint,
  }),
  route({
    ...mentors,
    method: 'POST',
    path: `${start}/ballots`,
    input: ballotForm,
    handle: takeBallot,
  }),
  route({
    method: 'POST',
    path: `${start}/phone-points`,
    who: ['facilitator'],
    params,
    input: batchForm,
    handle: takeBatch,
  }),
]
