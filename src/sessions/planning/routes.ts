/** The door of mentors and mentees to their session: where it stands, accepting a time, cancelling, their calendar. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { calendarText, summaryOf } from '../calendar/invitation.ts'
import { acceptTime, cancelSession } from './actions.ts'
import {
  type Context,
  type FormContext,
  load,
  loadPair,
  params,
  path,
  planningFor,
  query,
  sent,
  targetOf,
  toSession,
  who,
} from './doors.ts'
import { CancelPage, cancelTitle } from './form-pages.tsx'
import { pageOf } from './mails.ts'
import { SessionPage, sessionTitle } from './pages.tsx'
import { errorsFrom, noErrors, type PlanErrors } from './plan-form.ts'
import { planRoutes } from './plan-routes.ts'
import { entryOf } from './rules.ts'

const acceptForm = z.object({ ...sent, startsAt: z.iso.datetime() })
const cancelForm = z.object(sent)
type AcceptContext = RouteContext<z.infer<typeof params>, z.infer<typeof acceptForm>>

const show = async (context: Context, errors: PlanErrors = noErrors): Promise<Reply> => {
  const loaded = await load(context)
  if (loaded === null) return { kind: 'not_found' }
  const idempotencyKey = context.newKey()
  const body = createElement(SessionPage, { loaded, errors, idempotencyKey, now: new Date() })
  return { kind: 'page', title: sessionTitle, body, status: errors.size === 0 ? 200 : 422 }
}

const accept = async (context: AcceptContext): Promise<Reply> => {
  const { person, scope, input } = context
  const loaded = await loadPair(context)
  if (loaded === null || person.kind !== 'participant') return toSession(context)
  const planning = planningFor(context, person.personId, loaded.chosen)
  const startsAt = new Date(input.startsAt)
  const done = await acceptTime(scope, { ...planning, planId: input.plan, startsAt })
  return done.ok ? toSession(context) : show(context, errorsFrom(done.problem, []))
}

const showCancel = async (context: Context): Promise<Reply> => {
  const loaded = await loadPair(context)
  const plan = loaded?.chosen.plan
  if (!loaded || plan?.state !== 'planned') return toSession(context)
  const target = targetOf(context, loaded, 'cancel')
  const body = createElement(CancelPage, { own: loaded.own, pair: loaded.chosen, plan, target })
  return { kind: 'page', title: cancelTitle, body }
}

const cancel = async (context: FormContext): Promise<Reply> => {
  const { person, scope, input } = context
  const loaded = await loadPair(context)
  if (loaded === null || person.kind !== 'participant') return toSession(context)
  const planning = planningFor(context, person.personId, loaded.chosen)
  const done = await cancelSession(scope, { ...planning, planId: input.plan })
  return done.ok ? toSession(context) : show(context, errorsFrom(done.problem, []))
}

/** For whoever has no email, or lost it. */
const entryFile = async (context: Context): Promise<Reply> => {
  const loaded = await loadPair(context)
  const plan = loaded?.chosen.plan
  const entry = plan?.state === 'planned' ? entryOf(plan) : null
  if (!loaded || entry === null) return toSession(context)
  const { programme } = loaded.own
  const { publicUrl, mailFrom } = context.service
  const body = calendarText({
    ...{ ...entry, method: 'PUBLISH', summary: summaryOf(programme.name), now: new Date() },
    link: pageOf(programme, loaded.chosen.partner.participantId, publicUrl),
    organizer: { name: programme.name, email: mailFrom },
    attendees: [],
  })
  return { kind: 'file', body, type: 'text/calendar; charset=utf-8', name: 'session.ics' }
}

const get = { method: 'GET', who, params, input: query } as const
const post = { method: 'POST', who, params } as const

export const routes: readonly Route[] = [
  route({ ...get, path, navigation: 'Session', handle: (context) => show(context) }),
  route({ ...post, path: `${path}/accept`, input: acceptForm, handle: accept }),
  route({ ...get, path: `${path}/cancel`, handle: showCancel }),
  route({ ...post, path: `${path}/cancel`, input: cancelForm, handle: cancel }),
  route({ ...get, path: `${path}/invite.ics`, handle: entryFile }),
  ...planRoutes,
]
