/** A recording that is no longer needed: from then on the clock destroys it. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { updateRecording } from './recording-store.ts'

type Later = { readonly recordingId: string; readonly when: Date }

export const destroyLater = (
  tx: Transaction,
  place: Place,
  { recordingId, when }: Later,
): Promise<void> => updateRecording(tx, place, { recordingId, destroyAfter: when })
