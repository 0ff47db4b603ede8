/** The sessions of a mentee as whoever books for them sees them: without the partner. */
import type { Protocol } from '../../protocol/model.ts'
import type { OwnPair, OwnPairs } from '../own/load-own-pairs.ts'
import type { Plan } from '../planning/model.ts'
import { type SessionStand, sessionStand } from '../planning/session-stand.ts'

export type BookedSession = {
  /** By which the forms know it. */
  readonly pairId: string
  /** `Session 2` where there are several. */
  readonly title: string
  readonly plan: Plan | null
  readonly stand: SessionStand
}

/** What the pages get. */
export type Booked = {
  readonly mentee: string
  readonly protocol: Protocol
  readonly sessions: readonly BookedSession[]
}

/** In the order of the pairs' ids, which are chance: not in that of names. */
export const bookedOf = ({ programme, participant, pairs }: OwnPairs, now: Date): Booked => {
  const { protocol } = programme
  const session = (own: OwnPair, place: number): BookedSession => ({
    pairId: own.pair.pairId,
    title: pairs.length === 1 ? 'The session' : `Session ${place + 1}`,
    plan: own.plan,
    stand: sessionStand({ ...own, protocol, now, held: own.sessions.length, role: 'mentee' }),
  })
  const byId = (one: OwnPair, other: OwnPair) => (one.pair.pairId < other.pair.pairId ? -1 : 1)
  return {
    ...{ mentee: participant.name, protocol },
    sessions: pairs.toSorted(byId).map(session),
  }
}
