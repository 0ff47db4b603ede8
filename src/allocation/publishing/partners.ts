/** The pairs that somebody is in, for their own eyes. */
import { listParticipants, type Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { listPairs } from '../store.ts'
import { partnersOf } from './publishing-rules.ts'

export type Partner = { readonly participantId: string; readonly name: string }

export type OwnPairs = {
  /** Pairs have been published in this programme, or came with it. */
  readonly isPublished: boolean
  /** Of now, by name. */
  readonly partners: readonly Partner[]
  /** A pair that they were in has ended. */
  readonly hadOthers: boolean
}

export const loadOwnPairs = async (
  tx: Transaction,
  place: Place,
  participantId: string,
): Promise<OwnPairs> => {
  const pairs = await listPairs(tx, place)
  const current = partnersOf(
    participantId,
    pairs.filter(({ hasEnded }) => !hasEnded),
  )
  const people = current.length === 0 ? [] : await listParticipants(tx, place)
  return {
    isPublished: pairs.length > 0,
    partners: people
      .filter((one) => current.includes(one.participantId))
      .map((one) => ({ participantId: one.participantId, name: one.name })),
    hadOthers: partnersOf(participantId, pairs).length > current.length,
  }
}

/** Those of now; whoever has none, or is not told yet, has none here. */
export const loadPartners = async (
  tx: Transaction,
  place: Place,
  participantId: string,
): Promise<readonly Partner[]> => (await loadOwnPairs(tx, place, participantId)).partners
