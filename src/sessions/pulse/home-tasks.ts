/** The short questions after sessions, on the home of whoever is asked them. */
import type { Transaction } from '../../platform/database.ts'
import type { HomeTask } from '../own/home-task.ts'
import type { OwnPairs } from '../own/load-own-pairs.ts'
import { pulseOf } from './load-pulse.ts'
import { pulseTitle } from './pages.tsx'

export const pulseTasks = async (tx: Transaction, own: OwnPairs): Promise<readonly HomeTask[]> => {
  const { standing, due, answered } = await pulseOf(tx, own)
  if (standing === 'asked')
    return [
      { ...task, status: 'incomplete', hint: `Three short questions about session ${due[0]}` },
    ]
  return standing === 'nothing_due' && answered.size > 0
    ? [{ ...task, status: 'completed', hint: 'Sent' }]
    : []
}

const task = { label: pulseTitle, path: '/session/pulse' } as const
