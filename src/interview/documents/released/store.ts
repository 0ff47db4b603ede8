/** The document that is valid for a mentee, and how many there are. */
import type { Transaction } from '../../../platform/database.ts'
import { respondentOf } from '../../../platform/keys.ts'
import type { OpenProgramme } from '../../../protocol/open-programme.ts'
import { listMentees } from '../../store.ts'
import type { DocumentText } from '../model.ts'
import { findVersions, listVersionHeads } from '../signing/store.ts'

export type ReleasedDocument = {
  readonly version: number
  readonly sha256: string
  readonly text: DocumentText
  /** YYYY-MM-DD. */
  readonly releasedOn: string
}

/** Null: none was released. While a correction is signed off, the one before it. */
export const findReleasedDocument = async (
  tx: Transaction,
  programme: OpenProgramme,
  menteeId: string,
): Promise<ReleasedDocument | null> => {
  const mentee = respondentOf(programme.programmeKey, menteeId)
  const { released } = await findVersions(tx, programme, mentee)
  if (released === null || released.releasedOn === null) return null
  const { version, sha256, text, releasedOn } = released
  return { version, sha256, text, releasedOn }
}

export type ReleasedOf = { readonly released: number; readonly of: number }

/** Of the mentees who take part, for how many a document was released. */
export const countReleased = async (
  tx: Transaction,
  programme: OpenProgramme,
): Promise<ReleasedOf> => {
  const mentees = await listMentees(tx, programme)
  const released = new Set(
    (await listVersionHeads(tx, programme))
      .filter(({ state }) => state === 'released')
      .map(({ mentee }) => mentee),
  )
  return {
    released: mentees.filter(({ mentee }) => released.has(mentee)).length,
    of: mentees.length,
  }
}
