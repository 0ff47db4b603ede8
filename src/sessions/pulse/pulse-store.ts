/** Short answers after sessions: under a pseudonym, with the number of the session, without a day. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { rewriteFigures } from '../figure-store.ts'
import type { PulseAnswer, StoredPulse } from './model.ts'
import { pulseQuestions } from './questions.ts'

/** By session, question and value: their order tells nothing about who or when. */
export const listPulses = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<readonly StoredPulse[]> => {
  const rows = await tx
    .selectFrom('sessionPulses')
    .select(['number', 'question', 'value'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .orderBy('number')
    .orderBy('question')
    .orderBy('value')
    .execute()
  return rows.map((row) => {
    const question = pulseQuestions.find(({ id }) => id === row.question)?.id
    if (question === undefined) throw new Error(`A pulse on an unknown question: ${row.question}`)
    return { ...row, question }
  })
}

/** The numbers of the sessions about which somebody has answered. */
export const listAnsweredPulses = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  respondent: string,
): Promise<ReadonlySet<number>> => {
  const rows = await tx
    .selectFrom('sessionPulses')
    .select('number')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('respondent', '=', respondent)
    .execute()
  return new Set(rows.map(({ number }) => number))
}

type NewPulse = {
  readonly respondent: string
  readonly number: number
  readonly answers: readonly PulseAnswer[]
}

export const insertPulse = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { respondent, number, answers }: NewPulse,
): Promise<void> => {
  const common = { organisationId, programmeId, respondent, number }
  await tx
    .insertInto('sessionPulses')
    .values(answers.map((answer) => ({ ...common, ...answer })))
    .execute()
  await rewriteFigures(tx, { organisationId, programmeId }, 'sessionPulses')
}
