/** The pages of the study that follow from it alone: where each is, who may open it, and what stands on it. */
import { createElement, type ReactElement } from 'react'
import type { StoredPulse } from '../sessions/pulse/model.ts'
import type { Kind } from '../web/route.ts'
import { CharacteristicsPage } from './pages/characteristics.tsx'
import { ComparisonsPage } from './pages/comparisons.tsx'
import { ContradictionsPage } from './pages/contradictions.tsx'
import { ReportPage } from './pages/report.tsx'
import { ResultsPage } from './pages/results.tsx'
import { SessionsPage } from './pages/sessions.tsx'
import { StagesPage } from './pages/stages.tsx'
import { ThemesPage } from './pages/themes.tsx'
import { WillingnessPage } from './pages/willingness.tsx'
import { publishedNumbers } from './published-study.ts'
import type { Reported } from './reported.ts'

/** A study that was asked for, and what whoever asks is in its programme. */
export type Opened = Reported & {
  readonly name: string
  /** The address of the programme. */
  readonly base: string
  readonly kinds: readonly Kind[]
  /** What was answered after single sessions: in no study folder. */
  readonly pulses: readonly StoredPulse[]
}

export type StudyPage = {
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

export const studyPages: readonly StudyPage[] = [
  {
    path: '/characteristics',
    who: ['lead', 'researcher'],
    title: 'Characteristics',
    navigation: 'Characteristics',
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
