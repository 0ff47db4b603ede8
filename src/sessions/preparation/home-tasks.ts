import type { Transaction } from '../../platform/database.ts'
import type { HomeTask } from '../own/home-task.ts'
import type { OwnPairs } from '../own/load-own-pairs.ts'

/** For whoever has a partner. */
export const preparationTasks = (_: Transaction, { pairs }: OwnPairs): readonly HomeTask[] =>
  pairs.length === 0
    ? []
    : [
        {
          label: 'Prepare for the session',
          path: '/preparation',
          status: 'optional',
          hint: 'What helps, and what to do if it goes wrong. A few minutes to read',
        },
      ]
