/** A programme before its draw: everybody has agreed, and the mentors have said whom they would mentor. */
import { insertWillingness } from '../../src/allocation/store.ts'
import type { ActionScope } from '../../src/platform/action.ts'
import type { Database, Transaction } from '../../src/platform/database.ts'
import { respondentOf } from '../../src/platform/keys.ts'
import { type OpenProgramme, openProgramme } from '../../src/protocol/open-programme.ts'
import { masterKey } from './database.ts'
import type { Somebody } from './hospital.ts'
import {
  addStaff,
  placeOf,
  type Running,
  type RunningOptions,
  startRunning,
  writing,
} from './programme-under-way.ts'

export type Allocating = Running & {
  readonly auditor: Somebody
  readonly secondLead: Somebody
  readonly change: <T>(
    work: (tx: Transaction, programme: OpenProgramme) => Promise<T>,
  ) => Promise<T>
  /** In whose name an action runs, with a new idempotency key each time. */
  readonly scopeOf: (person: Somebody) => ActionScope
}

export type AllocatingOptions = RunningOptions & {
  /** By position in `mentors` and `mentees`; everybody is willing to mentor everybody unless told. */
  readonly willing?: (mentor: number, mentee: number) => boolean
}

export const startAllocating = async (
  database: Database,
  { willing = () => true, ...options }: AllocatingOptions = {},
): Promise<Allocating> => {
  const running = await startRunning(database, { mentors: 5, mentees: 5, ...options })
  const { organisationId } = running.scope
  const place = placeOf(running)
  const change: Allocating['change'] = (work) =>
    writing(database, organisationId, async (tx) => {
      const programme = await openProgramme(tx, { ...place, masterKey })
      if (programme === null) throw new Error('The programme is not there.')
      return work(tx, programme)
    })
  const pseudonymOf = ({ personId }: Somebody) => respondentOf(running.programmeKey, personId)
  const said = running.mentors.flatMap((mentor, one) =>
    running.mentees.map((mentee, other) => ({
      mentor: pseudonymOf(mentor),
      mentee: pseudonymOf(mentee),
      isWilling: willing(one, other),
      rank: null,
    })),
  )
  const [auditor, secondLead] = await change(async (tx) => {
    await insertWillingness(tx, place, said)
    return [await addStaff(tx, place, 'auditor'), await addStaff(tx, place, 'lead')] as const
  })
  const scopeOf = ({ personId }: Somebody): ActionScope => ({
    ...running.scope,
    actor: { kind: 'staff', id: personId },
    idempotencyKey: crypto.randomUUID(),
  })
  return { ...running, auditor, secondLead, change, scopeOf }
}
