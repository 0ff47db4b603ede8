/** The door to what earlier programmes found. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { loadOutcomes } from './load-outcomes.ts'
import { OutcomesPage } from './pages.tsx'

const params = z.object({ programme: z.uuid() })

type Context = RouteContext<z.infer<typeof params>, unknown>

const show = async (context: Context): Promise<Reply> => {
  const { scope, read, service } = context
  const asked = { ...scope, programmeId: context.params.programme }
  const outcomes = await read((tx) => loadOutcomes(tx, asked, service.projectRoot))
  if (outcomes === null) return { kind: 'not_found' }
  const { person } = context
  const isInvited = person.kind === 'participant' && person.state === 'invited'
  const body = createElement(OutcomesPage, { ...outcomes, isInvited })
  return { kind: 'page', title: 'Does it work here?', body }
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/programmes/:programme/outcomes',
    who: ['mentor', 'mentee', 'lead', 'facilitator', 'researcher'],
    params,
    input: z.object({}),
    handle: show,
  }),
]
