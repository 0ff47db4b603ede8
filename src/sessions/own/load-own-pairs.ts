/** The pairs that somebody is in now, with what they planned and recorded: what every page of this room begins with. */
import { listPairs, type StoredPair } from '../../allocation/store.ts'
import type { Participant } from '../../people/model.ts'
import { listParticipants } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import type { Plan } from '../planning/model.ts'
import { listPlans } from '../planning/plan-store.ts'
import { listSessions, type StoredSession } from '../store.ts'

export type OwnPair = {
  readonly pair: StoredPair
  readonly partner: Participant
  /** The one that is proposed or planned; null: there is none. */
  readonly plan: Plan | null
  /** Those that were cancelled or held. */
  readonly earlierPlans: readonly Plan[]
  /** Sessions that were recorded, by day. */
  readonly sessions: readonly StoredSession[]
}

export type OwnPairs = {
  readonly programme: OpenProgramme
  readonly participant: Participant
  /** Of now, by the partner's name. */
  readonly pairs: readonly OwnPair[]
}

export type AskedOwn = {
  readonly organisationId: string
  readonly programmeId: string
  readonly participantId: string
  readonly masterKey: Key
}

/** Null: the programme has no such mentor or mentee. Whoever does not take part has no pairs. */
export const loadPairsOf = async (
  tx: Transaction,
  { participantId, ...asked }: AskedOwn,
): Promise<OwnPairs | null> => {
  const programme = await openProgramme(tx, asked)
  if (programme === null) return null
  const people = await listParticipants(tx, asked)
  const participant = people.find((one) => one.participantId === participantId)
  if (participant === undefined) return null
  const own = (await listPairs(tx, asked)).filter(
    ({ hasEnded, mentorId, menteeId }) => !hasEnded && [mentorId, menteeId].includes(participantId),
  )
  if (own.length === 0 || participant.state !== 'agreed') {
    return { programme, participant, pairs: [] }
  }
  const plans = await listPlans(tx, programme)
  const sessions = await listSessions(tx, asked)
  const pairs = own.flatMap((pair): readonly OwnPair[] => {
    const partnerId = pair.mentorId === participantId ? pair.menteeId : pair.mentorId
    const partner = people.find((one) => one.participantId === partnerId)
    return partner === undefined ? [] : [ownPair({ pair, partner }, plans, sessions)]
  })
  const byName = (one: OwnPair, other: OwnPair) => (one.partner.name < other.partner.name ? -1 : 1)
  return { programme, participant, pairs: pairs.toSorted(byName) }
}

const isUnderWay = ({ state }: Plan): boolean => state === 'proposed' || state === 'planned'

const ownPair = (
  who: Pick<OwnPair, 'pair' | 'partner'>,
  plans: readonly Plan[],
  sessions: readonly StoredSession[],
): OwnPair => {
  const { pairId } = who.pair
  const own = plans.filter((plan) => plan.pairId === pairId)
  return {
    ...who,
    plan: own.find(isUnderWay) ?? null,
    earlierPlans: own.filter((plan) => !isUnderWay(plan)),
    sessions: sessions
      .filter((session) => session.pairId === pairId)
      .toSorted((one, other) => ((one.heldOn ?? '') < (other.heldOn ?? '') ? -1 : 1)),
  }
}
