/** How long the sessions took, in the bands in which they are shown. */
import { bandOf, type Band as SessionBand } from '../recording/bands.ts'
import type { StoredSession } from '../store.ts'
import { type Band, type BandSummary, summariseBands } from '../time-use/bands.ts'

const sessionBands = [
  { id: 'under_30', from: 0, to: 29 },
  { id: 'from_30', from: 30, to: 44 },
  { id: 'from_45', from: 45, to: 60 },
  { id: 'over_60', from: 61, to: null },
] as const satisfies readonly Band<SessionBand>[]

/** Of those that were timed. Null: they are of fewer pairs than the floor. */
export const lengthsOfSessions = (
  sessions: readonly StoredSession[],
  floor: number,
): BandSummary | null => {
  const timed = sessions.flatMap(({ pairId, durationMinutes }) =>
    durationMinutes === null ? [] : [{ pairId, band: bandOf(durationMinutes) }],
  )
  if (new Set(timed.map(({ pairId }) => pairId)).size < floor) return null
  return summariseBands(
    sessionBands,
    timed.map(({ band }) => band),
    floor,
  )
}
