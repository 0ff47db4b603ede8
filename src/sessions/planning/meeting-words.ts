/** How, where and for how long a pair meets, in words. */
import { counted, insideSentence } from '../../protocol/wording/words.ts'
import type { SessionMode } from '../store.ts'
import type { Meeting } from './model.ts'

export const modeWords = {
  face_to_face: 'Face to face',
  online: 'Online',
} as const satisfies Record<SessionMode, string>

/** `45 minutes, face to face: Library`. */
export const meetingInWords = ({ minutes, mode, place }: Meeting): string => {
  const where = place === null ? '' : `: ${place}`
  return `${counted(minutes, 'minute')}, ${insideSentence(modeWords[mode])}${where}`
}
