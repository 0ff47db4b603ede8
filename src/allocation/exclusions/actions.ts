/** The lead takes a pair out of the draw, and lets it in again. Why is not stored. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { action, type Done } from '../../platform/action.ts'
import type { ExcludedPair } from '../store.ts'
import { type ExclusionProblem, mayExclude, mayInclude } from './exclusion-rules.ts'
import { deleteExcludedPair, insertExcludedPair } from './exclusion-store.ts'
import { loadExclusions } from './load-exclusions.ts'

export type Excluding = ExcludedPair & { readonly programmeId: string }

type Problem = ExclusionProblem | { readonly kind: 'programme.unknown' }

type Change = {
  readonly event: string
  readonly may: typeof mayExclude
  readonly save: typeof insertExcludedPair
}

const changing = ({ event, may, save }: Change) =>
  action(
    event,
    async (
      { tx, organisationId },
      { programmeId, ...pair }: Excluding,
    ): Promise<Result<Done<null>, Problem>> => {
      const exclusions = await loadExclusions(tx, { organisationId, programmeId })
      if (exclusions === null) return fail({ kind: 'programme.unknown' })
      const allowed = may(exclusions, pair)
      if (!allowed.ok) return allowed
      await save(tx, { organisationId, programmeId }, pair)
      return ok({ value: null, subject: programmeId, details: pair })
    },
  )

export const excludePair = changing({
  event: 'pair.excluded',
  may: mayExclude,
  save: insertExcludedPair,
})

export const includePair = changing({
  event: 'pair.included',
  may: mayInclude,
  save: deleteExcludedPair,
})
