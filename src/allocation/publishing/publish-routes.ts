/** The lead's doors to publishing. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { publishAllocation } from './actions.ts'
import { loadPublishView, type PublishView } from './load-publish-view.ts'
import { type PublishErrors, PublishPage } from './publish-pages.tsx'
import { sentenceOfPublishingProblem } from './publishing-problems.ts'

const params = z.object({ programme: z.uuid() })
type Context<Input = unknown> = RouteContext<z.infer<typeof params>, Input>

/** `number`: the draw that the page was about. `knows`: what could be concluded was read. */
const publishForm = z.object({
  idempotencyKey: z.uuid(),
  number: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number),
  knows: z.string().optional(),
})

const load = ({ scope, params, read }: Context): Promise<PublishView | null> =>
  read((tx) => loadPublishView(tx, { ...scope, programmeId: params.programme }))

const page = (context: Context, view: PublishView, errors: PublishErrors): Reply => {
  const idempotencyKey = context.newKey()
  const body = createElement(PublishPage, { view, errors, idempotencyKey })
  const status = Object.keys(errors).length === 0 ? 200 : 422
  return { kind: 'page', title: 'Publish the pairs', body, status }
}

const show = async (context: Context): Promise<Reply> => {
  const view = await load(context)
  return view === null ? { kind: 'not_found' } : page(context, view, {})
}

const isUnread = ({ standing }: PublishView, knows: string | undefined): boolean =>
  standing.kind === 'ready' && (standing.ready.chance?.warnings ?? []).length > 0 && knows !== 'yes'

const publish = async (context: Context<z.infer<typeof publishForm>>): Promise<Reply> => {
  const { scope, params, input, service } = context
  const view = await load(context)
  if (view === null) return { kind: 'not_found' }
  if (isUnread(view, input.knows))
    return page(context, view, { knows: 'Tick that you know this, or do not publish' })
  const published = await publishAllocation(scope, {
    programmeId: params.programme,
    number: input.number,
    publicUrl: service.publicUrl,
  })
  if (published.ok || published.problem.kind === 'allocation.published_already')
    return { kind: 'redirect', to: `/programmes/${params.programme}/allocation` }
  return page(context, view, { form: sentenceOfPublishingProblem(published.problem) })
}

const path = '/programmes/:programme/allocation/publish'
const who = ['lead'] as const

export const routes: readonly Route[] = [
  route({ method: 'GET', path, who, params, input: z.object({}), handle: show }),
  route({ method: 'POST', path, who, params, input: publishForm, handle: publish }),
]
