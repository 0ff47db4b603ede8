/** The facilitator's doors to a sitting: its beginning and end, who is there, who agrees to a recording. */
import { type ComponentType, createElement } from 'react'
import * as z from 'zod'
import { dayOf } from '../../lib/dates.ts'
import { readTypedDate, typedDateOf } from '../../questionnaires/windows/typed-dates.ts'
import { type Reply, type Route, route } from '../../web/route.ts'
import { beginSitting, changeAttendance, endSitting, noteRecordingConsent } from './actions.ts'
import {
  AttendancePage,
  attendanceTitle,
  type ListForm,
  type ListPageProps,
  RecordingConsentPage,
  recordingConsentTitle,
} from './pages/attendance.tsx'
import { type BeginErrors, type BeginForm, BeginSittingPage } from './pages/begin.tsx'
import { type InterviewProblem, sentenceOfInterviewProblem } from './problems.ts'
import { after, button, type Context, homeOf, load, nothing, params, start, who } from './routes.ts'

/** None, one or several boxes that are ticked. */
const ticks = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([])
const part = z.string().max(100).default('')
const beginForm = button.extend({
  'held-day': part,
  'held-month': part,
  'held-year': part,
  present: ticks,
})
const listForm = button.extend({ before: ticks, present: ticks })
type ListInput = z.infer<typeof listForm>

type ShownBeginning = { readonly form: BeginForm; readonly errors: BeginErrors }

const showBegin = async (context: Context, shown?: ShownBeginning): Promise<Reply> => {
  const loaded = await load(context)
  if (loaded === null) return { kind: 'not_found' }
  const fresh = { held: typedDateOf(dayOf(new Date())), present: [] }
  const { form, errors } = shown ?? { form: fresh, errors: {} }
  const page = { loaded, form, errors, idempotencyKey: context.newKey() }
  const status = shown === undefined ? 200 : 422
  const body = createElement(BeginSittingPage, page)
  return { kind: 'page', title: 'Begin a sitting', body, status }
}

const begin = async (context: Context<z.infer<typeof beginForm>>): Promise<Reply> => {
  const { input } = context
  const held = { day: input['held-day'], month: input['held-month'], year: input['held-year'] }
  const form = { held, present: input.present }
  const day = readTypedDate(held)
  if (!day.ok || day.value === null) {
    const sentence = sentenceOfInterviewProblem({ kind: 'sitting.not_a_day' })
    return showBegin(context, { form, errors: { held: sentence } })
  }
  const begun = await beginSitting(context.scope, {
    programmeId: context.params.programme,
    heldOn: day.value,
    present: input.present,
  })
  if (begun.ok) return { kind: 'redirect', to: homeOf(context) }
  return showBegin(context, { form, errors: placed(begun.problem) })
}

/** What is wrong with a field stands beside it; anything else above the page. */
const placed = (problem: InterviewProblem): BeginErrors => {
  const sentence = sentenceOfInterviewProblem(problem)
  switch (problem.kind) {
    case 'sitting.in_the_future':
      return { held: sentence }
    case 'attendance.nobody':
      return { present: sentence }
    default:
      return { page: sentence }
  }
}

type ListPage = {
  readonly title: string
  readonly Page: ComponentType<ListPageProps>
  readonly save: typeof changeAttendance
}

type ShownList = { readonly form: ListForm; readonly error: string }

const showList = async (
  context: Context,
  { title, Page }: ListPage,
  shown?: ShownList,
): Promise<Reply> => {
  const loaded = await load(context)
  if (loaded === null) return { kind: 'not_found' }
  const { form = null, error } = shown ?? {}
  const body = createElement(Page, { loaded, form, error, idempotencyKey: context.newKey() })
  return { kind: 'page', title, body, status: shown === undefined ? 200 : 422 }
}

const saveList = async (context: Context<ListInput>, page: ListPage): Promise<Reply> => {
  const { before, present } = context.input
  const list = { before, after: present }
  const saved = await page.save(context.scope, { programmeId: context.params.programme, ...list })
  if (saved.ok) return { kind: 'redirect', to: homeOf(context) }
  const error = sentenceOfInterviewProblem(saved.problem)
  return showList(context, page, { form: { before, ticked: present }, error })
}

const listRoutes = (path: string, page: ListPage): readonly Route[] => [
  route({
    method: 'GET',
    path,
    who,
    params,
    input: nothing,
    handle: (context) => showList(context, page),
  }),
  route({
    method: 'POST',
    path,
    who,
    params,
    input: listForm,
    handle: (context) => saveList(context, page),
  }),
]

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${start}/sittings/new`,
    who,
    params,
    input: nothing,
    handle: (context) => showBegin(context),
  }),
  route({
    method: 'POST',
    path: `${start}/sittings/new`,
    who,
    params,
    input: beginForm,
    handle: begin,
  }),
  route({
    method: 'POST',
    path: `${start}/sittings/end`,
    who,
    params,
    input: button,
    handle: async (context) =>
      after(await endSitting(context.scope, { programmeId: context.params.programme }), context),
  }),
  ...listRoutes(`${start}/attendance`, {
    title: attendanceTitle,
    Page: AttendancePage,
    save: changeAttendance,
  }),
  ...listRoutes(`${start}/recording-consent`, {
    title: recordingConsentTitle,
    Page: RecordingConsentPage,
    save: noteRecordingConsent,
  }),
]
