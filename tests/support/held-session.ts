/** That a pair met. */
import type { StoredSession } from '../../src/sessions/store.ts'

export const heldSession = (
  pairId: string,
  session: Partial<StoredSession> = {},
): StoredSession => ({
  ...{ sessionId: crypto.randomUUID(), pairId, durationMinutes: 45 },
  ...{ heldOn: '2026-11-20', mode: 'face_to_face', ...session },
})
