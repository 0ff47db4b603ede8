/** What a file is, told from its first bytes: its name may say anything. */
import type { SoundType } from '../model.ts'
import { frameAt } from './mp3-frames.ts'
import { type Sound, take } from './sound.ts'

const text = (head: Buffer, start: number, end: number): string =>
  head.toString('latin1', start, end)

/** Null: no sound that we know. */
export const soundTypeOf = async (sound: Sound): Promise<SoundType | null> => {
  const head = await take(sound, 0, 64)
  if (text(head, 0, 4) === 'RIFF' && text(head, 8, 12) === 'WAVE') return 'wav'
  if (text(head, 0, 4) === 'OggS') return 'ogg'
  if (text(head, 0, 4) === '\x1aE\xdf\xa3') return head.includes('webm') ? 'webm' : null
  if (text(head, 4, 8) === 'ftyp') return 'm4a'
  return text(head, 0, 3) === 'ID3' || frameAt(head, 0) !== null ? 'mp3' : null
}
