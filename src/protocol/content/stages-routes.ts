/** The doors of the pages on which stages are edited. */
import { createElement } from 'react'
import * as z from 'zod'
import { fail } from '../../lib/result.ts'
import { type Route, route } from '../../web/route.ts'
import { listBuiltInProtocols } from '../built-in.ts'
import {
  type EditingPage,
  editingRoutes,
  postedForm,
  programmeParams,
  saveEditing,
  showEditing,
  shownWith,
} from '../changing/editing-routes.ts'
import type { Protocol } from '../model.ts'
import { findQuestionnaire } from '../rules.ts'
import { asChange } from './entered.ts'
import {
  emptyStageForm,
  type StagesForm,
  stageForm,
  stagesForm,
  stagesFormOf,
  withStage,
  withStages,
} from './stage-form.ts'
import { StagePage } from './stage-pages.tsx'
import { stagesThatAreOff } from './stages.ts'
import { StagesPage } from './stages-pages.tsx'

const stages = '/set-up/stages'
const path = `/programmes/:programme${stages}`

type Params = z.infer<typeof programmeParams>

/** A stage that is off comes back as the built-in protocol has it from which this one was made. */
const stagesPage = async (projectRoot: string): Promise<EditingPage<Params, StagesForm>> => {
  const builtIn = await listBuiltInProtocols(projectRoot)
  const originOf = (protocol: Protocol): Protocol =>
    builtIn.find(({ id }) => id === protocol.id)?.protocol ?? protocol
  return {
    path: stages,
    title: 'Stages',
    params: programmeParams,
    form: stagesForm,
    fill: stagesFormOf,
    change: (protocol, form) => withStages(protocol, originOf(protocol), form),
    body: (editing) => {
      const { protocol } = editing.programme
      const off = stagesThatAreOff(protocol, originOf(protocol))
      return createElement(StagesPage, { editing, off })
    },
    next: () => stages,
  }
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    who: ['lead'],
    params: programmeParams,
    input: shownWith,
    handle: async (context) => showEditing(await stagesPage(context.service.projectRoot), context),
  }),
  route({
    method: 'POST',
    path,
    who: ['lead'],
    params: programmeParams,
    input: postedForm(stagesForm),
    handle: async (context) => saveEditing(await stagesPage(context.service.projectRoot), context),
  }),
  ...editingRoutes({
    path: `${stages}/:stage`,
    title: 'What a stage asks',
    params: programmeParams.extend({ stage: z.coerce.number() }),
    form: stageForm,
    fill: (protocol, { stage }) =>
      findQuestionnaire(protocol, stage) === undefined ? null : emptyStageForm,
    change: (protocol, form, { params: { stage } }) => {
      const step = findQuestionnaire(protocol, stage)
      const unknown = { kind: 'content.unknown', id: String(stage) } as const
      return step === undefined ? asChange(fail(unknown)) : withStage(protocol, step, form)
    },
    body: (editing, { stage }) => {
      const step = findQuestionnaire(editing.programme.protocol, stage)
      if (step === undefined) throw new Error('A page was made of what is not in the protocol')
      return createElement(StagePage, { editing, step })
    },
    next: (_, { stage }) => `${stages}/${stage}`,
  }),
]
