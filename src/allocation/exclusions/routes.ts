/** The lead's door to the excluded pairs. */
import { createElement } from 'react'
import * as z from 'zod'
import type { Result } from '../../lib/result.ts'
import type { ActionScope, RepeatedKeyProblem } from '../../platform/action.ts'
import { keyOfForm } from '../../protocol/changing/form-key.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import type { ExcludedPair } from '../store.ts'
import { excludePair, includePair } from './actions.ts'
import { type ExclusionErrors, errorsOfExclusion } from './exclusion-problems.ts'
import type { ExclusionProblem } from './exclusion-rules.ts'
import { type Exclusions, loadExclusions } from './load-exclusions.ts'
import { type DoneLately, ExclusionPage } from './pages.tsx'

const params = z.object({ programme: z.uuid() })
type Params = z.infer<typeof params>
/** `done`, with the pair: the page comes after something was done. */
const asked = z.object({
  done: z.enum(['excluded', 'included']).optional().catch(undefined),
  mentor: z.uuid().optional().catch(undefined),
  mentee: z.uuid().optional().catch(undefined),
})
type Asked = z.infer<typeof asked>
/** '' where nobody is chosen. */
const pairForm = z.object({
  idempotencyKey: z.uuid(),
  mentor: z.string().default(''),
  mentee: z.string().default(''),
})
type Form = z.infer<typeof pairForm>

const nobody: ExcludedPair = { mentorId: '', menteeId: '' }

const load = ({
  params: { programme: programmeId },
  scope: { organisationId },
  read,
}: RouteContext<Params, unknown>): Promise<Exclusions | null> =>
  read((tx) => loadExclusions(tx, { organisationId, programmeId }))

type Shown = {
  readonly chosen: ExcludedPair
  readonly errors: ExclusionErrors
  readonly lately: DoneLately | null
}

const page = (
  { newKey }: RouteContext<Params, unknown>,
  exclusions: Exclusions,
  shown: Shown,
): Reply => ({
  kind: 'page',
  title: 'Excluded pairs',
  body: createElement(ExclusionPage, { exclusions, ...shown, newKey }),
  status: shown.errors.size === 0 ? 200 : 422,
})

/** Only what is so: a page that was left open says nothing untrue. */
const latelyDone = (
  { done, mentor, mentee }: Asked,
  { excluded, nameOf }: Exclusions,
): DoneLately | null => {
  if (done === undefined || mentor === undefined || mentee === undefined) return null
  const pair = { mentorId: mentor, menteeId: mentee }
  const isExcluded = excluded.some((one) => one.mentorId === mentor && one.menteeId === mentee)
  const isKnown = nameOf.has(mentor) && nameOf.has(mentee)
  return isKnown && isExcluded === (done === 'excluded') ? { kind: done, pair } : null
}

const show = async (context: RouteContext<Params, Asked>): Promise<Reply> => {
  const exclusions = await load(context)
  if (exclusions === null) return { kind: 'not_found' }
  const lately = latelyDone(context.input, exclusions)
  return page(context, exclusions, { chosen: nobody, errors: new Map(), lately })
}

type Outcome = Result<null, ExclusionProblem | RepeatedKeyProblem | { kind: 'programme.unknown' }>

const answer = async (
  context: RouteContext<Params, Form>,
  done: DoneLately['kind'],
  outcome: Outcome,
): Promise<Reply> => {
  const { params, input } = context
  const { mentor, mentee } = input
  if (outcome.ok) {
    const query = new URLSearchParams({ done, mentor, mentee })
    return {
      kind: 'redirect',
      to: `/programmes/${params.programme}/allocation/excluded?${query}`,
    }
  }
  const exclusions = await load(context)
  if (exclusions === null) return { kind: 'not_found' }
  const errors = errorsOfExclusion(outcome.problem, exclusions.programme.protocol)
  const chosen = done === 'excluded' ? { mentorId: mentor, menteeId: mentee } : nobody
  return page(context, exclusions, { chosen, errors, lately: null })
}

const pairIn = ({ params, input }: RouteContext<Params, Form>) => ({
  programmeId: params.programme,
  mentorId: input.mentor,
  menteeId: input.mentee,
})

const scopeIn = ({ scope, input }: RouteContext<Params, Form>): ActionScope => ({
  ...scope,
  idempotencyKey: keyOfForm(input.idempotencyKey, input),
})

const exclude = async (context: RouteContext<Params, Form>): Promise<Reply> =>
  answer(context, 'excluded', await excludePair(scopeIn(context), pairIn(context)))

const include = async (context: RouteContext<Params, Form>): Promise<Reply> =>
  answer(context, 'included', await includePair(scopeIn(context), pairIn(context)))

const path = '/programmes/:programme/allocation/excluded'
const who = ['lead'] as const

export const routes: readonly Route[] = [
  route({ method: 'GET', path, who, params, input: asked, handle: show }),
  route({ method: 'POST', path, who, params, input: pairForm, handle: exclude }),
  route({
    method: 'POST',
    path: `${path}/remove`,
    who,
    params,
    input: pairForm,
    handle: include,
  }),
]
