/** The doors of the study: its pages below its programme. What each role sees follows from the role alone. */
import { createElement } from 'react'
import * as z from 'zod'
import { loadAllocationProgress } from '../allocation/procedure/allocation-progress.ts'
import { countReleased } from '../interview/documents/released/store.ts'
import { findInterview } from '../interview/store.ts'
import type { Participant, ParticipantState } from '../people/model.ts'
import { listParticipants } from '../people/store.ts'
import { roleIds } from '../protocol/model.ts'
import { findPredecessor } from '../protocol/starting/cohort-store.ts'
import { loadCollecting } from '../questionnaires/windows/collecting.ts'
import { loadAgreementCount } from '../sessions/agreement/load-agreement.ts'
import { listPulses } from '../sessions/pulse/pulse-store.ts'
import { kindsOf, mayEnter } from '../web/access.ts'
import { type Kind, type Reply, type Route, type RouteContext, route } from '../web/route.ts'
import { analyseStudy } from './analyse-study.ts'
import { loadStudy } from './exchange/load-study.ts'
import { loadHome } from './load-home.ts'
import { followedBy, furtherLinks } from './overview-links.ts'
import { type GroupStates, OverviewPage, type PageLink } from './pages/overview.tsx'
import { ParticipantOverviewPage } from './pages/participant-overview.tsx'
import { StagePage } from './pages/stage.tsx'
import type { ShownCounts } from './schematic.tsx'
import { type Opened, type StudyPage, studyPages } from './study-routes.ts'

const programme = z.object({ programme: z.uuid() })
const programmeAndStage = z.object({
  programme: z.uuid(),
  stage: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number),
})
const nothing = z.object({})

type OfProgramme = { readonly programme: string }
type Context<Params extends OfProgramme> = RouteContext<Params, unknown>

const notFound: Reply = { kind: 'not_found' }

const open = async ({
  scope,
  params,
  person,
  read,
}: Context<OfProgramme>): Promise<Opened | null> => {
  const { organisationId, masterKey } = scope
  const { programme: programmeId } = params
  const place = { organisationId, programmeId }
  const loaded = await read((tx) => loadStudy(tx, { ...place, masterKey }))
  if (loaded === null) return null
  const { study } = loaded
  const pulses = await read((tx) => listPulses(tx, place))
  const { name } = loaded.programme
  const [base, kinds] = [`/programmes/${programmeId}`, kindsOf(person, programmeId)]
  return { study, analysis: analyseStudy(study), pulses, name, base, kinds }
}

const routeOf = ({ path, who, title, navigation, body }: StudyPage): Route =>
  route({
    method: 'GET',
    path: `/programmes/:programme${path}`,
    who,
    params: programme,
    input: nothing,
    ...(navigation === undefined ? {} : { navigation }),
    handle: async (context) => {
      const opened = await open(context)
      const page = opened === null ? null : body(opened)
      return page === null ? notFound : { kind: 'page', title, body: page }
    },
  })

/**
 * Everything for those who study or audit the programme; for its lead how far each stage has come, and never how many
 * have answered; for others neither answers nor leaving.
 */
const shownTo = (kinds: readonly Kind[]): NonNullable<ShownCounts>['show'] => {
  if (kinds.includes('researcher') || kinds.includes('auditor')) return 'everything'
  return kinds.includes('lead') ? 'progress' : 'people'
}

const linksFor = (opened: Opened, { person, params }: Context<OfProgramme>): readonly PageLink[] =>
  studyPages
    .filter(({ who, body }) => mayEnter(who, person, params.programme) && body(opened) !== null)
    .map(({ path, title, summary }) => ({ href: `${opened.base}${path}`, label: title, summary }))

const overview = async (context: Context<OfProgramme>): Promise<Reply> => {
  if (context.person.kind === 'participant') return participantOverview(context)
  const opened = await open(context)
  if (opened === null) return notFound
  const { name, study, analysis, kinds, base } = opened
  const show = shownTo(kinds)
  const isLead = kinds.includes('lead')
  const forLead = isLead ? await loadForLead(context) : null
  const { stages = [], interview = null } = forLead ?? {}
  const counts: ShownCounts =
    show === 'progress' ? { analysis, show, stages, interview } : { analysis, show }
  const body = createElement(OverviewPage, {
    name,
    protocol: study.protocol,
    counts,
    groups: forLead?.groups ?? [],
    documents: forLead?.documents ?? null,
    allocation: allocationOf(base, forLead?.allocation ?? null),
    agreements: withHref(`${base}/progress`, forLead?.agreements ?? null),
    setUp: forLead?.isSettingUp === true ? `${base}/set-up` : null,
    links: [...linksFor(opened, context), ...furtherLinks(base, kinds)],
    follows: await findFollowed(context),
  })
  return { kind: 'page', title: name, body }
}

const findFollowed = async ({ read, scope, params, person }: Context<OfProgramme>) => {
  const place = { organisationId: scope.organisationId, programmeId: params.programme }
  return followedBy(person, await read((tx) => findPredecessor(tx, place)))
}

const allocationOf = (base: string, progress: string | null) =>
  progress === null ? null : { href: `${base}/allocation`, progress }

const withHref = <T extends object>(href: string, counts: T | null) =>
  counts === null ? null : { ...counts, href }

const loadForLead = ({ scope, params, read }: Context<OfProgramme>) =>
  read(async (tx) => {
    const place = { organisationId: scope.organisationId, programmeId: params.programme }
    const collecting = await loadCollecting(tx, { ...place, masterKey: scope.masterKey })
    if (collecting === null) return null
    const { programme, stages } = collecting
    const groups = groupStates(await listParticipants(tx, place))
    const hasDocuments = programme.protocol.steps.some(({ kind }) => kind === 'interview')
    const documents = hasDocuments ? await countReleased(tx, programme) : null
    const { state } = await findInterview(tx, place, [])
    const interview = programme.state === 'closed' && state === 'not_started' ? null : state
    const isSettingUp = programme.state === 'setting_up'
    const allocation = await loadAllocationProgress(tx, programme)
    const agreements = await loadAgreementCount(tx, programme)
    return { stages, groups, documents, allocation, agreements, interview, isSettingUp }
  })

const groupStates = (people: readonly Participant[]): readonly GroupStates[] =>
  roleIds.map((role) => {
    const count = (state: ParticipantState): number =>
      people.filter((person) => person.role === role && person.state === state).length
    const [invited, agreed] = [count('invited'), count('agreed')]
    const [declined, withdrawn] = [count('declined'), count('withdrawn')]
    return { role, states: { invited, agreed, declined, withdrawn } }
  })

/** A mentor or a mentee sees what is theirs to do: nothing of the study is even loaded. */
const participantOverview = async ({
  person,
  read,
  scope,
  params,
}: Context<OfProgramme>): Promise<Reply> => {
  if (person.kind !== 'participant') return notFound
  const { organisationId, masterKey } = scope
  const { programme: programmeId } = params
  const home = await read((tx) => loadHome(tx, { organisationId, programmeId, masterKey, person }))
  if (home === null) return notFound
  const { programme, facts, hasConsented } = home
  const page = { name: programme.name, base: `/programmes/${programmeId}`, facts, hasConsented }
  return { kind: 'page', title: programme.name, body: createElement(ParticipantOverviewPage, page) }
}

const stage = async (context: Context<z.infer<typeof programmeAndStage>>): Promise<Reply> => {
  const opened = await open(context)
  const step = opened?.study.protocol.steps
    .filter((one) => 'stage' in one)
    .find((one) => one.stage === context.params.stage)
  if (opened === null || step === undefined) return notFound
  const { name, study, analysis } = opened
  const body = createElement(StagePage, { name, study, analysis, step })
  return { kind: 'page', title: `Stage ${step.stage}: ${step.title}`, body }
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/programmes/:programme',
    who: ['lead', 'researcher', 'facilitator', 'auditor', 'mentor', 'mentee', 'administrator'],
    params: programme,
    input: nothing,
    navigation: 'Overview',
    handle: overview,
  }),
  ...studyPages.map(routeOf),
  route({
    method: 'GET',
    path: '/programmes/:programme/stages/:stage',
    who: ['researcher'],
    params: programmeAndStage,
    input: nothing,
    handle: stage,
  }),
]
