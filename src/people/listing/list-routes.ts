import { createElement } from 'react'
import * as z from 'zod'
import { findProgramme } from '../../protocol/store.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { listInvitations } from '../inviting/invitation-store.ts'
import { listParticipants } from '../store.ts'
import { PeoplePage } from './list-pages.tsx'
import { countGroups, listed, pageOf } from './list-rules.ts'

const params = z.object({ programme: z.uuid() })

const count = z.coerce.number().int().min(0).max(5000)

/** What somebody may have typed into the address is no reason to refuse the page. */
const query = z.object({
  search: z.string().max(200).catch(''),
  page: z.coerce.number().int().min(1).catch(1),
  added: count.optional().catch(undefined),
  mails: count.optional().catch(undefined),
  letters: count.optional().catch(undefined),
  removed: z.literal('1').optional().catch(undefined),
})
type Query = z.infer<typeof query>

const show = async ({
  scope: { organisationId },
  params: { programme: programmeId },
  input,
  read,
}: RouteContext<z.infer<typeof params>, Query>): Promise<Reply> => {
  const place = { organisationId, programmeId }
  const found = await read(async (tx) => ({
    programme: await findProgramme(tx, organisationId, programmeId),
    people: listed(await listParticipants(tx, place), await listInvitations(tx, place)),
  }))
  const { programme, people } = found
  if (programme === null) return { kind: 'not_found' }
  const page = {
    programme,
    groups: countGroups(people),
    search: input.search,
    list: pageOf(people, input),
    notice: noticeOf(input),
  }
  return { kind: 'page', title: 'People', body: createElement(PeoplePage, page) }
}

const noticeOf = ({ added, mails, letters, removed }: Query): string | null => {
  if (added !== undefined) return `${people(added)} added. Nobody has been told yet`
  if (removed !== undefined) return 'The person was removed'
  if (mails === undefined || letters === undefined) return null
  const parts = [
    ...(mails > 0 ? [`${people(mails)} invited by email`] : []),
    ...(letters > 0 ? [`${people(letters)} invited by letter: print the letters`] : []),
  ]
  return parts.join(', ')
}

const people = (n: number): string => (n === 1 ? '1 person' : `${n} people`)

export const listRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/programmes/:programme/people',
    who: ['lead'],
    params,
    input: query,
    navigation: 'People',
    handle: show,
  }),
]
