/** What somebody has to know to agree to the ground rules, and how far their pairs are. */
import { loadOwnPairs } from '../../allocation/publishing/partners.ts'
import { listPairs } from '../../allocation/store.ts'
import type { Participant } from '../../people/model.ts'
import { findParticipant } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import { listAgreements } from './agreement-store.ts'
import type { PairAgreement } from './model.ts'
import {
  type AgreementCount,
  type AgreementStanding,
  agreementStanding,
  countAgreed,
  pairAgreements,
  rulesHashOf,
} from './rules.ts'

export type LoadedAgreement = {
  readonly programme: OpenProgramme
  readonly participant: Participant
  readonly standing: AgreementStanding
  /** Those of now. */
  readonly pairs: readonly PairAgreement[]
  readonly rulesSha256: string
}

type Asked = {
  readonly organisationId: string
  readonly programmeId: string
  readonly participantId: string
  readonly masterKey: Key
}

/** Null: the programme has no such mentor or mentee. */
export const loadAgreement = async (
  tx: Transaction,
  { participantId, ...asked }: Asked,
): Promise<LoadedAgreement | null> => {
  const programme = await openProgramme(tx, asked)
  const participant = await findParticipant(tx, asked.organisationId, participantId)
  if (programme === null || participant?.programmeId !== asked.programmeId) return null
  const own = await loadOwnPairs(tx, asked, participantId)
  const rulesSha256 = rulesHashOf(programme.protocol)
  const standing = agreementStanding({
    ...{ participant: participant.state, programme: programme.state },
    own,
  })
  const pairs = pairAgreements({
    ...{ participantId, rulesSha256, partners: own.partners },
    pairs: await listPairs(tx, asked),
    agreements: await listAgreements(tx, asked),
  })
  return { programme, participant, standing, pairs, rulesSha256 }
}

/** For whoever leads the programme, in numbers. Null: nobody is asked now. */
export const loadAgreementCount = async (
  tx: Transaction,
  programme: OpenProgramme,
): Promise<AgreementCount | null> => {
  if (programme.state !== 'open') return null
  const agreements = await listAgreements(tx, programme)
  const hash = rulesHashOf(programme.protocol)
  const count = countAgreed(await listPairs(tx, programme), agreements, hash)
  return count.pairs === 0 ? null : count
}
