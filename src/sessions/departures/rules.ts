/** When a draw can be begun because somebody has left or a pair has ended. */
import type { TakingPart } from '../../allocation/procedure/collect-inputs.ts'
import { factsOf, type Hindrance, hindranceOf } from '../../allocation/procedure/rules.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { LoadedDeparture } from './load-departure.ts'

export type DepartureProblem =
  | Hindrance
  | {
      readonly kind:
        | 'departure.nothing_published'
        | 'departure.draw_under_way'
        | 'departure.nobody_lacks_a_mentor'
        | 'departure.nobody_is_free'
    }

/** @returns who is drawn */
export const mayDrawAfterDeparture = ({
  allocation,
  takingPart,
}: LoadedDeparture): Result<TakingPart, DepartureProblem> => {
  const facts = factsOf(allocation)
  const hindrance = hindranceOf(facts)
  if (hindrance !== null) return fail(hindrance)
  const isPublished = facts.draws.some(({ state }) => state === 'published')
  if (!isPublished) return fail({ kind: 'departure.nothing_published' })
  if (facts.current?.state !== 'published') return fail({ kind: 'departure.draw_under_way' })
  if (takingPart === null) return fail({ kind: 'departure.nobody_lacks_a_mentor' })
  return takingPart.mentors.length === 0
    ? fail({ kind: 'departure.nobody_is_free' })
    : ok(takingPart)
}
