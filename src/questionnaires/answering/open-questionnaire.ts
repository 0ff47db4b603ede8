/** A questionnaire as it stands for one person: what is asked, whether it can be answered, what they have typed. */
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import type { AtStage, PlaceWithKey } from '../completion-store.ts'
import type { Draft } from '../draft-store.ts'
import { stageAccess } from '../windows/window-rules.ts'
import { type AnsweringState, findAnswering, findProgress } from './answering-store.ts'
import { type Questionnaire, questionnaireFor } from './questions.ts'
import { type Standing, standingOf } from './rules.ts'

export type Asked = {
  readonly organisationId: string
  readonly programmeId: string
  readonly participantId: string
  readonly stage: number
  readonly masterKey: Key
}

export type OpenQuestionnaire = Omit<AnsweringState, 'programmeKey'> & {
  readonly place: PlaceWithKey
  readonly who: AtStage
  /** Without sections where nothing is asked. */
  readonly questionnaire: Questionnaire
}

export const openQuestionnaire = async (
  tx: Transaction,
  asked: Asked,
): Promise<OpenQuestionnaire | null> => {
  const found = await findAnswering(tx, asked)
  if (found === null) return null
  const { organisationId, programmeId, participantId, stage } = asked
  const { programmeKey, ...state } = found
  const questionnaire = questionnaireFor(state.protocol, { stage, role: state.role })
  if (questionnaire === null) return null
  return {
    ...state,
    place: { organisationId, programmeId, programmeKey },
    who: { stage, participantId },
    questionnaire,
  }
}

export const standingIn = (
  { participant, programme, protocol, windows, questionnaire }: OpenQuestionnaire,
  hasAnswered: boolean,
): Standing =>
  standingOf({
    participant,
    programme,
    access: stageAccess({ protocol, windows, stage: questionnaire.stage }),
    isAsked: questionnaire.sections.length > 0,
    hasAnswered,
  })

export type AnsweringQuestionnaire = OpenQuestionnaire & {
  readonly standing: Standing
  readonly draft: Draft
}

/** With what the person has typed, to show it. */
export const readQuestionnaire = async (
  tx: Transaction,
  asked: Asked,
): Promise<AnsweringQuestionnaire | null> => {
  const open = await openQuestionnaire(tx, asked)
  if (open === null) return null
  const { hasAnswered, draft } = await findProgress(tx, open.place, open.who)
  return { ...open, standing: standingIn(open, hasAnswered), draft }
}
