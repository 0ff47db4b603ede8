/** The doors of the pages on which labels, rules and progression criteria are edited. */
import { createElement } from 'react'
import type { Route } from '../../web/route.ts'
import { editingRoutes, programmeParams } from '../changing/editing-routes.ts'
import { groundRulesForm, groundRulesIn, withGroundRules } from './ground-rules.ts'
import { GroundRulesPage } from './ground-rules-pages.tsx'
import { labelsForm, labelsOf, withLabels } from './labels.ts'
import { LabelsPage } from './labels-pages.tsx'
import { rulesForm, rulesOf, withRules } from './programme-rules.ts'
import { RulesPage } from './programme-rules-pages.tsx'
import { progressionForm, progressionOf, withProgression } from './progression.ts'
import { ProgressionPage } from './progression-pages.tsx'

export const routes: readonly Route[] = [
  ...editingRoutes({
    path: '/set-up/labels',
    title: 'Labels',
    params: programmeParams,
    form: labelsForm,
    fill: labelsOf,
    change: withLabels,
    body: (editing) => createElement(LabelsPage, { editing }),
  }),
  ...editingRoutes({
    path: '/set-up/rules',
    title: 'Rules',
    params: programmeParams,
    form: rulesForm,
    fill: rulesOf,
    change: (protocol, form, { programme: { isLocked, version } }) =>
      withRules(protocol, form, { isAsked: isLocked || version > 1 }),
    body: (editing) => createElement(RulesPage, { editing }),
  }),
  ...editingRoutes({
    path: '/set-up/ground-rules',
    title: 'Ground rules',
    params: programmeParams,
    form: groundRulesForm,
    fill: groundRulesIn,
    change: withGroundRules,
    body: (editing) => createElement(GroundRulesPage, { editing }),
    next: () => '/set-up/ground-rules',
  }),
  ...editingRoutes({
    path: '/set-up/progression',
    title: 'Progression criteria',
    params: programmeParams,
    form: progressionForm,
    fill: progressionOf,
    change: withProgression,
    body: (editing) => createElement(ProgressionPage, { editing }),
  }),
]
