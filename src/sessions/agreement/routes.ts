/** The door of mentors and mentees to the agreement with their partner. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { agreeToGroundRules } from './actions.ts'
import { type LoadedAgreement, loadAgreement } from './load-agreement.ts'
import { type AgreementError, AgreementPage, agreementTitle } from './pages.tsx'
import { sentenceOfAgreementProblem } from './problems.ts'

const params = z.object({ programme: z.uuid() })
type Params = z.infer<typeof params>
const agreementForm = z.object({
  idempotencyKey: z.uuid(),
  partner: z.uuid(),
  rules: z.string().default(''),
  agreed: z.string().optional(),
})
type Context = RouteContext<Params, unknown>

const load = async ({ person, scope, params, read }: Context): Promise<LoadedAgreement | null> => {
  if (person.kind !== 'participant') return null
  const { organisationId, masterKey } = scope
  const asked = { organisationId, masterKey, programmeId: params.programme }
  return read((tx) => loadAgreement(tx, { ...asked, participantId: person.personId }))
}

const show = async (context: Context, error: AgreementError | null = null): Promise<Reply> => {
  const loaded = await load(context)
  if (loaded === null) return { kind: 'not_found' }
  const idempotencyKeys = loaded.pairs.map(() => context.newKey())
  const body = createElement(AgreementPage, { loaded, error, idempotencyKeys })
  return { kind: 'page', title: agreementTitle, body, status: error === null ? 200 : 422 }
}

const path = '/programmes/:programme/agreement'

/** The page as it is now says it already. */
const saidByPage: readonly string[] = ['agreement.given_already', 'agreement.not_asked']

const agree = async (
  context: RouteContext<Params, z.infer<typeof agreementForm>>,
): Promise<Reply> => {
  const { person, params, scope, input } = context
  if (person.kind !== 'participant') return { kind: 'not_found' }
  const given = {
    ...{ programmeId: params.programme, participantId: person.personId },
    ...{ partnerId: input.partner, rulesSha256: input.rules, isTicked: input.agreed === 'yes' },
  }
  const agreed = await agreeToGroundRules(scope, given)
  if (agreed.ok || saidByPage.includes(agreed.problem.kind)) {
    return { kind: 'redirect', to: path.replace(':programme', params.programme) }
  }
  const text = sentenceOfAgreementProblem(agreed.problem)
  return show(context, { partnerId: given.partnerId, text })
}

const who = ['mentor', 'mentee'] as const

export const routes: readonly Route[] = [
  route({
    ...{ method: 'GET', path, who, params, input: z.object({}) },
    handle: (context) => show(context),
  }),
  route({ method: 'POST', path, who, params, input: agreementForm, handle: agree }),
]
