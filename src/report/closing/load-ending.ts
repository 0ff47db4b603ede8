/** Where the end of a programme stands, out of the database. */
import { findConsentText } from '../../people/consent/store.ts'
import { listParticipants, type Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { findProgramme, type ProgrammeWithProtocol } from '../../protocol/store.ts'
import { loadWaves } from '../../sessions/follow-ups/load-waves.ts'
import { findLetterDay } from './letter-store.ts'
import type { Ending } from './rules.ts'

export type LoadedEnding = {
  readonly programme: ProgrammeWithProtocol
  readonly ending: Ending
  /** Those who took part to the end: whom the letter reaches by email, and whom it does not. */
  readonly withAddress: number
  readonly withoutAddress: number
  /** Titles of follow-ups that have not opened. */
  readonly wavesToCome: readonly string[]
}

/** Null: the organisation has no such programme. */
export const loadEnding = async (tx: Transaction, place: Place): Promise<LoadedEnding | null> => {
  const programme = await findProgramme(tx, place.organisationId, place.programmeId)
  if (programme === null) return null
  const people = (await listParticipants(tx, place)).filter(({ state }) => state === 'agreed')
  const waves = await loadWaves(tx, { ...place, protocol: programme.protocol })
  const withAddress = people.filter(({ email }) => email !== null).length
  return {
    programme,
    ending: {
      state: programme.state,
      letterSentOn: await findLetterDay(tx, place),
      // Opening a programme keeps the information sheet that people agree to; an import brings none.
      wasOpenHere: (await findConsentText(tx, place)) !== null,
    },
    withAddress,
    withoutAddress: people.length - withAddress,
    wavesToCome: waves.filter(({ opening }) => opening.kind !== 'opened').map(({ title }) => title),
  }
}
