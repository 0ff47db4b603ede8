/** What mentees will change: for themselves to write after the session, for mentors to read once something is shared. */
import type { Transaction } from '../../platform/database.ts'
import { plural } from '../../protocol/wording/words.ts'
import type { HomeTask } from '../own/home-task.ts'
import type { OwnPairs } from '../own/load-own-pairs.ts'
import { listChangesOfEach } from './load-changes.ts'

export const changeTasks = async (
  tx: Transaction,
  { programme, participant, pairs }: OwnPairs,
): Promise<readonly HomeTask[]> => {
  if (participant.role === 'mentee') {
    return pairs.some(({ sessions }) => sessions.length > 0) ? [toWrite] : []
  }
  const mentees = await listChangesOfEach(tx, programme)
  if (mentees.length === 0) return []
  const label = `Read what ${plural(programme.protocol, 'mentee')} will change`
  const hint = 'What they chose to share with your group'
  return [{ label, path: '/changes', status: 'optional', hint }]
}

const toWrite: HomeTask = {
  label: 'Write what you will change',
  path: '/changes',
  status: 'optional',
  hint: 'In your reflection pack. You choose what your group sees of it',
}
