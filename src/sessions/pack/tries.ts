/**
 * How often the passphrase of a pack may be tried: ten times within an hour. Counted in this process alone, when the
 * attempt begins, so that many at once are many; the right one ends the count. Behind it stands what an attempt costs.
 */
import type { PackOwner } from './pack-store.ts'

export const mostTries = 10
const hour = 3_600_000

/** When they were made; those of the last hour. */
export const recentTries = (tries: readonly Date[], now: Date): readonly Date[] =>
  tries.filter((time) => now.getTime() - time.getTime() < hour)

const triesOf = new Map<string, readonly Date[]>()

const idOf = ({ programmeId, participantId }: PackOwner): string =>
  `${programmeId} ${participantId}`

/** @returns whether it may be tried once more; then it counts */
export const takeTry = (owner: PackOwner, now: Date): boolean => {
  const recent = recentTries(triesOf.get(idOf(owner)) ?? [], now)
  if (recent.length >= mostTries) return false
  triesOf.set(idOf(owner), [...recent, now])
  return true
}

export const forgetTries = (owner: PackOwner): void => {
  triesOf.delete(idOf(owner))
}
