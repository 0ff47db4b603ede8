/** What the pages of a questionnaire have in common: who asks, what is loaded for them, what they see if they may not answer. */
import { createElement } from 'react'
import * as z from 'zod'
import type { Reply, RouteContext } from '../../web/route.ts'
import { isSessionStage } from '../windows/session-stages.ts'
import type { AtAddress } from './addresses.ts'
import { type Asked, type OpenQuestionnaire, readQuestionnaire } from './open-questionnaire.ts'
import { StandingPage, type StandingPageProps } from './pages/standing.tsx'

const stage = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number)
export const stageParams = z.object({ programme: z.uuid(), stage })
export type StageParams = z.infer<typeof stageParams>

export type AnsweringContext = RouteContext<StageParams, unknown>

export const atOf = ({ params }: Pick<AnsweringContext, 'params'>): AtAddress => ({
  programmeId: params.programme,
  stage: params.stage,
})

/** Null: not a participant. */
export const askedBy = ({ scope, params, person }: AnsweringContext): Asked | null => {
  if (person.kind !== 'participant') return null
  const { organisationId, masterKey } = scope
  return { ...atOf({ params }), organisationId, masterKey, participantId: person.personId }
}

export type Open = OpenQuestionnaire & { readonly standing: 'open' | 'late' }

/** The page of somebody who may answer; anybody else is told why they may not. */
export const showOpen = async (
  context: AnsweringContext,
  show: (questionnaire: Open) => Reply,
): Promise<Reply> => {
  const asked = askedBy(context)
  if (asked === null) return { kind: 'not_found' }
  const found = await context.read((tx) => readQuestionnaire(tx, asked))
  if (found === null) return { kind: 'not_found' }
  const { standing } = found
  if (standing !== 'open' && standing !== 'late') return standingReply(context, found, { standing })
  return show({ ...found, standing })
}

type Told = {
  readonly standing: StandingPageProps['standing']
  readonly form?: Pick<StandingPageProps, 'isDifferent' | 'unsent'>
}

export const standingReply = (
  context: Pick<AnsweringContext, 'params'>,
  { questionnaire, protocol }: OpenQuestionnaire,
  { standing, form = { isDifferent: false, unsent: [] } }: Told,
): Reply => {
  const { title, stage } = questionnaire
  const opensWithSession = isSessionStage(protocol, stage)
  const told = { at: atOf(context), title, standing, opensWithSession }
  const body = createElement(StandingPage, { ...told, ...form })
  return { kind: 'page', title, body }
}
