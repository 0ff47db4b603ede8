/** The lead's doors to the questionnaires: what is collected, and opening and closing its stages. */
import { createElement } from 'react'
import * as z from 'zod'
import type { Result } from '../../lib/result.ts'
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { FieldError } from '../../web/components/error-summary.tsx'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { stageParams } from '../answering/answering-context.ts'
import { loadCollecting } from './collecting.ts'
import { CollectingPage } from './collecting-pages.tsx'
import {
  button,
  findStage,
  listOfStages,
  moveOf,
  type StageContext,
  statusFor,
} from './find-stage.ts'
import { adviceOnOpening, type WindowProblem } from './opening-rules.ts'
import { CloseStagePage, OpenStagePage } from './stage-pages.tsx'
import { sentenceOfWindowProblem } from './window-problems.ts'
import { closeStage, openStage } from './windows.ts'

const programmeParams = z.object({ programme: z.uuid() })
const nothing = z.object({})

const list = async ({
  scope,
  params,
  read,
}: RouteContext<z.infer<typeof programmeParams>, unknown>): Promise<Reply> => {
  const asked = { ...scope, programmeId: params.programme }
  const loaded = await read((tx) => loadCollecting(tx, asked))
  if (loaded === null) return { kind: 'not_found' }
  return { kind: 'page', title: 'Questionnaires', body: createElement(CollectingPage, loaded) }
}

type Show = (context: StageContext, errors?: readonly FieldError[]) => Promise<Reply>

const showOpen: Show = async (context, errors = []) => {
  const found = await findStage(context, errors)
  if (found === null) return { kind: 'not_found' }
  const { programme, windows, stage } = found
  const advice = adviceOnOpening(programme.protocol, windows, stage.stage)
  const body = createElement(OpenStagePage, { ...found, advice })
  return { kind: 'page', title: `Open stage ${stage.stage}`, body, status: statusFor(errors) }
}

const showClose: Show = async (context, errors = []) => {
  const found = await findStage(context, errors)
  if (found === null) return { kind: 'not_found' }
  const body = createElement(CloseStagePage, found)
  const title = `Close stage ${found.stage.stage}`
  return { kind: 'page', title, body, status: statusFor(errors) }
}

type Moved = Result<null, WindowProblem | RepeatedKeyProblem>

/** Back to the list, or the page again with what stood against it. */
const after = (moved: Moved, context: StageContext, showAgain: Show): Promise<Reply> | Reply =>
  moved.ok
    ? { kind: 'redirect', to: listOfStages(context) }
    : showAgain(context, [{ text: sentenceOfWindowProblem(moved.problem) }])

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/programmes/:programme/collecting',
    who: ['lead'],
    params: programmeParams,
    input: nothing,
    navigation: 'Questionnaires',
    handle: list,
  }),
  route({
    method: 'GET',
    path: '/programmes/:programme/collecting/:stage/open',
    who: ['lead'],
    params: stageParams,
    input: nothing,
    handle: (context) => showOpen(context),
  }),
  route({
    method: 'POST',
    path: '/programmes/:programme/collecting/:stage/open',
    who: ['lead'],
    params: stageParams,
    input: button,
    handle: async (context) =>
      after(await openStage(context.scope, moveOf(context)), context, showOpen),
  }),
  route({
    method: 'GET',
    path: '/programmes/:programme/collecting/:stage/close',
    who: ['lead'],
    params: stageParams,
    input: nothing,
    handle: (context) => showClose(context),
  }),
  route({
    method: 'POST',
    path: '/programmes/:programme/collecting/:stage/close',
    who: ['lead'],
    params: stageParams,
    input: button,
    handle: async (context) =>
      after(await closeStage(context.scope, moveOf(context)), context, showClose),
  }),
]
