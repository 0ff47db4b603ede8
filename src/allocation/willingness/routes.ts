/** A mentor's door to their private willingness. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { giveWillingness } from './actions.ts'
import { FinalPage, NotNowPage } from './final-pages.tsx'
import { loadWilling, type Willing } from './load-willing.ts'
import { WillingPage } from './pages.tsx'
import { errorsOf, type WillingErrors } from './willing-problems.ts'
import { mostField, type Replies, rankField, willingField } from './willing-replies.ts'

const params = z.object({ programme: z.uuid() })
type Params = z.infer<typeof params>
/** `saved`: the page comes after a form that was saved. */
const asked = z.object({ saved: z.string().optional() })
/** Fields for each mentee, `willing-<id>` and, where there are ranks, `rank-<id>`; `most` where several may be offered. */
const willingForm = z.looseObject({ idempotencyKey: z.uuid() })
type Form = z.infer<typeof willingForm>

const title = 'Whom you would mentor'
const noErrors: WillingErrors = new Map()

const load = async ({
  person,
  scope,
  params: { programme: programmeId },
  read,
}: RouteContext<Params, unknown>): Promise<Willing | null> => {
  if (person.kind !== 'participant') return null
  const { organisationId, masterKey } = scope
  const asked = { organisationId, programmeId, mentorId: person.personId, masterKey }
  return read((tx) => loadWilling(tx, asked))
}

/** As said before; whoever has not been asked how many would take one. */
const repliesBefore = ({ said, ranks, most, programme }: Willing): Replies => ({
  willing: new Map([...said].map(([id, isWilling]) => [id, isWilling ? 'yes' : 'no'])),
  ranks: new Map([...ranks].map(([id, rank]) => [id, String(rank)])),
  most: String(Math.min(most ?? 1, programme.protocol.rules.menteesPerMentor ?? 1)),
})

type Shown = {
  /** As chosen in the form; null: as said before. */
  readonly replies: Replies | null
  readonly errors: WillingErrors
  readonly isSaved: boolean
}

const page = (
  { newKey }: RouteContext<Params, unknown>,
  willing: Willing,
  { replies, errors, isSaved }: Shown,
): Reply => {
  const { standing } = willing
  if (standing === 'final')
    return { kind: 'page', title, body: createElement(FinalPage, { willing }) }
  if (standing !== 'open') {
    return { kind: 'page', title, body: createElement(NotNowPage, { willing, standing }) }
  }
  const body = createElement(WillingPage, {
    willing,
    replies: replies ?? repliesBefore(willing),
    errors,
    isSaved,
    idempotencyKey: newKey(),
  })
  return { kind: 'page', title, body, status: errors.size === 0 ? 200 : 422 }
}

const show = async (context: RouteContext<Params, z.infer<typeof asked>>): Promise<Reply> => {
  const willing = await load(context)
  if (willing === null) return { kind: 'not_found' }
  const isSaved = context.input.saved !== undefined
  return page(context, willing, { replies: null, errors: noErrors, isSaved })
}

const repliesIn = (form: Form, { offered }: Willing): Replies => {
  const sent = (field: string): string => String(form[field] ?? '')
  const ofEach = (fieldOf: (id: string) => string) =>
    new Map(offered.map(({ participantId }) => [participantId, sent(fieldOf(participantId))]))
  return { willing: ofEach(willingField), ranks: ofEach(rankField), most: sent(mostField) }
}

const save = async (context: RouteContext<Params, Form>): Promise<Reply> => {
  const { person, params, scope, input } = context
  const willing = await load(context)
  if (willing === null || person.kind !== 'participant') return { kind: 'not_found' }
  const replies = repliesIn(input, willing)
  const given = { programmeId: params.programme, mentorId: person.personId, replies }
  const saved = await giveWillingness(scope, given)
  if (saved.ok) return { kind: 'redirect', to: `/programmes/${params.programme}/willing?saved=yes` }
  const errors = errorsOf(saved.problem, willing.offered)
  return page(context, willing, { replies, errors, isSaved: false })
}

const path = '/programmes/:programme/willing'
const who = ['mentor'] as const

export const routes: readonly Route[] = [
  route({ method: 'GET', path, who, params, input: asked, handle: show }),
  route({ method: 'POST', path, who, params, input: willingForm, handle: save }),
]
