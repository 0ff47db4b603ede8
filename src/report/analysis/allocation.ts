import type { AllocationSummary } from '../analysis.ts'
import type { Study } from '../study.ts'

/**
 * The allocation: how did the pairs come about?
 *
 * @param study  the certificates of its draws
 * @returns      each draw whose pairs were told to people, and each that another one replaced before that, in order; null
 *               where nothing is recorded
 * Missing: a draw that waits to be published is not in a study. How many pairings were possible is not here: the report
 * names it only where it gives nobody away (`nameableCount`).
 * Ties: none.   Method: as the certificates say.
 * @example summariseAllocation(example) // null
 */
export const summariseAllocation = ({ allocation }: Study): AllocationSummary | null =>
  allocation === undefined || allocation.draws.length === 0
    ? null
    : {
        draws: allocation.draws.map(({ state, certificate }) => ({
          ...{ number: certificate.number, kind: certificate.kind, mode: certificate.mode, state },
          method: certificate.mode === 'random' ? certificate.method : null,
          pairs: certificate.pairs,
        })),
      }
