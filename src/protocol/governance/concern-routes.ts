import { createElement } from 'react'
import * as z from 'zod'
import { type Route, route } from '../../web/route.ts'
import { findProgramme } from '../store.ts'
import { ConcernPage } from './concern-pages.tsx'
import { findGovernance } from './store.ts'

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/programmes/:programme/concern',
    who: ['mentor', 'mentee', 'lead', 'facilitator'],
    params: z.object({ programme: z.uuid() }),
    input: z.object({}),
    handle: async ({ scope, params, read }) => {
      const place = { organisationId: scope.organisationId, programmeId: params.programme }
      const [programme, governance] = await read(async (tx) => [
        await findProgramme(tx, place.organisationId, place.programmeId),
        await findGovernance(tx, place),
      ])
      if (programme === null) return { kind: 'not_found' }
      const body = createElement(ConcernPage, { programmeName: programme.name, governance })
      return { kind: 'page', title: 'Raise a concern', body }
    },
  }),
]
