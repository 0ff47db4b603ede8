/** Who would be drawn after a departure. Which pairs have met is known to this room, so it stands here. */
import {
  afterDeparture,
  type Vacancies,
  vacanciesIn,
} from '../../allocation/departures/taking-part.ts'
import type { TakingPart } from '../../allocation/procedure/collect-inputs.ts'
import {
  type LoadedAllocation,
  loadAllocation,
} from '../../allocation/procedure/load-allocation.ts'
import { listLimits } from '../../allocation/store.ts'
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { type Key, respondentOf } from '../../platform/keys.ts'
import { listSessions } from '../store.ts'

export type LoadedDeparture = {
  readonly allocation: LoadedAllocation
  readonly vacancies: Vacancies
  /** Null: no mentee lacks a mentor. */
  readonly takingPart: TakingPart | null
}

/** Null: the organisation has no such programme. */
export const loadDeparture = async (
  tx: Transaction,
  asked: Place & { readonly masterKey: Key },
): Promise<LoadedDeparture | null> => {
  const allocation = await loadAllocation(tx, asked)
  if (allocation === null) return null
  const { programme, participants, pairs } = allocation
  const { rules } = programme.protocol
  const sessions = await listSessions(tx, asked)
  const limits = await listLimits(tx, asked)
  const offered = (id: string) => limits.get(respondentOf(programme.programmeKey, id)) ?? 1
  return {
    allocation,
    vacancies: vacanciesIn({ participants, pairs }),
    takingPart: afterDeparture({
      ...{ participants, pairs, rules },
      metPairIds: new Set(sessions.map(({ pairId }) => pairId)),
      seatsOf: (id) => Math.min(rules.menteesPerMentor ?? 1, offered(id)),
    }),
  }
}
