/**
 * Takes out of a file everything but the sound: who recorded it, with what, where and when. Nothing is decoded, so
 * that the sound stays as it is and nothing can unfold into more than came.
 */
import { fail, ok, type Result } from '../../../lib/result.ts'
import type { SoundProblem, SoundType } from '../model.ts'
import type { Sink } from '../write-recording.ts'
import { cleanMp3 } from './mp3.ts'
import { cleanPackets } from './packets.ts'
import { type CleanedResult, cutOff, damaged, type Sound } from './sound.ts'
import { soundTypeOf } from './sound-type.ts'
import { cleanWav } from './wav.ts'
import { isWholeMp4, isWholeOgg, isWholeWebm } from './whole-file.ts'

export type CleanedFile = { readonly type: SoundType; readonly seconds: number }

type Asked = {
  /** A browser that was recording may have ended in the middle: then what there is counts. */
  readonly mayBeCutOff: boolean
}

export const clean = async (
  sound: Sound,
  sink: Sink,
  { mayBeCutOff }: Asked,
): Promise<Result<CleanedFile, SoundProblem>> => {
  const type = await soundTypeOf(sound)
  if (type === null) return fail({ kind: 'sound.no_recording' })
  if (!mayBeCutOff && !(await isWhole(sound, type))) return cutOff
  const cleaned = await cleanAs(sound, sink, type)
  return cleaned.ok ? ok({ type, ...cleaned.value }) : cleaned
}

/** Of WAV and MP3 it is found while they are read. */
const isWhole = (sound: Sound, type: SoundType): Promise<boolean> | boolean => {
  switch (type) {
    case 'm4a':
      return isWholeMp4(sound)
    case 'ogg':
      return isWholeOgg(sound)
    case 'webm':
      return isWholeWebm(sound)
    case 'wav':
    case 'mp3':
      return true
  }
}

const cleanAs = (sound: Sound, sink: Sink, type: SoundType): Promise<CleanedResult> => {
  switch (type) {
    case 'wav':
      return cleanWav(sound, sink)
    case 'mp3':
      return cleanMp3(sound, sink)
    case 'm4a':
    case 'ogg':
    case 'webm':
      return cleanMedia(sound, sink, type)
  }
}

/** The library throws where it cannot read a file; an outage of ours is no fault of the file. */
const cleanMedia = async (
  sound: Sound,
  sink: Sink,
  type: Extract<SoundType, 'm4a' | 'ogg' | 'webm'>,
): Promise<CleanedResult> => {
  const outages: unknown[] = []
  const noted = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      outages.push(error)
      throw error
    })
  const read: Sound['read'] = (range) => noted(sound.read(range))
  const write: Sink['write'] = (position, data) => noted(sink.write(position, data))
  try {
    return await cleanPackets({ ...sound, read }, { ...sink, write }, type)
  } catch {
    if (outages.length > 0) throw outages[0]
    return damaged
  }
}
