/** Questions to the group and what was answered, sealed with the programme's key. */
import * as z from 'zod'
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { seal, unseal } from '../../platform/keys.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { type Clarification, type ClarificationState, clarificationStates } from './model.ts'

const stateOf = (text: string): ClarificationState => {
  const state = clarificationStates.find((known) => known === text)
  if (state === undefined) throw new Error(`A question in an unknown state: ${text}`)
  return state
}

type Part = 'question' | 'passed_on' | 'answer'
const contextOf = (clarificationId: string, part: Part): string =>
  `clarifications/${clarificationId}/${part}`

const questionSchema = z.strictObject({ point: z.string(), question: z.string() })

/** In the order of their ids, which are chance. */
export const listClarifications = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
): Promise<readonly Clarification[]> => {
  const rows = await tx
    .selectFrom('clarifications')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .orderBy('clarificationId')
    .execute()
  return rows.map(({ clarificationId, participantId, state, domain, ...row }) => {
    const opened = (sealed: Buffer, part: Part): string =>
      unseal(programmeKey, sealed, contextOf(clarificationId, part)).toString('utf8')
    const { sealedQuestion, sealedPassedOn, sealedAnswer } = row
    return {
      ...{ clarificationId, menteeId: participantId, state: stateOf(state), domain },
      ...questionSchema.parse(JSON.parse(opened(sealedQuestion, 'question'))),
      passedOn: sealedPassedOn === null ? null : opened(sealedPassedOn, 'passed_on'),
      answer: sealedAnswer === null ? null : opened(sealedAnswer, 'answer'),
    }
  })
}

/** The whole question, new or in place of what it was. */
export const putClarification = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
  { clarificationId, menteeId, state, domain, ...words }: Clarification,
): Promise<void> => {
  const sealed = (text: string | null, part: Part): Buffer | null =>
    text === null ? null : seal(programmeKey, text, contextOf(clarificationId, part))
  const { point, question, passedOn, answer } = words
  const asked = JSON.stringify({ point, question })
  const row = {
    ...{ state, domain, participantId: menteeId },
    sealedQuestion: seal(programmeKey, asked, contextOf(clarificationId, 'question')),
    sealedPassedOn: sealed(passedOn, 'passed_on'),
    sealedAnswer: sealed(answer, 'answer'),
  }
  await tx
    .insertInto('clarifications')
    .values({ organisationId, programmeId, clarificationId, ...row })
    .onConflict((conflict) =>
      conflict.columns(['organisationId', 'programmeId', 'clarificationId']).doUpdateSet(row),
    )
    .execute()
}

/** A mentee's questions, with all that was said to them. */
export const deleteClarificationsOf = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  menteeId: string,
): Promise<void> => {
  await tx
    .deleteFrom('clarifications')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('participantId', '=', menteeId)
    .execute()
}
