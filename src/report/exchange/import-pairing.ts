/** Takes over whom mentors would mentor, how the pairs came about, and their sessions. */
import { insertRecordedDraws } from '../../allocation/from-files/recorded-draw-store.ts'
import { insertPairs, insertWillingness } from '../../allocation/store.ts'
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { insertSessions } from '../../sessions/store.ts'
import type { Study, StudySession } from '../study.ts'
import type { Ids } from './import-study.ts'

type Source = { readonly study: Study; readonly ids: Ids }

export const insertPairing = async (
  tx: Transaction,
  place: Place,
  { study, ids }: Source,
): Promise<void> => {
  const willingness = study.willingness.map(({ mentor, mentee, isWilling }) => ({
    mentor: ids.respondent(mentor),
    mentee: ids.respondent(mentee),
    isWilling,
    rank: null,
  }))
  await insertWillingness(tx, place, willingness)
  const draws = study.allocation?.draws ?? []
  await insertRecordedDraws(
    tx,
    place,
    draws.map(({ publishedAt, ...draw }) => ({
      ...draw,
      publishedAt: publishedAt === null ? null : new Date(publishedAt),
    })),
  )
  const pairs = pairsOf(study.sessions)
  await insertPairs(tx, place, rowsOf(pairs, { study, ids }))
  // A study folder does not say when a pair met.
  const sessions = study.sessions.flatMap(({ pair, durationMinutes, mode }) => {
    const pairId = pairs.get(pair)?.pairId
    return pairId === undefined
      ? []
      : [{ sessionId: crypto.randomUUID(), pairId, durationMinutes, mode, heldOn: null }]
  })
  await insertSessions(tx, place, sessions)
}

type Pairs = ReadonlyMap<string, StudySession & { readonly pairId: string }>

/** A pair may have met several times: by its name, with a new id. */
const pairsOf = (sessions: readonly StudySession[]): Pairs =>
  new Map(
    sessions.map((session) => [session.pair, { ...session, pairId: crypto.randomUUID() }] as const),
  )

const rowsOf = (pairs: Pairs, { study, ids }: Source) => {
  const origins = new Map(study.allocation?.pairs.map((one) => [one.pair, one]))
  return [...pairs.values()].map(({ pair, pairId, mentor, mentee }) => ({
    ...{ pairId, label: pair },
    mentorId: ids.participant(mentor),
    menteeId: ids.participant(mentee),
    drawNumber: origins.get(pair)?.draw ?? null,
    hasEnded: origins.get(pair)?.hasEnded ?? false,
  }))
}
