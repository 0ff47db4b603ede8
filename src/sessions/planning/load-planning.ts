/** What one of a pair has to know to plan their session. */
import type { Transaction } from '../../platform/database.ts'
import { loadAgreement } from '../agreement/load-agreement.ts'
import type { AgreementStanding } from '../agreement/rules.ts'
import { type AskedOwn, loadPairsOf, type OwnPair, type OwnPairs } from '../own/load-own-pairs.ts'

export type LoadedPlanning = {
  readonly own: OwnPairs
  /** Both are asked to plan once they are asked to agree to the ground rules. */
  readonly standing: AgreementStanding
  /** Whoever has several partners chooses one first; null: none is chosen. */
  readonly chosen: OwnPair | null
  /** In the chosen pair both have agreed to the ground rules. */
  readonly haveBothAgreed: boolean
}

/** Null: the programme has no such mentor or mentee. @param partnerId empty: none is named */
export const loadPlanning = async (
  tx: Transaction,
  asked: AskedOwn,
  partnerId: string,
): Promise<LoadedPlanning | null> => {
  const own = await loadPairsOf(tx, asked)
  const agreement = await loadAgreement(tx, asked)
  if (own === null || agreement === null) return null
  const [only, ...others] = own.pairs
  const named = own.pairs.find(({ partner }) => partner.participantId === partnerId)
  const chosen = named ?? (others.length === 0 ? only : undefined) ?? null
  const agreed = agreement.pairs.find(({ pairId }) => pairId === chosen?.pair.pairId)
  const isSetUp = own.programme.state !== 'setting_up'
  return {
    ...{ own, chosen, standing: isSetUp ? agreement.standing : 'not_published' },
    haveBothAgreed: agreed?.own === 'agreed' && agreed.hasPartnerAgreed,
  }
}
