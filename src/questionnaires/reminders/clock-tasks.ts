/** What the clock does in a programme: stages open and close on their days, and people are reminded. */
import { dayOf } from '../../lib/dates.ts'
import { inEachOrganisation } from '../../organisations/in-each-organisation.ts'
import { sendReminders } from '../../people/reminders/reminders.ts'
import type { Task } from '../../platform/clock.ts'
import type { Installation } from '../../platform/installation.ts'
import { moveWindowsByDate } from '../windows/windows.ts'
import { remindAboutStages } from './stage-reminders.ts'

/** In this order: a stage that opens today is told about today. */
export const clockTasks = (
  installation: Pick<Installation, 'database' | 'masterKey'>,
  publicUrl: string,
): readonly Task[] => [
  {
    name: 'open and close stages',
    run: (now) =>
      inEachOrganisation(installation, (scope) => moveWindowsByDate(scope, { today: dayOf(now) })),
  },
  {
    name: 'remind of invitations',
    run: (now) =>
      inEachOrganisation(installation, (scope) => sendReminders(scope, { now, publicUrl })),
  },
  {
    name: 'remind of questionnaires',
    run: (now) =>
      inEachOrganisation(installation, (scope) => remindAboutStages(scope, { now, publicUrl })),
  },
]
