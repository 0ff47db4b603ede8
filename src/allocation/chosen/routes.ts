/** The lead's door to choosing the pairs by hand. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { type KeepingProblem, keepChosenPairs, reasonFor } from './actions.ts'
import { type LoadedChoosing, loadChoosing } from './load-choosing.ts'
import type { Choices, Choosing } from './model.ts'
import { CheckPage, ChoosePage, chosenTitle, NothingToChoosePage, type Typed } from './pages.tsx'
import { sentenceOfChosenProblem, sentenceOfPlaceError } from './problems.ts'
import { choicesOf, decidePairs } from './rules.ts'

const params = z.object({ programme: z.uuid() })
/** One field for each place, `mentor-<id of the mentee>-<number>`. `step`: which button of the page to check them. */
const form = z.looseObject({
  idempotencyKey: z.uuid(),
  step: z.enum(['keep', 'change']).optional(),
  reason: z.string().default(''),
})
type FormInput = z.infer<typeof form>
type Context<Input = unknown> = RouteContext<z.infer<typeof params>, Input>

const load = ({ scope, params, read }: Context): Promise<LoadedChoosing | null> => {
  const { organisationId, masterKey } = scope
  return read((tx) =>
    loadChoosing(tx, { organisationId, masterKey, programmeId: params.programme }),
  )
}

type Open = { readonly loaded: LoadedChoosing; readonly choosing: Choosing }

const formPage = ({ newKey }: Context, open: Open, typed: Typed): Reply => ({
  kind: 'page',
  title: chosenTitle,
  body: createElement(ChoosePage, { ...open, ...typed, idempotencyKey: newKey() }),
  status: typed.errors.size === 0 ? 200 : 422,
})

/** The form, or why there is none. */
const withForm = async (
  context: Context,
  answer: (open: Open) => Promise<Reply> | Reply,
): Promise<Reply> => {
  const loaded = await load(context)
  if (loaded === null) return { kind: 'not_found' }
  const { choosing, allocation } = loaded
  if (choosing.ok) return answer({ loaded, choosing: choosing.value })
  const sentence = sentenceOfChosenProblem(choosing.problem, allocation.programme.protocol)
  const body = createElement(NothingToChoosePage, { loaded, sentence })
  return { kind: 'page', title: chosenTitle, body }
}

const show = (context: Context): Promise<Reply> =>
  withForm(context, (open) => {
    const choices = choicesOf(open.choosing, open.loaded.chosen)
    return formPage(context, open, { choices, reason: '', errors: new Map() })
  })

const choicesIn = (input: FormInput, { places }: Choosing): Choices =>
  new Map(places.map(({ field }) => [field, String(input[field] ?? '')]))

type Problem = KeepingProblem | Parameters<typeof sentenceOfChosenProblem>[0]

/** By field; what is about no single place stands at the first. */
const errorsOf = ({ loaded, choosing }: Open, problem: Problem): Typed['errors'] => {
  const { protocol } = loaded.allocation.programme
  if (problem.kind === 'chosen.not_possible')
    return new Map(
      problem.errors.map((error) => [error.place.field, sentenceOfPlaceError(error, protocol)]),
    )
  const isAboutReason = problem.kind.startsWith('allocation.reason')
  const field = isAboutReason ? 'reason' : (choosing.places[0]?.field ?? '')
  return new Map([[field, sentenceOfChosenProblem(problem, protocol)]])
}

const send = (context: Context<FormInput>): Promise<Reply> =>
  withForm(context, (open) => {
    const { step, reason } = context.input
    const choices = choicesIn(context.input, open.choosing)
    if (step === 'change') return formPage(context, open, { choices, reason, errors: new Map() })
    return step === 'keep'
      ? keep(context, open, { choices, reason })
      : check(context, open, { choices, reason })
  })

type Sent = Pick<Typed, 'choices' | 'reason'>

const check = (context: Context, open: Open, sent: Sent): Reply => {
  const pairs = decidePairs(open.choosing, sent.choices)
  const reason = reasonFor(open.choosing, open.loaded.allocation, sent.reason)
  if (!pairs.ok || !reason.ok) {
    const errors = new Map([
      ...(pairs.ok ? [] : errorsOf(open, pairs.problem)),
      ...(reason.ok ? [] : errorsOf(open, reason.problem)),
    ])
    return formPage(context, open, { ...sent, errors })
  }
  const body = createElement(CheckPage, {
    ...{ ...open, ...sent, pairs: pairs.value },
    idempotencyKey: context.newKey(),
  })
  return { kind: 'page', title: 'Check the pairs', body }
}

const keep = async (context: Context, open: Open, sent: Sent): Promise<Reply> => {
  const programmeId = context.params.programme
  const kept = await keepChosenPairs(context.scope, { programmeId, ...sent })
  return kept.ok
    ? { kind: 'redirect', to: `/programmes/${programmeId}/allocation` }
    : formPage(context, open, { ...sent, errors: errorsOf(open, kept.problem) })
}

const path = '/programmes/:programme/allocation/chosen'
const who = ['lead'] as const

export const routes: readonly Route[] = [
  route({ method: 'GET', path, who, params, input: z.object({}), handle: show }),
  route({ method: 'POST', path, who, params, input: form, handle: send }),
]
