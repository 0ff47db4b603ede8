/** A mentee's own document, if the programme shows it to them by now and they have opened it. */
import { listPairs } from '../allocation/store.ts'
import { loadReleased, type Released } from '../interview/documents/released/load-released.ts'
import type { Place } from '../people/store.ts'
import type { Transaction } from '../platform/database.ts'
import type { Key } from '../platform/keys.ts'
import { type OpenProgramme, openProgramme } from '../protocol/open-programme.ts'
import { hasOpenedDocument } from './document-opening-store.ts'
import { listSessions } from './store.ts'

type Asked = Place & { readonly masterKey: Key; readonly menteeId: string }

export type Feedback = {
  readonly programme: OpenProgramme
  /** There is a document, and the programme shows it to them by now. */
  readonly isDue: boolean
  readonly hasOpened: boolean
  /** Null: not due, or not opened yet. */
  readonly shown: Released | null
}

/** Null: the organisation has no such programme. */
export const loadFeedback = async (tx: Transaction, asked: Asked): Promise<Feedback | null> => {
  const programme = await openProgramme(tx, asked)
  if (programme === null) return null
  const isShown =
    programme.protocol.rules.documentShown === 'on_release' || (await hasMet(tx, asked))
  const released = isShown ? await loadReleased(tx, asked) : null
  const hasOpened = await hasOpenedDocument(tx, asked)
  return { programme, isDue: released !== null, hasOpened, shown: hasOpened ? released : null }
}

/** A session of their pair is recorded. */
const hasMet = async (tx: Transaction, { menteeId, ...place }: Asked): Promise<boolean> => {
  const own = (await listPairs(tx, place)).filter((pair) => pair.menteeId === menteeId)
  const sessions = own.length === 0 ? [] : await listSessions(tx, place)
  return sessions.some(({ pairId }) => own.some((pair) => pair.pairId === pairId))
}
