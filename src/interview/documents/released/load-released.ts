/** A released document with whose it is. */
import type { Place } from '../../../people/store.ts'
import type { Transaction } from '../../../platform/database.ts'
import type { Key } from '../../../platform/keys.ts'
import { type OpenProgramme, openProgramme } from '../../../protocol/open-programme.ts'
import { listMentees } from '../../store.ts'
import { findReleasedDocument, type ReleasedDocument } from './store.ts'

export type Released = {
  readonly programme: OpenProgramme
  readonly menteeId: string
  readonly menteeName: string
  readonly document: ReleasedDocument
}

type Asked = Place & { readonly masterKey: Key; readonly menteeId: string }

/** Null: no such mentee takes part, or nothing was released. */
export const loadReleased = async (
  tx: Transaction,
  { menteeId, ...asked }: Asked,
): Promise<Released | null> => {
  const programme = await openProgramme(tx, asked)
  if (programme === null) return null
  const mentee = (await listMentees(tx, programme)).find((one) => one.menteeId === menteeId)
  if (mentee === undefined) return null
  const document = await findReleasedDocument(tx, programme, menteeId)
  return document === null ? null : { programme, menteeId, menteeName: mentee.name, document }
}
