/** The doors of mentors and mentees to their own pair. */
import { createElement } from 'react'
import * as z from 'zod'
import { openProgramme } from '../../protocol/open-programme.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { loadPromptSheets } from '../prompt-sheets/load-prompt-sheets.ts'
import { GroundRulesPage, PartnerPage } from './partner-pages.tsx'
import { loadOwnPairs } from './partners.ts'

const params = z.object({ programme: z.uuid() })
type Context = RouteContext<z.infer<typeof params>, unknown>

const showPartner = async ({ person, scope, params, read }: Context): Promise<Reply> => {
  if (person.kind !== 'participant') return { kind: 'not_found' }
  const { organisationId, masterKey } = scope
  const { personId, role, state } = person
  const asked = { organisationId, masterKey, programmeId: params.programme }
  const loaded = await read(async (tx) => {
    const programme = await openProgramme(tx, asked)
    const sheets =
      role === 'mentor' ? await loadPromptSheets(tx, { ...asked, mentorId: personId }) : []
    return programme === null
      ? null
      : {
          programme,
          own: await loadOwnPairs(tx, asked, personId),
          hasPromptSheet: sheets.length > 0,
        }
  })
  if (loaded === null) return { kind: 'not_found' }
  const body = createElement(PartnerPage, { ...loaded, role, state })
  return { kind: 'page', title: 'Your partner', body }
}

const showGroundRules = async ({ scope, params, read }: Context): Promise<Reply> => {
  const { organisationId, masterKey } = scope
  const asked = { organisationId, masterKey, programmeId: params.programme }
  const programme = await read((tx) => openProgramme(tx, asked))
  if (programme === null) return { kind: 'not_found' }
  return {
    kind: 'page',
    title: 'Ground rules',
    body: createElement(GroundRulesPage, { programme }),
  }
}

const page = { method: 'GET', who: ['mentor', 'mentee'], params, input: z.object({}) } as const
const programme = '/programmes/:programme'

export const routes: readonly Route[] = [
  route({ ...page, path: `${programme}/partner`, navigation: 'Partner', handle: showPartner }),
  route({ ...page, path: `${programme}/ground-rules`, handle: showGroundRules }),
]
