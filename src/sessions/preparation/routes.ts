/** The door of mentors and mentees to what they read before they meet. */
import { createElement } from 'react'
import * as z from 'zod'
import { loadPromptSheets } from '../../allocation/prompt-sheets/load-prompt-sheets.ts'
import { findGovernance } from '../../protocol/governance/store.ts'
import { openProgramme } from '../../protocol/open-programme.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { PreparationPage } from './pages.tsx'
import { preparationTitle } from './preparation-words.ts'

const params = z.object({ programme: z.uuid() })

const show = async ({
  person,
  scope,
  params: { programme: programmeId },
  read,
}: RouteContext<z.infer<typeof params>, unknown>): Promise<Reply> => {
  if (person.kind !== 'participant') return { kind: 'not_found' }
  const { organisationId, masterKey } = scope
  const asked = { organisationId, masterKey, programmeId }
  const { personId, role, state } = person
  const loaded = await read(async (tx) => {
    const programme = await openProgramme(tx, asked)
    const mayHaveSheets = role === 'mentor' && state === 'agreed'
    const sheets = mayHaveSheets ? await loadPromptSheets(tx, { ...asked, mentorId: personId }) : []
    const governance = await findGovernance(tx, asked)
    return programme === null ? null : { programme, governance, hasPromptSheet: sheets.length > 0 }
  })
  if (loaded === null) return { kind: 'not_found' }
  const body = createElement(PreparationPage, { ...loaded, role })
  return { kind: 'page', title: preparationTitle[role], body }
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/programmes/:programme/preparation',
    who: ['mentor', 'mentee'],
    params,
    input: z.object({}),
    handle: show,
  }),
]
