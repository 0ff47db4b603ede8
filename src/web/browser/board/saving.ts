/**
 * Sends what has changed, soon after the last key, and tries again under the same id until it is heard. Nothing waits
 * for it: typing goes on, and is the next batch.
 */
import type { NoteNow } from '../../../interview/board/model.ts'
import { hasUnsaved, settle, takeBack, takeBatch } from './board-state.ts'
import { newId } from './new-id.ts'
import { type Board, putState } from './open-board.ts'

const pauseMilliseconds = 250
/** While somebody types without a pause, others still see it within a second. */
const longestMilliseconds = 500
const patienceMilliseconds = 10_000
const longestWaitMilliseconds = 8_000
/** Browsers take 64 KB; a sign may be four bytes. */
const mostKeptAlive = 15_000

export type Saving = {
  readonly board: Board
  readonly tell: (words: string) => void
  timer: number | undefined
  /** When the oldest unsaved key was pressed. */
  since: number | null
  isSending: boolean
  failures: number
  /** What the server says to the batch does not change until somebody changes something. */
  isRefused: boolean
}

const words = {
  saved: 'Saved',
  saving: 'Saving…',
  failed: 'Not saved – trying again',
  signedOut:
    'Not saved – you are signed out. Sign in again in another tab; this page keeps trying.',
  tooLong: 'Not saved – a point is too long. Split it or shorten it.',
  unknownCell: 'Not saved – a point is in a place that is no longer on the board. Reload the page.',
  notOpen: 'Not saved – the interview is not open any more. Copy what you want to keep.',
} as const

const refusals: Readonly<Record<string, string>> = {
  too_long: words.tooLong,
  not_found: words.unknownCell,
}

export const startSaving = (board: Board, tell: Saving['tell']): Saving => {
  const saving: Saving = {
    ...{ board, tell },
    ...{ timer: undefined, since: null, isSending: false, failures: 0, isRefused: false },
  }
  window.addEventListener('online', () => saveNow(saving))
  window.addEventListener('pagehide', () => sendOnTheWay(saving))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saveNow(saving)
  })
  window.addEventListener('beforeunload', (event) => {
    // What has not failed yet is sent on the way out.
    if ((saving.failures > 0 || saving.isRefused) && hasUnsaved(board.state)) event.preventDefault()
  })
  if (hasUnsaved(board.state)) saveNow(saving)
  return saving
}

export const saveNow = (saving: Saving): void => saveIn(saving, 0)

export const saveSoon = (saving: Saving): void => {
  saving.isRefused = false
  if (saving.failures > 0) return
  if (!hasUnsaved(saving.board.state)) {
    saving.since = null
    saving.tell(words.saved)
    return
  }
  saving.tell(words.saving)
  const now = Date.now()
  saving.since ??= now
  saveIn(saving, Math.max(0, Math.min(pauseMilliseconds, saving.since + longestMilliseconds - now)))
}

const saveIn = (saving: Saving, milliseconds: number): void => {
  window.clearTimeout(saving.timer)
  saving.timer = window.setTimeout(() => void save(saving), milliseconds)
}

const save = async (saving: Saving): Promise<void> => {
  const { board } = saving
  if (saving.isSending || saving.isRefused) return
  if (!hasUnsaved(board.state)) {
    rest(saving)
    return
  }
  saving.isSending = true
  saving.since = null
  putState(board, takeBatch(board.state, newId()), true)
  const said = await send(saving).catch(() => failed(saving))
  saving.isSending = false
  saving.tell(said)
  if (saving.failures > 0) saveIn(saving, waitAfter(saving.failures))
  else if (hasUnsaved(board.state)) saveSoon(saving)
}

/** What was changed has been changed back, here or elsewhere. */
const rest = (saving: Saving): void => {
  if (saving.since !== null || saving.failures > 0) saving.tell(words.saved)
  Object.assign(saving, { since: null, failures: 0 })
}

/** Longer from time to time, and not at the same moment on every screen. */
const waitAfter = (failures: number): number =>
  Math.min(longestWaitMilliseconds, 250 * 2 ** failures) * (0.75 + Math.random() / 2)

const failed = (saving: Saving, said: string = words.failed): string => {
  saving.failures += 1
  return said
}

const formOf = ({ board }: Saving): FormData => {
  const sent = new FormData()
  sent.set('idempotencyKey', newId())
  sent.set('changes', JSON.stringify([board.state.flight]))
  return sent
}

type Heard = { readonly state: string; readonly states?: readonly NoteNow[] }

/** Gives the words for the person; throws when the service is away. */
const send = async (saving: Saving): Promise<string> => {
  const { board } = saving
  const reply = await fetch(board.page.changesAddress, {
    method: 'POST',
    body: formOf(saving),
    redirect: 'manual',
    // Goes on when the page is left, where the browser takes it.
    keepalive: JSON.stringify(board.state.flight).length < mostKeptAlive,
    signal: AbortSignal.timeout(patienceMilliseconds),
  })
  if (reply.type === 'opaqueredirect') return failed(saving, words.signedOut)
  if (!reply.ok) return failed(saving)
  const heard: Heard = await reply.json()
  saving.failures = 0
  return hear(saving, heard)
}

const hear = (saving: Saving, { state, states = [] }: Heard): string => {
  const { board } = saving
  if (state === 'saved') {
    const settled = settle(board.state, states)
    putState(board, settled.board)
    if (settled.isInDoubt) for (const lookAgain of board.whenInDoubt) lookAgain()
    return hasUnsaved(board.state) ? words.saving : words.saved
  }
  saving.isRefused = true
  putState(board, takeBack(board.state))
  return refusals[state] ?? words.notOpen
}

const sendOnTheWay = (saving: Saving): void => {
  const { board } = saving
  if (!hasUnsaved(board.state) || saving.isRefused) return
  putState(board, takeBatch(board.state, newId()), true)
  navigator.sendBeacon(board.page.changesAddress, formOf(saving))
}
