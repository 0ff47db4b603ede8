/** For the lead: the pages of a mentor or a mentee beside the questionnaires, as they will see them. */
import { createElement, type ReactElement } from 'react'
import * as z from 'zod'
import { VetoPage } from '../allocation/vetoes/pages.tsx'
import { offeredMentors } from '../allocation/vetoes/veto-rules.ts'
import { WillingPage } from '../allocation/willingness/pages.tsx'
import { menteesFor, offeredMentees } from '../allocation/willingness/willing-rules.ts'
import { AboutYouPage } from '../people/about-you/pages.tsx'
import { characteristicsFor, hasCharacteristics } from '../people/about-you/rules.ts'
import type { Participant } from '../people/model.ts'
import { listParticipants } from '../people/store.ts'
import { type RoleId, roleId } from '../protocol/model.ts'
import { type OpenProgramme, openProgramme } from '../protocol/open-programme.ts'
import { questionnairesOf } from '../protocol/rules.ts'
import { type Reply, type Route, type RouteContext, route } from '../web/route.ts'
import type { HomeFacts, HomeStage } from './home-rules.ts'
import { ParticipantOverviewPage } from './pages/participant-overview.tsx'
import { PreviewFrame } from './pages/preview-frame.tsx'

const previewParams = z.object({
  programme: z.uuid(),
  role: roleId,
  page: z.enum(['start', 'about-you', 'willing', 'vetoes']),
})
type Params = z.infer<typeof previewParams>

type Previewed = {
  readonly programme: OpenProgramme
  readonly role: RoleId
  readonly participants: readonly Participant[]
  readonly newKey: () => string
}

/** On the day on which the first stage has opened and nothing has been answered. */
const factsOf = ({ programme: { protocol }, role }: Previewed): HomeFacts => {
  const asked = questionnairesOf(protocol).filter(({ asks }) => asks[role] !== undefined)
  const stages = asked.map(({ stage, title }, place): HomeStage => {
    const standing = place === 0 ? 'open' : 'not_open'
    return { stage, title, standing, hasBegun: false }
  })
  const asksWillingness = role === 'mentor' && asked.some(({ willingness }) => willingness)
  return {
    role,
    state: 'agreed',
    programme: 'open',
    protocol,
    asksCharacteristics: hasCharacteristics(protocol, role),
    hasStated: false,
    stages,
    windows: [],
    willingness: asksWillingness ? { hasSaid: false, newcomers: 0, isReopened: false } : null,
    asksVetoes: role === 'mentee' && protocol.rules.menteeVetoes !== undefined,
    isInInterview: false,
    waitingSignOffs: 0,
    hasPromptSheet: false,
    partners: null,
    sessionTasks: [],
  }
}

const startPage = (previewed: Previewed): ReactElement => {
  const { name, programmeId } = previewed.programme
  const base = `/programmes/${programmeId}`
  const facts = factsOf(previewed)
  return createElement(ParticipantOverviewPage, { name, base, facts, hasConsented: true })
}

const aboutYouPage = ({ programme, role, newKey }: Previewed): ReactElement =>
  createElement(AboutYouPage, {
    programmeId: programme.programmeId,
    characteristics: characteristicsFor(programme.protocol, role),
    entered: {},
    errors: {},
    isSaved: false,
    idempotencyKey: newKey(),
  })

const willingPage = ({ programme, participants, newKey }: Previewed): ReactElement => {
  const mentees = menteesFor({ mentorId: '', participants, supervisions: [] })
  const offered = offeredMentees(mentees, programme.protocol.rules)
  const nothingSaid = { said: new Map(), ranks: new Map(), most: null }
  const asked = { standing: 'open', lock: null, isReopened: false, leftOut: [] } as const
  return createElement(WillingPage, {
    willing: { programme, offered, ...asked, ...nothingSaid },
    replies: { willing: new Map(), ranks: new Map(), most: '1' },
    errors: new Map(),
    isSaved: false,
    idempotencyKey: newKey(),
  })
}

const vetoPage = ({ programme, participants, newKey }: Previewed): ReactElement => {
  const offered = offeredMentors(participants)
  return createElement(VetoPage, {
    vetoes: { programme, standing: 'open', lock: null, offered, named: [] },
    chosen: [],
    error: null,
    isSaved: false,
    idempotencyKey: newKey(),
  })
}

const pages = {
  start: startPage,
  'about-you': aboutYouPage,
  willing: willingPage,
  vetoes: vetoPage,
} as const

const preview = async (context: RouteContext<Params, unknown>): Promise<Reply> => {
  const { scope, params, read, newKey } = context
  const place = { organisationId: scope.organisationId, programmeId: params.programme }
  const { programme, participants } = await read(async (tx) => ({
    programme: await openProgramme(tx, { ...place, masterKey: scope.masterKey }),
    participants: await listParticipants(tx, place),
  }))
  if (programme === null) return { kind: 'not_found' }
  const page = pages[params.page]({ programme, role: params.role, participants, newKey })
  const { plural } = programme.protocol.roles[params.role]
  const body = createElement(PreviewFrame, { programmeId: params.programme, plural }, page)
  return { kind: 'page', title: 'Preview', body }
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/programmes/:programme/preview/:role/pages/:page',
    who: ['lead'],
    params: previewParams,
    input: z.object({}),
    handle: preview,
  }),
]
