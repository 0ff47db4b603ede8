import type { Transaction } from '../../platform/database.ts'
import type { HomeTask } from '../own/home-task.ts'
import type { OwnPairs } from '../own/load-own-pairs.ts'
import { loadOwnTimes } from './load-time-use.ts'

/** Nobody has to say it: it stands there once there is something to say. */
export const timeTasks = async (tx: Transaction, own: OwnPairs): Promise<readonly HomeTask[]> => {
  const { steps } = await loadOwnTimes(tx, own)
  if (steps.length === 0) return []
  const isDone = steps.every(({ band }) => band !== null)
  return [
    {
      label: 'Say how long it took you',
      path: '/time',
      status: isDone ? 'completed' : 'optional',
      hint: 'In bands, for each step that you have taken part in',
    },
  ]
}
