import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { keyOfForm } from '../changing/form-key.ts'
import { findProgramme } from '../store.ts'
import { recordGovernance, sentenceOfGovernanceProblem } from './actions.ts'
import { type Governance, governanceSchema } from './model.ts'
import { GovernancePage } from './pages.tsx'
import { governanceGaps, stampOfGovernance } from './rules.ts'
import type { GovernanceErrors, GovernanceForm } from './sections.tsx'
import { findGovernance } from './store.ts'

const path = '/programmes/:programme/set-up/governance'
const programmeParams = z.object({ programme: z.uuid() })
type Params = z.infer<typeof programmeParams>

/** `from`: the stamp of what the form was filled from. The other fields are checked one by one. */
const governanceForm = z.looseObject({ idempotencyKey: z.uuid(), from: z.string() })
type Sent = z.infer<typeof governanceForm>

const formOf = (fields: Readonly<Record<string, unknown>>): GovernanceForm =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))

/** The day stands in three fields. */
const filledFrom = (governance: Governance): GovernanceForm => {
  const [year = '', month = '', day = ''] = governance.toolUsedOn.split('-')
  return {
    ...formOf(governance),
    'toolUsedOn-day': day,
    'toolUsedOn-month': month,
    'toolUsedOn-year': year,
  }
}

const dayIn = (form: GovernanceForm): string => {
  const [day, month, year] = ['day', 'month', 'year'].map(
    (part) => form[`toolUsedOn-${part}`]?.trim() ?? '',
  )
  const entered = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-')
  return entered === '-00-00' ? '' : entered
}

/** A form that comes back: as it was typed, and why. */
type Refused = {
  readonly form: GovernanceForm
  readonly errors: GovernanceErrors
  readonly problem: string | null
}

const showPage = async (
  { scope, params, read, newKey }: RouteContext<Params, unknown>,
  refused: Refused | null,
): Promise<Reply> => {
  const { organisationId } = scope
  const place = { organisationId, programmeId: params.programme }
  const [programme, governance] = await read(async (tx) => [
    await findProgramme(tx, organisationId, place.programmeId),
    await findGovernance(tx, place),
  ])
  if (programme === null) return { kind: 'not_found' }
  const body = createElement(GovernancePage, {
    programme,
    ...(refused ?? { form: filledFrom(governance), errors: {}, problem: null }),
    gaps: governanceGaps(governance),
    stamp: stampOfGovernance(governance),
    idempotencyKey: newKey(),
  })
  return { kind: 'page', title: 'Governance', body, status: refused === null ? 200 : 422 }
}

const errorsIn = (error: z.ZodError<Governance>): GovernanceErrors =>
  Object.fromEntries(error.issues.map(({ path: [field], message }) => [field, message]))

const save = async (context: RouteContext<Params, Sent>): Promise<Reply> => {
  const { params, input, scope } = context
  const form = formOf(input)
  const governance = governanceSchema.safeParse({ ...form, toolUsedOn: dayIn(form) })
  if (!governance.success) {
    return showPage(context, { form, errors: errorsIn(governance.error), problem: null })
  }
  const recorded = await recordGovernance(
    { ...scope, idempotencyKey: keyOfForm(input.idempotencyKey, form) },
    { programmeId: params.programme, from: input.from, governance: governance.data },
  )
  if (recorded.ok) return { kind: 'redirect', to: `/programmes/${params.programme}/set-up` }
  const problem = sentenceOfGovernanceProblem(recorded.problem)
  return showPage(context, { form, errors: {}, problem })
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    who: ['lead'],
    params: programmeParams,
    input: z.object({}),
    handle: (context) => showPage(context, null),
  }),
  route({
    method: 'POST',
    path,
    who: ['lead'],
    params: programmeParams,
    input: governanceForm,
    handle: save,
  }),
]
