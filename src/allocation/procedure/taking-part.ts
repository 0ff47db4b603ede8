/** Who is drawn: for the first time, and again. */
import type { Participant } from '../../people/model.ts'
import { pairsEndedBy } from '../departures/pairs-ended-by.ts'
import type { StoredPair } from '../store.ts'
import type { TakingPart } from './collect-inputs.ts'
import type { People } from './model.ts'

/** All who have agreed to take part. */
export const everybody = (participants: readonly Participant[]): TakingPart => {
  const agreed = participants.filter(({ state }) => state === 'agreed')
  const idsOf = (role: Participant['role']): readonly string[] =>
    agreed.filter((one) => one.role === role).map(({ participantId }) => participantId)
  return { mentors: idsOf('mentor'), mentees: idsOf('mentee'), taken: new Map() }
}

/** Those of an earlier draw who are still there, with the partners whom they keep whatever is drawn. */
export const thoseWhoStay = (
  participants: readonly Participant[],
  pairs: readonly StoredPair[],
  people: People,
): TakingPart => {
  const inDraw = new Set([...people.mentors, ...people.mentees])
  const { mentors, mentees } = everybody(participants)
  const ended = pairsEndedBy(people, pairs)
  const kept = pairs.filter((pair) => !pair.hasEnded && !ended.includes(pair))
  const taken = Map.groupBy(
    kept.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]),
    (id) => id,
  )
  return {
    mentors: mentors.filter((id) => inDraw.has(id)),
    mentees: mentees.filter((id) => inDraw.has(id)),
    taken: new Map([...taken].map(([id, times]) => [id, times.length])),
  }
}
