/** A file of sound as the rules about its content see it: bytes that can be read anywhere. */
import { type Failed, fail, ok, type Result } from '../../../lib/result.ts'
import type { SoundProblem } from '../model.ts'
import type { RangedReader } from '../read-recording.ts'

export type Sound = Pick<RangedReader, 'bytes' | 'read'>

export type Cleaned = { readonly seconds: number }
export type CleanedResult = Result<Cleaned, SoundProblem>

/** What is there of a stretch: less than asked for at the end of the file. */
export const take = async (sound: Sound, start: number, length: number): Promise<Buffer> => {
  const end = Math.min(sound.bytes, start + length)
  if (start >= end) return Buffer.alloc(0)
  const { buffer, byteOffset, byteLength } = await sound.read({ start, end })
  return Buffer.from(buffer, byteOffset, byteLength)
}

export const cutOff: Failed<SoundProblem> = fail({ kind: 'sound.cut_off' })
export const damaged: Failed<SoundProblem> = fail({ kind: 'sound.damaged' })

/** No sound is no recording. */
export const lasting = (seconds: number): CleanedResult =>
  seconds > 0 ? ok({ seconds }) : fail({ kind: 'sound.empty' })
