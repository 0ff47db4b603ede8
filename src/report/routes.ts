/** The doors of the study: its pages below its programme. What each role sees follows from the role alone. */
import { createElement, type ReactElement } from 'react'
import * as z from 'zod'
import { findProgramme } from '../protocol/store.ts'
import { kindsOf, mayEnter } from '../web/access.ts'
import {
  type Kind,
  type Reply,
  type Route,
  type RouteContext,
  route,
  type Who,
} from '../web/route.ts'
import { analyseStudy } from './analyse-study.ts'
import { loadStudy } from './load-study.ts'
import { CharacteristicsPage } from './pages/characteristics.tsx'
import { ComparisonsPage } from './pages/comparisons.tsx'
import { ContradictionsPage } from './pages/contradictions.tsx'
import { OverviewPage, type PageLink } from './pages/overview.tsx'
import { ParticipantOverviewPage } from './pages/participant-overview.tsx'
import { ReportPage } from './pages/report.tsx'
import { ResultsPage } from './pages/results.tsx'
import { SessionsPage } from './pages/sessions.tsx'
import { StagePage } from './pages/stage.tsx'
import { StagesPage } from './pages/stages.tsx'
import { ThemesPage } from './pages/themes.tsx'
import { WillingnessPage } from './pages/willingness.tsx'
import { publishedNumbers } from './published-study.ts'
import type { Reported } from './reported.ts'
import type { ShownCounts } from './schematic.tsx'

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

/** A study that was asked for, and by whom. */
type Opened<Params extends OfProgramme = OfProgramme> = Reported & {
  readonly name: string
  readonly base: string
  readonly kinds: readonly Kind[]
  readonly context: Context<Params>
}

const notFound: Reply = { kind: 'not_found' }

const open = async <Params extends OfProgramme>(
  context: Context<Params>,
): Promise<Opened<Params> | null> => {
  const { organisationId, masterKey } = context.scope
  const programmeId = context.params.programme
  const loaded = await context.read((tx) =>
    loadStudy(tx, { organisationId, programmeId, masterKey }),
  )
  if (loaded === null) return null
  const { study } = loaded
  const kinds = kindsOf(context.person, programmeId)
  const base = baseOf(programmeId)
  const { name } = loaded.programme
  return { study, analysis: analyseStudy(study), name, base, kinds, context }
}

const baseOf = (programmeId: string): string => `/programmes/${programmeId}`

/** One page of the study: where it is, who may open it, and what stands on it. */
type StudyPage = {
  readonly path: string
  readonly who: readonly Kind[]
  readonly title: string
  /** Its name in the navigation, which is short. */
  readonly navigation?: string
  /** What the overview says of it. */
  readonly summary: string
  /** null: this study has no such page. */
  readonly body: (opened: Opened) => ReactElement | null
}

const studyPages: readonly StudyPage[] = [
  {
    path: '/characteristics',
    who: ['lead', 'researcher'],
    title: 'People',
    navigation: 'People',
    summary: 'Who took part, group by group, with n.',
    body: (opened) => createElement(CharacteristicsPage, opened),
  },
  {
    path: '/stages',
    who: ['researcher'],
    title: 'Stages',
    navigation: 'Stages',
    summary: 'Every question and every answer, stage by stage.',
    body: (opened) => createElement(StagesPage, opened),
  },
  {
    path: '/willingness',
    who: ['researcher'],
    title: 'Willingness',
    navigation: 'Willingness',
    summary: 'How many mentors would mentor how many mentees, and how many pairings that allows.',
    body: (opened) => createElement(WillingnessPage, opened),
  },
  {
    path: '/sessions',
    who: ['lead', 'researcher'],
    title: 'Pairs and sessions',
    navigation: 'Sessions',
    summary: 'How many pairs have met, and how long it took.',
    body: (opened) =>
      createElement(SessionsPage, { ...opened, withPairs: opened.kinds.includes('researcher') }),
  },
  {
    path: '/comparisons',
    who: ['researcher'],
    title: 'Comparisons',
    navigation: 'Comparisons',
    summary: 'What changed between two stages, pair by pair, with exact and approximate p.',
    body: (opened) => createElement(ComparisonsPage, opened),
  },
  {
    path: '/themes',
    who: ['researcher'],
    title: 'Table 1: themes',
    navigation: 'Table 1',
    summary: 'What people raised in their comments, by theme, group and stage.',
    body: (opened) => createElement(ThemesPage, opened),
  },
  {
    path: '/results',
    who: ['researcher'],
    title: 'Results in words',
    navigation: 'Results',
    summary: 'The sentences of a Results section, each with what it rests on.',
    body: (opened) => createElement(ResultsPage, opened),
  },
  {
    path: '/contradictions',
    who: ['researcher'],
    title: 'Contradictions in the paper',
    summary: 'What the paper prints, beside what the data give, number by number.',
    body: (opened) => {
      const published = publishedNumbers(opened)
      return published === null ? null : createElement(ContradictionsPage, { ...opened, published })
    },
  },
  {
    path: '/report',
    who: ['researcher'],
    title: 'Report',
    navigation: 'Report',
    summary: 'Everything on one page, for reading and printing.',
    body: (opened) => createElement(ReportPage, { ...opened, madeAt: new Date() }),
  },
]

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

/** Everything for those who follow or study the programme; without answers and leaving for those who run it. */
const shownTo = (kinds: readonly Kind[]): 'everything' | 'people' =>
  kinds.some((kind) => kind === 'lead' || kind === 'researcher' || kind === 'auditor')
    ? 'everything'
    : 'people'

const linksFor = (opened: Opened): readonly PageLink[] => {
  const { person, params } = opened.context
  const mayOpen = (who: Who): boolean => mayEnter(who, person, params.programme)
  return studyPages
    .filter(({ who, body }) => mayOpen(who) && body(opened) !== null)
    .map(({ path, title, summary }) => ({ href: `${opened.base}${path}`, label: title, summary }))
}

const overview = async (context: Context<OfProgramme>): Promise<Reply> => {
  if (context.person.kind === 'participant') return participantOverview(context)
  const opened = await open(context)
  if (opened === null) return notFound
  const { name, study, analysis, kinds } = opened
  const counts: ShownCounts = { analysis, show: shownTo(kinds) }
  const links = linksFor(opened)
  const body = createElement(OverviewPage, { name, protocol: study.protocol, counts, links })
  return { kind: 'page', title: name, body }
}

/** A mentor or a mentee sees the programme as it is defined: nothing of the study is even loaded. */
const participantOverview = async ({
  person,
  read,
  scope,
  params,
}: Context<OfProgramme>): Promise<Reply> => {
  if (person.kind !== 'participant') return notFound
  const found = await read((tx) => findProgramme(tx, scope.organisationId, params.programme))
  if (found === null) return notFound
  const { name, protocol } = found
  const body = createElement(ParticipantOverviewPage, { name, protocol, role: person.role })
  return { kind: 'page', title: name, body }
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
