/** A mentor’s certificate, once a session of theirs is recorded. */
import type { Transaction } from '../../platform/database.ts'
import type { HomeTask } from '../own/home-task.ts'
import type { OwnPairs } from '../own/load-own-pairs.ts'

export const certificateTasks = (
  _: Transaction,
  { participant, pairs }: OwnPairs,
): readonly HomeTask[] =>
  participant.role === 'mentor' && pairs.some(({ sessions }) => sessions.length > 0)
    ? [
        {
          label: 'Certificate of reverse mentoring',
          path: '/mentor-certificate',
          status: 'optional',
          hint: 'For your portfolio. It names nobody but you',
        },
      ]
    : []
