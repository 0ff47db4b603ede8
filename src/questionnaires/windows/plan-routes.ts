/** The lead's door to the dates of a stage. */
import { createElement } from 'react'
import * as z from 'zod'
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { TypedDate } from '../../web/components/date-input.tsx'
import type { FieldError } from '../../web/components/error-summary.tsx'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { type StageParams, stageParams } from '../answering/answering-context.ts'
import {
  button,
  findStage,
  listOfStages,
  moveOf,
  type StageContext,
  statusFor,
} from './find-stage.ts'
import type { WindowProblem } from './opening-rules.ts'
import { type PlanErrors, type PlanForm, PlanStagePage } from './stage-pages.tsx'
import { readTypedDate, typedDateOf } from './typed-dates.ts'
import { sentenceOfWindowProblem } from './window-problems.ts'
import { planStage } from './windows.ts'

const part = z.string().max(100).default('')
const planForm = button.extend({
  'opens-day': part,
  'opens-month': part,
  'opens-year': part,
  'closes-day': part,
  'closes-month': part,
  'closes-year': part,
})
type PlanInput = z.infer<typeof planForm>

/** `form`: as it was typed; null: filled from the window. */
type Shown = { readonly form: PlanForm | null; readonly errors: PlanErrors }
const fresh: Shown = { form: null, errors: {} }

const fields = ['opens', 'closes'] as const

const summaryOf = (errors: PlanErrors): readonly FieldError[] => [
  ...(errors.page === undefined ? [] : [{ text: errors.page }]),
  ...fields.flatMap((field) => {
    const text = errors[field]
    return text === undefined ? [] : [{ text, fieldId: `${field}-day` }]
  }),
]

const show = async (context: StageContext, shown: Shown = fresh): Promise<Reply> => {
  const errors = summaryOf(shown.errors)
  const found = await findStage(context, errors)
  if (found === null) return { kind: 'not_found' }
  const { opensOn, closesOn } = found.stage.window
  const form = shown.form ?? { opens: typedDateOf(opensOn), closes: typedDateOf(closesOn) }
  const body = createElement(PlanStagePage, { ...found, form, fieldErrors: shown.errors })
  const title = `Plan stage ${found.stage.stage}`
  return { kind: 'page', title, body, status: statusFor(errors) }
}

const typedIn = (input: PlanInput, field: (typeof fields)[number]): TypedDate => ({
  day: input[`${field}-day`],
  month: input[`${field}-month`],
  year: input[`${field}-year`],
})

const notADay = 'Enter a day that exists, such as 3 11 2026, or leave all three fields empty'

const plan = async (context: RouteContext<StageParams, PlanInput>): Promise<Reply> => {
  const form = { opens: typedIn(context.input, 'opens'), closes: typedIn(context.input, 'closes') }
  const [opens, closes] = [readTypedDate(form.opens), readTypedDate(form.closes)]
  if (!opens.ok || !closes.ok) {
    const errors = {
      ...(opens.ok ? {} : { opens: notADay }),
      ...(closes.ok ? {} : { closes: notADay }),
    }
    return show(context, { form, errors })
  }
  const dates = { opensOn: opens.value, closesOn: closes.value }
  const saved = await planStage(context.scope, { ...moveOf(context), ...dates })
  if (saved.ok) return { kind: 'redirect', to: listOfStages(context) }
  return show(context, { form, errors: placed(saved.problem) })
}

/** What is wrong with a day stands beside it; anything else above the page. */
const placed = (problem: WindowProblem | RepeatedKeyProblem): PlanErrors => {
  const sentence = sentenceOfWindowProblem(problem)
  switch (problem.kind) {
    case 'stage.opens_in_the_past':
      return { opens: sentence }
    case 'stage.closes_in_the_past':
    case 'stage.closes_before_it_opens':
      return { closes: sentence }
    default:
      return { page: sentence }
  }
}

const path = '/programmes/:programme/collecting/:stage/plan'

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    who: ['lead'],
    params: stageParams,
    input: z.object({}),
    handle: (context) => show(context),
  }),
  route({
    method: 'POST',
    path,
    who: ['lead'],
    params: stageParams,
    input: planForm,
    handle: plan,
  }),
]
