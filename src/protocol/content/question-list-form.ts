/** What is done on the list of questions: one is taken away. */
import * as z from 'zod'
import type { Result } from '../../lib/result.ts'
import type { ChangeProblem } from '../changing/change-problems.ts'
import type { Protocol } from '../model.ts'
import { findItem } from '../rules.ts'
import { asChange, field } from './entered.ts'
import { removeItem } from './items.ts'
import { removeMeasure } from './measures.ts'

export const questionsForm = z.object({ act: z.literal('remove'), id: field })
export type QuestionsForm = z.infer<typeof questionsForm>

export const emptyQuestionsForm: QuestionsForm = { act: 'remove', id: '' }

export const withoutQuestion = (
  protocol: Protocol,
  { id }: QuestionsForm,
): Result<Protocol, ChangeProblem> => {
  const isItem = findItem(protocol, id) !== undefined
  return asChange(isItem ? removeItem(protocol, id) : removeMeasure(protocol, id))
}
