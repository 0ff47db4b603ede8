/** The lead's doors to setting a programme up, opening it and closing it. */
import { createElement } from 'react'
import * as z from 'zod'
import { dayOf } from '../../lib/dates.ts'
import { findProgramme } from '../../protocol/store.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { OpenProgrammePage } from './opening-pages.tsx'
import { closeProgramme, openToPeople } from './programme-state.ts'
import { findSource, loadSetUp } from './set-up.ts'
import { CloseProgrammePage, SetUpPage } from './set-up-pages.tsx'
import { openingProblems, openingWarnings, setUpTasks } from './set-up-rules.ts'
import { sentenceOfEndProblem } from './set-up-words.ts'

const params = z.object({ programme: z.uuid() })
type Context = RouteContext<z.infer<typeof params>, unknown>
const nothing = z.object({})
const button = z.object({ idempotencyKey: z.uuid() })

const placeOf = ({ scope, params }: Context) => ({
  organisationId: scope.organisationId,
  programmeId: params.programme,
})

const tasks = async (context: Context): Promise<Reply> => {
  const { read, service } = context
  const place = placeOf(context)
  const programme = await read((tx) => findProgramme(tx, place.organisationId, place.programmeId))
  if (programme === null) return { kind: 'not_found' }
  const source = await findSource(service.projectRoot, programme.protocol.id)
  const facts = await read((tx) => loadSetUp(tx, place, source))
  if (facts === null) return { kind: 'not_found' }
  const body = createElement(SetUpPage, { programme: facts.programme, groups: setUpTasks(facts) })
  return { kind: 'page', title: 'Set up the programme', body }
}

const check = async (context: Context, wasSent = false): Promise<Reply> => {
  const facts = await context.read((tx) => loadSetUp(tx, placeOf(context)))
  if (facts === null) return { kind: 'not_found' }
  const body = createElement(OpenProgrammePage, {
    facts,
    problems: openingProblems(facts),
    warnings: openingWarnings(facts),
    wasSent,
    idempotencyKey: context.newKey(),
  })
  const title = 'Check and open the programme'
  return { kind: 'page', title, body, status: wasSent ? 422 : 200 }
}

const open = async (context: Context): Promise<Reply> => {
  const opened = await openToPeople(context.scope, { programmeId: context.params.programme })
  if (!opened.ok) return check(context, true)
  return { kind: 'redirect', to: `/programmes/${context.params.programme}/set-up` }
}

const showClose = async (context: Context, errors: readonly string[] = []): Promise<Reply> => {
  const { organisationId, programmeId } = placeOf(context)
  const programme = await context.read((tx) => findProgramme(tx, organisationId, programmeId))
  if (programme === null) return { kind: 'not_found' }
  const page = { programme, errors, idempotencyKey: context.newKey() }
  const body = createElement(CloseProgrammePage, page)
  return {
    kind: 'page',
    title: 'Close the programme',
    body,
    status: errors.length === 0 ? 200 : 422,
  }
}

const close = async (context: Context): Promise<Reply> => {
  const { programme: programmeId } = context.params
  const closed = await closeProgramme(context.scope, { programmeId, today: dayOf(new Date()) })
  if (!closed.ok) return showClose(context, [sentenceOfEndProblem(closed.problem)])
  return { kind: 'redirect', to: `/programmes/${programmeId}/closing` }
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/programmes/:programme/set-up',
    who: ['lead'],
    params,
    input: nothing,
    navigation: 'Set-up',
    handle: tasks,
  }),
  route({
    method: 'GET',
    path: '/programmes/:programme/set-up/open',
    who: ['lead'],
    params,
    input: nothing,
    handle: (context) => check(context),
  }),
  route({
    method: 'POST',
    path: '/programmes/:programme/set-up/open',
    who: ['lead'],
    params,
    input: button,
    handle: open,
  }),
  route({
    method: 'GET',
    path: '/programmes/:programme/close',
    who: ['lead'],
    params,
    input: nothing,
    handle: (context) => showClose(context),
  }),
  route({
    method: 'POST',
    path: '/programmes/:programme/close',
    who: ['lead'],
    params,
    input: button,
    handle: close,
  }),
]
