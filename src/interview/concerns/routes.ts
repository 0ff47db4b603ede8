/** The facilitator's door for a point that is about safety or conduct. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { takeOutConcern } from './actions.ts'
import { type Concern, loadConcern } from './load-concern.ts'
import { ConcernPage, PointGonePage } from './pages.tsx'
import { sentenceOfConcernProblem } from './problems.ts'

const params = z.object({ programme: z.uuid(), note: z.string() })
/** `done`: the page comes after a point was taken out. */
const asked = z.object({ done: z.string().optional() })
const form = z.object({ idempotencyKey: z.uuid(), handedOn: z.literal('yes').optional() })

type Context<Input = unknown> = RouteContext<z.infer<typeof params>, Input>

const isId = (text: string): boolean => z.uuid().safeParse(text).success

const load = ({ scope, params, read }: Context): Promise<Concern | null> => {
  const { organisationId, masterKey } = scope
  const { programme: programmeId, note } = params
  // An address that is no id belongs to no point.
  const noteId = isId(note) ? note : programmeId
  return read((tx) => loadConcern(tx, { organisationId, programmeId, masterKey, noteId }))
}

type Shown = { readonly error: string | undefined; readonly isTakenOut: boolean }

const page = async (context: Context, { error, isTakenOut }: Shown): Promise<Reply> => {
  const concern = await load(context)
  if (concern === null || context.person.kind !== 'staff') return { kind: 'not_found' }
  const { point } = concern
  const title = 'Hand on a concern'
  if (point === null) {
    const body = createElement(PointGonePage, { concern, isTakenOut })
    return { kind: 'page', title: isTakenOut ? 'The point is taken out' : 'Not there', body }
  }
  const body = createElement(ConcernPage, {
    concern: { ...concern, point },
    organisationName: context.person.organisationName,
    error,
    idempotencyKey: context.newKey(),
  })
  return { kind: 'page', title, body, status: error === undefined ? 200 : 422 }
}

const show = (context: Context<z.infer<typeof asked>>): Promise<Reply> =>
  page(context, { error: undefined, isTakenOut: context.input.done !== undefined })

const takeOut = async (context: Context<z.infer<typeof form>>): Promise<Reply> => {
  const { scope, params, input } = context
  const { programme: programmeId, note: noteId } = params
  if (!isId(noteId)) return page(context, { error: undefined, isTakenOut: false })
  const isConfirmed = input.handedOn === 'yes'
  const taken = await takeOutConcern(scope, { programmeId, noteId, isConfirmed })
  const address = `/programmes/${programmeId}/interview/notes/${noteId}/concern`
  if (taken.ok) return { kind: 'redirect', to: `${address}?done=yes` }
  if (taken.problem.kind === 'note.not_there') return { kind: 'redirect', to: address }
  return page(context, { error: sentenceOfConcernProblem(taken.problem), isTakenOut: false })
}

const path = '/programmes/:programme/interview/notes/:note/concern'
const who = ['facilitator'] as const

export const routes: readonly Route[] = [
  route({ method: 'GET', path, who, params, input: asked, handle: show }),
  route({ method: 'POST', path, who, params, input: form, handle: takeOut }),
]
