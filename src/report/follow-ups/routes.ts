/** The door of those who run and study a programme to what its follow-ups say. */
import { createElement } from 'react'
import * as z from 'zod'
import { kindsOf } from '../../web/access.ts'
import { type Route, route } from '../../web/route.ts'
import { loadFollowUps } from './load-follow-ups.ts'
import { FollowUpsPage, followUpsTitle } from './pages.tsx'

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/programmes/:programme/follow-ups',
    who: ['lead', 'researcher'],
    params: z.object({ programme: z.uuid() }),
    input: z.object({}),
    navigation: followUpsTitle,
    handle: async ({ scope, params, person, read }) => {
      const { organisationId, masterKey } = scope
      const asked = { organisationId, masterKey, programmeId: params.programme }
      const loaded = await read((tx) => loadFollowUps(tx, asked))
      if (loaded === null) return { kind: 'not_found' }
      const isLead = kindsOf(person, params.programme).includes('lead')
      const body = createElement(FollowUpsPage, { ...loaded, isLead })
      return { kind: 'page', title: followUpsTitle, body }
    },
  }),
]
