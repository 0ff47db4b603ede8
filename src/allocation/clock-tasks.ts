/** What the clock does before a draw. */
import { inEachOrganisation } from '../organisations/in-each-organisation.ts'
import type { Task } from '../platform/clock.ts'
import type { Installation } from '../platform/installation.ts'
import { remindOfWillingness } from './willingness/reminders.ts'

export const allocationTasks = (
  installation: Pick<Installation, 'database' | 'masterKey'>,
  publicUrl: string,
): readonly Task[] => [
  {
    name: 'remind of willingness',
    run: (now) =>
      inEachOrganisation(installation, (scope) => remindOfWillingness(scope, { now, publicUrl })),
  },
]
