/** Everything around the session that waits for somebody, in the order in which it comes. */
import type { Transaction } from '../../platform/database.ts'
import { agreementTasks } from '../agreement/home-tasks.ts'
import { changeTasks } from '../changes/home-tasks.ts'
import { clarificationTasks } from '../clarifications/home-tasks.ts'
import { certificateTasks } from '../mentor-certificate/home-tasks.ts'
import { packTasks } from '../pack/home-tasks.ts'
import { planningTasks } from '../planning/home-tasks.ts'
import { preparationTasks } from '../preparation/home-tasks.ts'
import { pulseTasks } from '../pulse/home-tasks.ts'
import { recordingTasks } from '../recording/home-tasks.ts'
import { timeTasks } from '../time-use/home-tasks.ts'
import type { HomeTask } from './home-task.ts'
import { type AskedOwn, loadPairsOf, type OwnPairs } from './load-own-pairs.ts'

/** Of an open programme, for whoever takes part. */
type Tasks = (tx: Transaction, own: OwnPairs) => Promise<readonly HomeTask[]> | readonly HomeTask[]

const all: readonly Tasks[] = [
  agreementTasks,
  preparationTasks,
  planningTasks,
  recordingTasks,
  pulseTasks,
  packTasks,
  changeTasks,
  clarificationTasks,
  timeTasks,
  certificateTasks,
]

export const loadSessionTasks = async (
  tx: Transaction,
  asked: AskedOwn,
): Promise<readonly HomeTask[]> => {
  const own = await loadPairsOf(tx, asked)
  if (own === null || own.programme.state !== 'open' || own.participant.state !== 'agreed')
    return []
  const tasks: HomeTask[] = []
  for (const tasksOf of all) tasks.push(...(await tasksOf(tx, own)))
  return tasks
}
