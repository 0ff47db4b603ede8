/** When one of a pair may end it. Why is not asked: there is nothing to give a reason in. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { ProgrammeState } from '../../protocol/store.ts'
import type { OwnPair } from '../own/load-own-pairs.ts'

export type ExitProblem = {
  readonly kind:
    | 'exit.programme_not_open'
    | 'exit.no_such_pair'
    | 'exit.no_pair_chosen'
    | 'exit.not_ticked'
}

export type GivenExit = {
  /** Empty: none is chosen. */
  readonly partnerId: string
  readonly isTicked: boolean
}

type Facts = {
  readonly programme: { readonly state: ProgrammeState }
  readonly pairs: readonly OwnPair[]
}

/** @returns the pair that ends */
export const decideExit = (
  { programme, pairs }: Facts,
  { partnerId, isTicked }: GivenExit,
): Result<OwnPair, ExitProblem> => {
  if (programme.state !== 'open') return fail({ kind: 'exit.programme_not_open' })
  if (partnerId === '' && pairs.length > 0) return fail({ kind: 'exit.no_pair_chosen' })
  const own = pairs.find(({ partner }) => partner.participantId === partnerId)
  if (own === undefined) return fail({ kind: 'exit.no_such_pair' })
  return isTicked ? ok(own) : fail({ kind: 'exit.not_ticked' })
}
