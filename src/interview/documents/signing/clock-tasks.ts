/** What the clock does about signing off. */
import { inEachOrganisation } from '../../../organisations/in-each-organisation.ts'
import type { Task } from '../../../platform/clock.ts'
import type { Installation } from '../../../platform/installation.ts'
import { remindOfSignOff } from './reminders.ts'

export const signOffTasks = (
  installation: Pick<Installation, 'database' | 'masterKey'>,
  publicUrl: string,
): readonly Task[] => [
  {
    name: 'remind of signing off',
    run: (now) =>
      inEachOrganisation(installation, (scope) => remindOfSignOff(scope, { now, publicUrl })),
  },
]
