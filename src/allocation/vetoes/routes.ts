/** A mentee's door to their private vetoes. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { giveVetoes } from './actions.ts'
import { loadVetoes, type Vetoes } from './load-vetoes.ts'
import { FinalVetoPage, NoVetoPage, VetoPage } from './pages.tsx'
import { sentenceOfVetoProblem } from './veto-problems.ts'

const params = z.object({ programme: z.uuid() })
type Params = z.infer<typeof params>
/** `saved`: the page comes after a form that was saved. */
const asked = z.object({ saved: z.string().optional() })
/** None, one or several boxes that are ticked. */
const vetoForm = z.object({
  idempotencyKey: z.uuid(),
  mentors: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
})
type Form = z.infer<typeof vetoForm>

const title = 'Whom you do not want to be paired with'

const load = async ({
  person,
  scope,
  params: { programme: programmeId },
  read,
}: RouteContext<Params, unknown>): Promise<Vetoes | null> => {
  if (person.kind !== 'participant') return null
  const { organisationId, masterKey } = scope
  const whose = { organisationId, programmeId, menteeId: person.personId, masterKey }
  return read((tx) => loadVetoes(tx, whose))
}

type Shown = {
  readonly chosen: readonly string[]
  readonly error: string | null
  readonly isSaved: boolean
}

const page = ({ newKey }: RouteContext<Params, unknown>, vetoes: Vetoes, shown: Shown): Reply => {
  const { standing } = vetoes
  if (standing === 'final')
    return { kind: 'page', title, body: createElement(FinalVetoPage, { vetoes }) }
  if (standing !== 'open')
    return { kind: 'page', title, body: createElement(NoVetoPage, { vetoes, standing }) }
  const body = createElement(VetoPage, { vetoes, ...shown, idempotencyKey: newKey() })
  return { kind: 'page', title, body, status: shown.error === null ? 200 : 422 }
}

const show = async (context: RouteContext<Params, z.infer<typeof asked>>): Promise<Reply> => {
  const vetoes = await load(context)
  if (vetoes === null) return { kind: 'not_found' }
  const isSaved = context.input.saved !== undefined
  return page(context, vetoes, { chosen: vetoes.named, error: null, isSaved })
}

const save = async (context: RouteContext<Params, Form>): Promise<Reply> => {
  const { person, params, scope, input } = context
  const vetoes = await load(context)
  if (vetoes === null || person.kind !== 'participant') return { kind: 'not_found' }
  const chosen = input.mentors
  const given = { programmeId: params.programme, menteeId: person.personId, chosen }
  const saved = await giveVetoes(scope, given)
  if (saved.ok) return { kind: 'redirect', to: `/programmes/${params.programme}/vetoes?saved=yes` }
  const error = sentenceOfVetoProblem(saved.problem)
  return page(context, vetoes, { chosen, error, isSaved: false })
}

const path = '/programmes/:programme/vetoes'
const who = ['mentee'] as const

export const routes: readonly Route[] = [
  route({ method: 'GET', path, who, params, input: asked, handle: show }),
  route({ method: 'POST', path, who, params, input: vetoForm, handle: save }),
]
