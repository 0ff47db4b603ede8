/** The lead's door to the next cohort. */
import { createElement } from 'react'
import * as z from 'zod'
import { dayOf } from '../../lib/dates.ts'
import type { FieldErrors } from '../../protocol/changing/change-problems.ts'
import { keyOfForm } from '../../protocol/changing/form-key.ts'
import { listFollowing } from '../../protocol/starting/cohort-store.ts'
import { type NameForm, nameEntered, nameForm } from '../../protocol/starting/programme-name.ts'
import { findProgramme } from '../../protocol/store.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { startNextCohort } from './actions.ts'
import { NextCohortPage } from './pages.tsx'
import { proposeName } from './rules.ts'

const params = z.object({ programme: z.uuid() })
type Context<Input = unknown> = RouteContext<z.infer<typeof params>, Input>
const cohortForm = z.object({ idempotencyKey: z.uuid(), ...nameForm.shape })

type Shown = { readonly form: NameForm | null; readonly errors: FieldErrors }

const show = async (
  { params, scope, read, newKey }: Context,
  { form, errors }: Shown,
): Promise<Reply> => {
  const place = { organisationId: scope.organisationId, programmeId: params.programme }
  const found = await read(async (tx) => ({
    programme: await findProgramme(tx, place.organisationId, place.programmeId),
    following: await listFollowing(tx, place),
  }))
  const { programme, following } = found
  if (programme === null) return { kind: 'not_found' }
  const year = Number(dayOf(new Date()).slice(0, 4))
  const proposed = { name: proposeName(programme.name, year), site: programme.site ?? '' }
  const page = { programme, following, errors, idempotencyKey: newKey() }
  return {
    kind: 'page',
    title: 'Start the next cohort',
    body: createElement(NextCohortPage, { ...page, form: form ?? proposed }),
    status: Object.keys(errors).length === 0 ? 200 : 422,
  }
}

const start = async (context: Context<z.infer<typeof cohortForm>>): Promise<Reply> => {
  const { input, params, scope } = context
  const name = nameEntered(input)
  if (!name.ok) return show(context, { form: input, errors: name.problem.errors })
  const idempotencyKey = keyOfForm(input.idempotencyKey, name.value)
  const started = await startNextCohort(
    { ...scope, idempotencyKey },
    { programmeId: crypto.randomUUID(), ...name.value, follows: params.programme },
  )
  if (!started.ok) return { kind: 'not_found' }
  return { kind: 'redirect', to: `/programmes/${started.value.programmeId}/set-up` }
}

const path = '/programmes/:programme/next-cohort'
const who = ['lead'] as const

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    who,
    params,
    input: z.object({}),
    handle: (context) => show(context, { form: null, errors: {} }),
  }),
  route({ method: 'POST', path, who, params, input: cohortForm, handle: start }),
]
