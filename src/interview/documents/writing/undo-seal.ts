/**
 * The last change of a document, as a text for an address: sealed, so that neither the history of a browser nor a log
 * holds words of a document.
 */
import { type Key, seal, unseal } from '../../../platform/keys.ts'
import { type PointChange, readChange, writeChange } from './model.ts'

const contextOf = (menteeId: string): string => `document_undo/${menteeId}`

export const sealChange = (key: Key, menteeId: string, change: PointChange): string =>
  seal(key, writeChange(change), contextOf(menteeId)).toString('base64url')

/** Null: it was not made here for this document. */
export const unsealChange = (key: Key, menteeId: string, sealed: string): PointChange | null => {
  try {
    return readChange(
      unseal(key, Buffer.from(sealed, 'base64url'), contextOf(menteeId)).toString('utf8'),
    )
  } catch {
    return null
  }
}
