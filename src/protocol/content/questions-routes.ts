/** The doors of the pages on which questions and characteristics are edited. */
import { createElement } from 'react'
import * as z from 'zod'
import type { Route } from '../../web/route.ts'
import { editingRoutes, programmeParams } from '../changing/editing-routes.ts'
import { findItem, findMeasure } from '../rules.ts'
import { emptyItemForm, itemForm, itemFormOf, withItem, withNewItem } from './item-form.ts'
import { ItemPage } from './item-pages.tsx'
import {
  emptyMeasureForm,
  measureForm,
  measureFormOf,
  withMeasure,
  withNewMeasure,
} from './measure-form.ts'
import { MeasurePage } from './measure-pages.tsx'
import { emptyQuestionsForm, questionsForm, withoutQuestion } from './question-list-form.ts'
import { QuestionsPage } from './questions-pages.tsx'

const list = '/set-up/questions'
const next = () => list

export const routes: readonly Route[] = [
  ...editingRoutes({
    path: list,
    title: 'Questions',
    params: programmeParams,
    form: questionsForm,
    fill: () => emptyQuestionsForm,
    change: withoutQuestion,
    body: (editing) => createElement(QuestionsPage, { editing }),
    next,
  }),
  ...editingRoutes({
    path: `${list}/new-measure`,
    title: 'Add a scale',
    params: programmeParams,
    form: measureForm,
    fill: () => emptyMeasureForm,
    change: withNewMeasure,
    body: (editing) => createElement(MeasurePage, { editing, measure: null }),
    next,
  }),
  ...editingRoutes({
    path: `${list}/new-item`,
    title: 'Add a single question',
    params: programmeParams,
    form: itemForm,
    fill: () => emptyItemForm,
    change: withNewItem,
    body: (editing) => createElement(ItemPage, { editing, item: null }),
    next,
  }),
  ...editingRoutes({
    path: `${list}/measures/:measure`,
    title: 'Change a scale',
    params: programmeParams.extend({ measure: z.string() }),
    form: measureForm,
    fill: (protocol, { measure: id }) => {
      const measure = findMeasure(protocol, id)
      return measure === undefined ? null : measureFormOf(protocol, measure)
    },
    change: (protocol, form, { params }) => withMeasure(protocol, params.measure, form),
    body: (editing, { measure: id }) => {
      const measure = findMeasure(editing.programme.protocol, id) ?? null
      return createElement(MeasurePage, { editing, measure })
    },
    next,
  }),
  ...editingRoutes({
    path: `${list}/items/:item`,
    title: 'Change a question',
    params: programmeParams.extend({ item: z.string() }),
    form: itemForm,
    fill: (protocol, { item: id }) => {
      const item = findItem(protocol, id)
      return item === undefined ? null : itemFormOf(protocol, item)
    },
    change: (protocol, form, { params }) => withItem(protocol, params.item, form),
    body: (editing, { item: id }) => {
      const item = findItem(editing.programme.protocol, id) ?? null
      return createElement(ItemPage, { editing, item })
    },
    next,
  }),
]
