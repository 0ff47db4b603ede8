/** Whom a link books for, and what can be booked. */
import { type Database, read } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import { readToken } from '../../platform/tokens.ts'
import { loadPairsOf, type OwnPairs } from '../own/load-own-pairs.ts'
import { findBookedFor } from './delegate-store.ts'
import { mayHaveDelegate } from './rules.ts'

export type Booking = {
  readonly organisationId: string
  /** Of the mentee. */
  readonly own: OwnPairs
}

type Where = { readonly database: Database; readonly masterKey: Key }

/** Null: nobody was given such a link, or it has ended, with the mentee's part or with the programme. */
export const loadBooking = async (
  { database, masterKey }: Where,
  token: string,
): Promise<Booking | null> => {
  const link = readToken(token)
  if (link === null) return null
  const { organisationId } = link
  return read(database, organisationId, async (tx) => {
    const bookedFor = await findBookedFor(tx, organisationId, link.hash)
    if (bookedFor === null) return null
    const { programmeId, menteeId } = bookedFor
    const asked = { organisationId, masterKey, programmeId, participantId: menteeId }
    const own = await loadPairsOf(tx, asked)
    return own === null || !mayHaveDelegate(own) ? null : { organisationId, own }
  })
}
