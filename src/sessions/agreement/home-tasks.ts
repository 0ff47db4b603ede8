/** Agreeing to the ground rules, among what waits for a mentor or a mentee. */
import type { Transaction } from '../../platform/database.ts'
import type { HomeTask } from '../own/home-task.ts'
import type { OwnPairs } from '../own/load-own-pairs.ts'
import { mayPlanMore } from '../planning/rules.ts'
import { listAgreements } from './agreement-store.ts'
import type { PairAgreement } from './model.ts'
import { pairAgreements, rulesHashOf } from './rules.ts'

export const agreementTasks = async (
  tx: Transaction,
  { programme, participant, pairs }: OwnPairs,
): Promise<readonly HomeTask[]> => {
  if (pairs.length === 0) return []
  const { protocol } = programme
  const own = pairAgreements({
    participantId: participant.participantId,
    partners: pairs.map(({ partner }) => partner),
    pairs: pairs.map(({ pair }) => pair),
    agreements: await listAgreements(tx, programme),
    rulesSha256: rulesHashOf(protocol),
  }).map(({ own }) => own)
  const isAgreed = own.every((one) => one === 'agreed')
  const areToMeet = pairs.some(({ sessions }) => mayPlanMore({ protocol, held: sessions.length }))
  return [
    {
      ...{ label: 'Agree to the ground rules', path: '/agreement', hint: hintFor(own, isAgreed) },
      status: isAgreed ? 'completed' : whileNot(areToMeet),
    },
  ]
}

/** Once all sessions are over it is too late to be asked for. */
const whileNot = (areToMeet: boolean): HomeTask['status'] => (areToMeet ? 'incomplete' : 'optional')

const hintFor = (own: readonly PairAgreement['own'][], isAgreed: boolean): string => {
  if (isAgreed) return 'You have agreed. See whether your partner has'
  return own.includes('others')
    ? 'They have been changed since you agreed: read them again'
    : 'Both of you agree before you meet'
}
