/** That a session is to be recorded, on the home of both of a pair. */
import type { Transaction } from '../../platform/database.ts'
import type { HomeTask } from '../own/home-task.ts'
import type { OwnPairs } from '../own/load-own-pairs.ts'
import { recordingTitle } from './pages.tsx'
import { recordingStanding } from './rules.ts'

export const recordingTasks = (_: Transaction, own: OwnPairs): readonly HomeTask[] => {
  if (recordingStanding(own) !== 'asked') return []
  const all = own.pairs.length * own.programme.protocol.rules.sessionsPerPair
  const recorded = own.pairs.reduce((sum, { sessions }) => sum + sessions.length, 0)
  return [
    {
      label: recordingTitle,
      path: '/session/record',
      status: recorded >= all ? 'completed' : statusBefore(own),
      hint: hintFor(recorded, all),
    },
  ]
}

/** It does not ask to be done before there is a time at which to meet. */
const statusBefore = ({ pairs }: OwnPairs): HomeTask['status'] =>
  pairs.some(({ plan }) => plan?.state === 'planned') ? 'incomplete' : 'optional'

const hintFor = (recorded: number, all: number): string => {
  if (recorded >= all) return 'Recorded. Nothing that you said is kept'
  return all === 1
    ? 'Once you have met: the day and the minutes, and nothing that you said'
    : `${recorded} of ${all} recorded. The day and the minutes, and nothing that you said`
}
