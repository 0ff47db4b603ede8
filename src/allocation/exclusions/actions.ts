/** The lead takes a pair out of the draw, and lets it in again. Why is not stored. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { action, type Done } from '../../platform/action.ts'
import type { ExcludedPair } from '../store.ts'
import { type ExclusionProblem, mayExclude, mayInclude } from './exclusion-rules.ts'
import { deleteExcludedPair, insertExcludedPair } from './exclusion-store.ts'
import { loadExclusions } from './load-exclusions.ts'

export type Excluding = ExcludedPair & { readonly programmeId: string }

type Problem = ExclusionProblem | { readonly kind: 'programme.unknown' }

export const excludePair = action(
  'pair.excluded',
  async (
    { tx, organisationId },
    { programmeId, ...pair }: Excluding,
  ): Promise<Result<Done<null>, Problem>> => {
    const exclusions = await loadExclusions(tx, { organisationId, programmeId })
    if (exclusions === null) return fail({ kind: 'programme.unknown' })
    const allowed = mayExclude(exclusions, pair)
    if (!allowed.ok) return allowed
    await insertExcludedPair(tx, { organisationId, programmeId }, pair)
    return ok({ value: null, subject: programmeId, details: pair })
  },
)

export const includePair = action(
  'pair.included',
  async (
    { tx, organisationId },
    { programmeId, ...pair }: Excluding,
  ): Promise<Result<Done<null>, Problem>> => {
    const exclusions = await loadExclusions(tx, { organisationId, programmeId })
    if (exclusions === null) return fail({ kind: 'programme.unknown' })
    const allowed = mayInclude(exclusions, pair)
    if (!allowed.ok) return allowed
    await deleteExcludedPair(tx, { organisationId, programmeId }, pair)
    return ok({ value: null, subject: programmeId, details: pair })
  },
)
