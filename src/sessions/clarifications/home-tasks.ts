/** Questions to the group that wait for a mentor. */
import type { Transaction } from '../../platform/database.ts'
import type { HomeTask } from '../own/home-task.ts'
import type { OwnPairs } from '../own/load-own-pairs.ts'
import { listQuestionsToMentor } from './load-clarifications.ts'

export const clarificationTasks = async (
  tx: Transaction,
  { programme, participant }: OwnPairs,
): Promise<readonly HomeTask[]> => {
  if (participant.role === 'mentee') return []
  const { questions } = await listQuestionsToMentor(tx, programme, participant.participantId)
  const waiting = questions.filter(
    ({ clarification, hasTakenTurn }) => clarification.state === 'with_group' && !hasTakenTurn,
  ).length
  if (waiting === 0) return []
  return [
    {
      label: 'Say what you would answer to a question to your group',
      path: '/clarifications',
      status: 'incomplete',
      hint: waiting === 1 ? '1 question waits for you' : `${waiting} questions wait for you`,
    },
  ]
}
