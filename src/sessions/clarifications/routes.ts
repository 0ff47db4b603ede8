/** Questions to the group: one address for all who have to do with them, and for each of them their own page. */
import * as z from 'zod'
import { type Person, type Route, route } from '../../web/route.ts'
import { routes as facilitator, showFacilitated, showOpened } from './facilitator-routes.ts'
import { routes as mentor, showToMentor, showTurn } from './mentor-routes.ts'
import { routes as own, showOwn } from './own-routes.ts'

const params = z.object({ programme: z.uuid() })
const aboutParams = z.object({ programme: z.uuid(), clarification: z.uuid() })
const path = '/programmes/:programme/clarifications'
const get = { method: 'GET', input: z.object({}) } as const

const isMentee = (person: Person): boolean =>
  person.kind === 'participant' && person.role === 'mentee'

export const routes: readonly Route[] = [
  route({
    ...{ ...get, path, params, who: ['mentee', 'mentor', 'facilitator'] },
    navigation: 'Questions to the group',
    handle: (context) => {
      if (context.person.kind === 'staff') return showFacilitated(context)
      return isMentee(context.person) ? showOwn(context) : showToMentor(context)
    },
  }),
  ...own,
  route({
    ...{ ...get, path: `${path}/:clarification`, params: aboutParams },
    who: ['mentor', 'facilitator'],
    handle: (context) =>
      context.person.kind === 'staff' ? showOpened(context) : showTurn(context),
  }),
  ...mentor,
  ...facilitator,
]
