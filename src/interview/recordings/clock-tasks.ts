/** What the clock does with recordings: those whose time is over are destroyed, those nobody finishes are given up. */
import { inEachOrganisation } from '../../organisations/in-each-organisation.ts'
import type { ActionScope } from '../../platform/action.ts'
import type { Task } from '../../platform/clock.ts'
import { read } from '../../platform/database.ts'
import type { Installation } from '../../platform/installation.ts'
import { destroyRecording, giveUpRecording } from './actions.ts'
import { listRecordingsIn } from './recording-store.ts'
import { isAbandoned, isDue } from './rules.ts'

export const destroyDue = async (scope: ActionScope, now: Date): Promise<void> => {
  const all = await read(scope.database, scope.organisationId, (tx) =>
    listRecordingsIn(tx, scope.organisationId, ['receiving', 'ready']),
  )
  for (const { programmeId, recordingId } of all.filter((recording) => isDue(recording, now))) {
    await destroyRecording(scope, { programmeId, recordingId, reason: 'time', by: now })
  }
}

export const giveUpAbandoned = async (scope: ActionScope, now: Date): Promise<void> => {
  const all = await read(scope.database, scope.organisationId, (tx) =>
    listRecordingsIn(tx, scope.organisationId, ['receiving', 'refused']),
  )
  const abandoned = all.filter((recording) => isAbandoned(recording, now))
  for (const { programmeId, recordingId } of abandoned) {
    await giveUpRecording(scope, { programmeId, recordingId, reason: 'time', by: now })
  }
}

export const recordingTasks = (
  installation: Pick<Installation, 'database' | 'masterKey'>,
): readonly Task[] => [
  {
    name: 'destroy recordings',
    run: (now) => inEachOrganisation(installation, (scope) => destroyDue(scope, now)),
  },
  {
    name: 'give up recordings that nobody finishes',
    run: (now) => inEachOrganisation(installation, (scope) => giveUpAbandoned(scope, now)),
  },
]
