/** What the clock does about sessions that are planned, or could be, and about reflection packs. */
import { inEachOrganisation } from '../organisations/in-each-organisation.ts'
import type { Task } from '../platform/clock.ts'
import type { Installation } from '../platform/installation.ts'
import { closeEndedPacks } from './pack/close-ended.ts'
import { cancelEndedPlans } from './planning/ended-plans.ts'
import type { Origin } from './planning/mails.ts'
import { remindOfSessions } from './planning/reminders.ts'
import { letLateComersWait } from './recording/late-comers.ts'

/** In this order: nobody is reminded of a session that is over with its pair. */
export const sessionTasks = (
  installation: Pick<Installation, 'database' | 'masterKey'>,
  { publicUrl, mailFrom }: Origin,
): readonly Task[] => [
  {
    name: 'cancel sessions that can no longer be held',
    run: (now) =>
      inEachOrganisation(installation, (scope) =>
        cancelEndedPlans(scope, { now, origin: { publicUrl, mailFrom } }),
      ),
  },
  {
    name: 'let late comers wait for their session',
    run: () => inEachOrganisation(installation, letLateComersWait),
  },
  {
    name: 'remind of sessions',
    run: (now) =>
      inEachOrganisation(installation, (scope) => remindOfSessions(scope, { now, publicUrl })),
  },
  {
    name: 'close reflection packs of whoever has signed out',
    run: (now) => inEachOrganisation(installation, (scope) => closeEndedPacks(scope, now)),
  },
]
