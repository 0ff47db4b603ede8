/** The documents that a mentor brings into their sessions. */
import { loadReleased, type Released } from '../../interview/documents/released/load-released.ts'
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import { listPairs } from '../store.ts'

type Asked = Place & { readonly masterKey: Key; readonly mentorId: string }

/** Of the mentees whom the mentor was allocated, where the document is released. */
export const loadPromptSheets = async (
  tx: Transaction,
  { mentorId, ...asked }: Asked,
): Promise<readonly Released[]> => {
  const own = (await listPairs(tx, asked)).filter((pair) => pair.mentorId === mentorId)
  const sheets: Released[] = []
  for (const { menteeId } of own) {
    const released = await loadReleased(tx, { ...asked, menteeId })
    if (released !== null) sheets.push(released)
  }
  return sheets
}
