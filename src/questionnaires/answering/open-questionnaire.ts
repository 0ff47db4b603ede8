/** A questionnaire as it stands for one person: what is asked, whether it can be answered, what they have typed. */
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import type { AtStage, PlaceWithKey } from '../completion-store.ts'
import { stageAccess } from '../windows/window-rules.ts'
import { type AnsweringState, findAnswering, takeAnswering } from './answering-store.ts'
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
  readonly standing: Standing
}

/** To show it, with what the person has typed. */
export const readQuestionnaire = (
  tx: Transaction,
  asked: Asked,
): Promise<OpenQuestionnaire | null> => openQuestionnaire(asked, () => findAnswering(tx, asked))

/** To send it in: see `takeAnswering`. */
export const takeQuestionnaire = (
  tx: Transaction,
  asked: Asked,
): Promise<OpenQuestionnaire | null> => openQuestionnaire(asked, () => takeAnswering(tx, asked))

const openQuestionnaire = async (
  asked: Asked,
  find: () => Promise<AnsweringState | null>,
): Promise<OpenQuestionnaire | null> => {
  const found = await find()
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
    standing: standingIn(state, questionnaire),
  }
}

const standingIn = (
  { participant, programme, protocol, windows, hasAnswered }: Omit<AnsweringState, 'programmeKey'>,
  questionnaire: Questionnaire,
): Standing =>
  standingOf({
    participant,
    programme,
    access: stageAccess({ protocol, windows, stage: questionnaire.stage }),
    isAsked: questionnaire.sections.length > 0,
    hasAnswered,
  })
