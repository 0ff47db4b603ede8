/** What every page of the lead about one stage starts from. */
import * as z from 'zod'
import { dayOf } from '../../lib/dates.ts'
import type { FieldError } from '../../web/components/error-summary.tsx'
import type { RouteContext } from '../../web/route.ts'
import type { StageParams } from '../answering/answering-context.ts'
import type { KeptWindow } from '../model.ts'
import { loadCollecting } from './collecting.ts'
import type { StagePageProps } from './stage-pages.tsx'

export type StageContext = RouteContext<StageParams, unknown>

export const button = z.object({ idempotencyKey: z.uuid() })

export type FoundStage = StagePageProps & { readonly windows: readonly KeptWindow[] }

/** Null: the protocol has no such questionnaire. */
export const findStage = async (
  { scope, params, read, newKey }: StageContext,
  errors: readonly FieldError[],
): Promise<FoundStage | null> => {
  const asked = { ...scope, programmeId: params.programme }
  const loaded = await read((tx) => loadCollecting(tx, asked))
  const stage = loaded?.stages.find((one) => one.stage === params.stage)
  if (loaded === null || stage === undefined) return null
  const windows = loaded.stages.map(({ window }) => window)
  return { programme: loaded.programme, stage, windows, errors, idempotencyKey: newKey() }
}

export const statusFor = (errors: readonly FieldError[]): 200 | 422 =>
  errors.length === 0 ? 200 : 422

/** What the lead asks to be done with the stage of the page, now. */
export const moveOf = ({ params }: StageContext) =>
  ({
    programmeId: params.programme,
    stage: params.stage,
    today: dayOf(new Date()),
    by: 'hand',
  }) as const

export const listOfStages = ({ params }: StageContext): string =>
  `/programmes/${params.programme}/collecting`
