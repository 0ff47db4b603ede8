/** Which pairs end in the minute in which another draw is published. */
import type { People } from '../procedure/model.ts'
import type { StoredPair } from '../store.ts'

/** The pairs of two people who are both drawn again; whoever keeps a partner was drawn without that partner. */
export const pairsEndedBy = (
  people: People,
  current: readonly StoredPair[],
): readonly StoredPair[] => {
  const [mentors, mentees] = [new Set(people.mentors), new Set(people.mentees)]
  return current.filter(
    ({ hasEnded, mentorId, menteeId }) =>
      !hasEnded && mentors.has(mentorId) && mentees.has(menteeId),
  )
}
