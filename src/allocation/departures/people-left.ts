/** Whether a draw can still be made, or published, as it was begun: only while all who are in it take part. */
import type { Participant } from '../../people/model.ts'
import type { People } from '../procedure/model.ts'

/**
 * @param people null: who was in the draw is forgotten, because somebody left and asked for that
 * @returns      whether somebody who is in the draw no longer takes part
 */
export const hasLeft = (
  people: People | null,
  participants: readonly Pick<Participant, 'participantId' | 'state'>[],
): boolean => {
  if (people === null) return true
  const here = new Set(
    participants
      .filter(({ state }) => state === 'agreed')
      .map(({ participantId }) => participantId),
  )
  return [...people.mentors, ...people.mentees].some((id) => id === null || !here.has(id))
}
