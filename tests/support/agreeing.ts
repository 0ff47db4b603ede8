/** A pair that agrees to the ground rules, and a lead who changes them. */
import { ok } from '../../src/lib/result.ts'
import { read } from '../../src/platform/database.ts'
import { changeProtocol } from '../../src/protocol/changing/change-protocol.ts'
import { findProgramme } from '../../src/protocol/store.ts'
import type { DrawnPairs } from './drawn-pairs.ts'
import type { Somebody } from './hospital.ts'
import { succeeded } from './succeeded.ts'

/** The first of the pairs that there are now. */
export const theFirstPair = async ({
  pairs,
  mentors,
  mentees,
}: DrawnPairs): Promise<{ readonly mentor: Somebody; readonly mentee: Somebody }> => {
  const pair = (await pairs()).find(({ hasEnded }) => !hasEnded)
  const mentor = mentors.find(({ personId }) => personId === pair?.mentorId)
  const mentee = mentees.find(({ personId }) => personId === pair?.menteeId)
  if (mentor === undefined || mentee === undefined) throw new Error('There is no pair.')
  return { mentor, mentee }
}

export const changeRules = async (
  { scope, scopeOf, lead, programmeId }: DrawnPairs,
  groundRules: string[],
): Promise<void> => {
  const { database, organisationId } = scope
  const programme = await read(database, organisationId, (tx) =>
    findProgramme(tx, organisationId, programmeId),
  )
  succeeded(
    await changeProtocol(scopeOf(lead), {
      ...{ programmeId, from: programme?.sha256 ?? '' },
      change: (protocol) => ok({ ...protocol, groundRules }),
    }),
  )
}
