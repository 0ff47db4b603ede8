/** The documents that a mentor brings into their sessions. */
import { loadReleased, type Released } from '../../interview/documents/released/load-released.ts'
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import { loadPartners } from '../publishing/partners.ts'

type Asked = Place & { readonly masterKey: Key; readonly mentorId: string }

/** Of the mentees who are the mentor's partners now, where the document is released. */
export const loadPromptSheets = async (
  tx: Transaction,
  { mentorId, ...asked }: Asked,
): Promise<readonly Released[]> => {
  const sheets: Released[] = []
  for (const { participantId } of await loadPartners(tx, asked, mentorId)) {
    const released = await loadReleased(tx, { ...asked, menteeId: participantId })
    if (released !== null) sheets.push(released)
  }
  return sheets
}
