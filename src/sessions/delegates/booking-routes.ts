/** The door of whoever books for a mentee: their link, and nothing else. Opening it changes nothing. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import type { OwnPair } from '../own/load-own-pairs.ts'
import { acceptTime, cancelSession } from '../planning/actions.ts'
import {
  errorsFrom,
  freshMove,
  freshProposal,
  noErrors,
  type PlanErrors,
  type TypedPlan,
} from '../planning/plan-form.ts'
import { mayPlanMore } from '../planning/rules.ts'
import { type RefusedPlan, submitMove, submitProposal } from '../planning/submit-plan.ts'
import { bookedOf } from './booked-sessions.ts'
import {
  type BookingForm,
  BookingFormPage,
  BookingPage,
  bookingForms,
  bookingTitle,
  formTitles,
  LinkEndedPage,
  linkEndedTitle,
} from './booking-pages.tsx'
import { type Booking, loadBooking } from './load-booking.ts'

const params = z.object({ token: z.string() })
type Params = z.infer<typeof params>
const query = z.object({ do: z.string().default(''), pair: z.string().default('') })
/** `plan`: the one that stood on the page. */
const sent = {
  idempotencyKey: z.uuid(),
  pair: z.string().default(''),
  plan: z.string().default(''),
}
const acceptForm = z.object({ ...sent, startsAt: z.iso.datetime() })
const cancelForm = z.object(sent)
/** Besides: the fields of `typedPlanIn`. */
const planForm = z.looseObject(sent)

type Context<Input = unknown> = RouteContext<Params, Input>
type Sent<Form extends z.ZodType> = Context<z.infer<Form>>

const linkEnded: Reply = {
  kind: 'page',
  title: linkEndedTitle,
  body: createElement(LinkEndedPage),
}

const pathOf = ({ params: { token } }: Context): string => `/book/${token}`

const back = (context: Context): Reply => ({ kind: 'redirect', to: pathOf(context) })

const statusOf = (errors: PlanErrors) => (errors.size === 0 ? 200 : 422)

const overview = (context: Context, { own }: Booking, errors: PlanErrors = noErrors): Reply => {
  const now = new Date()
  const booked = bookedOf(own, now)
  const body = createElement(BookingPage, {
    ...{ booked, errors, now, path: pathOf(context), idempotencyKey: context.newKey() },
  })
  return { kind: 'page', title: bookingTitle(booked), body, status: statusOf(errors) }
}

/** One session, and the link by which it is booked. */
type Chosen = { readonly booking: Booking; readonly pair: OwnPair }

type Shown = RefusedPlan & { readonly form: BookingForm }

const formPage = (context: Context, { booking, pair }: Chosen, shown: Shown): Reply => {
  const now = new Date()
  const booked = bookedOf(booking.own, now)
  const { pairId } = pair.pair
  const session = booked.sessions.find((one) => one.pairId === pairId)
  if (session === undefined) return overview(context, booking)
  const path = pathOf(context)
  const target = {
    action: `${path}/${shown.form}`,
    hidden: { pair: pairId, plan: session.plan?.planId ?? '' },
    idempotencyKey: context.newKey(),
  }
  const body = createElement(BookingFormPage, {
    ...{ ...shown, booked, session, path, target, now },
  })
  return { kind: 'page', title: formTitles[shown.form], body, status: statusOf(shown.errors) }
}

const pairIn = ({ own }: Booking, pairId: string): OwnPair | undefined =>
  own.pairs.find(({ pair }) => pair.pairId === pairId)

/** What stands in a form before anything is typed; null: there is nothing of the kind to do. */
const freshFor = (form: BookingForm, { booking, pair }: Chosen): TypedPlan | null => {
  const { protocol } = booking.own.programme
  const { plan, sessions } = pair
  const isPlanned = plan?.state === 'planned'
  if (form !== 'propose') return isPlanned ? freshMove(plan) : null
  const mayPropose = !isPlanned && mayPlanMore({ protocol, held: sessions.length })
  return mayPropose ? freshProposal(protocol, plan, new Date()) : null
}

const show = async (context: Sent<typeof query>): Promise<Reply> => {
  const booking = await loadBooking(context.scope, context.params.token)
  if (booking === null) return linkEnded
  const form = bookingForms.find((one) => one === context.input.do)
  const pair = pairIn(booking, context.input.pair)
  if (form === undefined || pair === undefined) return overview(context, booking)
  const typed = freshFor(form, { booking, pair })
  return typed === null
    ? overview(context, booking)
    : formPage(context, { booking, pair }, { form, typed, errors: noErrors })
}

type Choosing = Context<{ readonly pair: string }>

/** Carries out what is asked about one session of the mentee. */
const forChosen =
  <C extends Choosing>(work: (context: C, chosen: Chosen) => Promise<Reply>) =>
  async (context: C): Promise<Reply> => {
    const booking = await loadBooking(context.scope, context.params.token)
    if (booking === null) return linkEnded
    const pair = pairIn(booking, context.input.pair)
    return pair === undefined
      ? overview(context, booking, errorsFrom({ kind: 'planning.no_such_pair' }, []))
      : work(context, { booking, pair })
  }

/** As if the mentee did it: in their organisation, for their side. */
const doing = ({ scope, service }: Context, { booking, pair }: Chosen) => ({
  scope: { ...scope, organisationId: booking.organisationId },
  planning: {
    programmeId: booking.own.programme.programmeId,
    participantId: booking.own.participant.participantId,
    partnerId: pair.partner.participantId,
    origin: service,
  },
})

const accept = forChosen(async (context: Sent<typeof acceptForm>, chosen) => {
  const { scope, planning } = doing(context, chosen)
  const { plan: planId, startsAt } = context.input
  const done = await acceptTime(scope, { ...planning, planId, startsAt: new Date(startsAt) })
  return done.ok ? back(context) : overview(context, chosen.booking, errorsFrom(done.problem, []))
})

const cancel = forChosen(async (context: Sent<typeof cancelForm>, chosen) => {
  const { scope, planning } = doing(context, chosen)
  const done = await cancelSession(scope, { ...planning, planId: context.input.plan })
  return done.ok ? back(context) : overview(context, chosen.booking, errorsFrom(done.problem, []))
})

type Submit = typeof submitMove

const sends = (form: 'propose' | 'move', submit: Submit) =>
  forChosen(async (context: Sent<typeof planForm>, chosen) => {
    const { scope, planning } = doing(context, chosen)
    const { protocol } = chosen.booking.own.programme
    const refused = await submit(scope, { planning, protocol, form: context.input })
    return refused === null ? back(context) : formPage(context, chosen, { form, ...refused })
  })

const path = '/book/:token'
const who = 'everyone'
const post = { method: 'POST', who, params } as const

export const bookingRoutes: readonly Route[] = [
  route({ method: 'GET', path, who, params, input: query, handle: show }),
  route({
    ...post,
    path: `${path}/propose`,
    input: planForm,
    handle: sends('propose', submitProposal),
  }),
  route({ ...post, path: `${path}/accept`, input: acceptForm, handle: accept }),
  route({ ...post, path: `${path}/move`, input: planForm, handle: sends('move', submitMove) }),
  route({ ...post, path: `${path}/cancel`, input: cancelForm, handle: cancel }),
]
