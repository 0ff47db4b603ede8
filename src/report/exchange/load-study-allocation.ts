/** How the pairs came about, for a study: certificates word for word, and which draw made which pair. */
import { readCertificate } from '../../allocation/certificate/read-certificate.ts'
import { listDraws } from '../../allocation/procedure/draw-store.ts'
import type { AllocationDraw } from '../../allocation/procedure/model.ts'
import { listPairs } from '../../allocation/store.ts'
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { RecordedDraw, StudyAllocation, StudySession } from '../study.ts'

/**
 * Undefined: nothing is recorded about it. A draw that waits to be published is left out: whether anybody is ever told of
 * it, is not known.
 */
export const loadStudyAllocation = async (
  tx: Transaction,
  place: Place,
  sessions: readonly StudySession[],
): Promise<StudyAllocation | undefined> => {
  const shown = new Set(sessions.map(({ pair }) => pair))
  const pairs = (await listPairs(tx, place))
    .filter(
      ({ label, drawNumber, hasEnded }) => shown.has(label) && (hasEnded || drawNumber !== null),
    )
    .map(({ label, drawNumber, hasEnded }) => ({ pair: label, draw: drawNumber, hasEnded }))
  const draws = (await listDraws(tx, place)).flatMap(recordedDraw)
  return draws.length === 0 && pairs.length === 0 ? undefined : { draws, pairs }
}

const recordedDraw = ({
  number,
  state,
  certificate: text,
  publishedAt,
}: AllocationDraw): readonly RecordedDraw[] => {
  if (text === null || (state !== 'published' && state !== 'replaced')) return []
  const read = readCertificate(text)
  if (!read.ok) throw new Error(`The certificate of draw ${number}: ${read.problem.kind}`)
  const certificate = read.value
  return [{ state, publishedAt: publishedAt?.toISOString() ?? null, text, certificate }]
}
