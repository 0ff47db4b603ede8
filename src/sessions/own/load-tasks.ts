/** Everything around the session that waits for somebody, in the order in which it comes. */
import type { Transaction } from '../../platform/database.ts'
import type { HomeTask } from './home-task.ts'
import { type AskedOwn, loadPairsOf, type OwnPairs } from './load-own-pairs.ts'

/** Of an open programme, for whoever takes part. */
type Tasks = (tx: Transaction, own: OwnPairs) => Promise<readonly HomeTask[]> | readonly HomeTask[]

const all: readonly Tasks[] = []

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
