/** Which passage plays, and which comes before and after it. */

/** @param starts in seconds, in the order of the passages; null: not known */
export const playingAt = (starts: readonly (number | null)[], seconds: number): number | null => {
  const place = starts.findLastIndex((start) => start !== null && start <= seconds)
  return place < 0 ? null : place
}

/** Shortly after a passage began, the one before it is meant and not the same one again. */
const shortly = 1.5

export const startBefore = (starts: readonly (number | null)[], seconds: number): number =>
  starts.findLast((start): start is number => start !== null && start < seconds - shortly) ?? 0

/** Null: there is none. */
export const startAfter = (starts: readonly (number | null)[], seconds: number): number | null =>
  starts.find((start): start is number => start !== null && start > seconds) ?? null

const rates = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const

export const rateBeside = (rate: number, way: 'slower' | 'faster'): number =>
  (way === 'faster' ? rates.find((one) => one > rate) : rates.findLast((one) => one < rate)) ?? rate
