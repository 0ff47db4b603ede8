/** An MP3 file: its frames of sound are copied, with a first frame of our own; tags and whatever else is left out. */
import { fail, ok, type Result } from '../../../lib/result.ts'
import type { SoundProblem } from '../model.ts'
import type { Sink } from '../write-recording.ts'
import { areAlike, declaredIn, emptyFirstFrame, type Frame, fillIn, frameAt } from './mp3-frames.ts'
import { type CleanedResult, cutOff, lasting, type Sound, take } from './sound.ts'

/** Longer than any frame, with the header of the next. */
const longestFrame = 4_096
/** So much shorter than a piece that most of it need not be put together from two. */
const windowBytes = 131_072

/** Where the sound begins, behind the tags at the beginning. */
const startOf = async (sound: Sound): Promise<number> => {
  let position = 0
  for (;;) {
    const head = await take(sound, position, 10)
    if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') return position
    const [a = 0, b = 0, c = 0, d = 0] = head.subarray(6, 10)
    const footer = ((head[5] ?? 0) & 0x10) === 0 ? 0 : 10
    position += 10 + footer + ((a << 21) | (b << 14) | (c << 7) | d)
  }
}

type Walk = {
  readonly frames: number
  readonly isCut: boolean
  /** Stretches of whole frames. */
  readonly runs: readonly (readonly [start: number, end: number])[]
  /** Where to go on, and whether a frame has just ended there. */
  readonly next: number
  readonly isInLine: boolean
}

type Looking = {
  readonly like: Frame
  /** Frames that begin before this are looked for. */
  readonly limit: number
  readonly isInLine: boolean
}

/** Behind another frame a header is enough; elsewhere, as in a picture, it may be chance, unless another frame follows. */
const frameHere = (
  window: Buffer,
  at: number,
  { like, isInLine }: Pick<Looking, 'like' | 'isInLine'>,
): Frame | null => {
  const frame = frameAt(window, at)
  if (frame === null || !areAlike(frame, like)) return null
  const next = isInLine ? frame : frameAt(window, at + frame.bytes)
  return next !== null && areAlike(next, like) ? frame : null
}

/** The frames that begin in a window; what is no frame is passed over. */
const walk = (window: Buffer, { like, limit, ...from }: Looking): Walk => {
  let [at, frames, isInLine] = [0, 0, from.isInLine]
  const runs: [number, number][] = []
  while (at < limit) {
    const frame = frameHere(window, at, { like, isInLine })
    if (frame === null) {
      at += 1
      isInLine = false
      continue
    }
    const end = at + frame.bytes
    if (end > window.length) return { frames, isCut: true, runs, next: at, isInLine }
    const run = runs.at(-1)
    if (run !== undefined && run[1] === at) run[1] = end
    else runs.push([at, end])
    frames += 1
    at = end
    isInLine = true
  }
  return { frames, isCut: false, runs, next: at, isInLine }
}

type First = { readonly frame: Frame; readonly sound: number; readonly own: Buffer }

/** The first frame with another like it behind it. */
const firstIn = (head: Buffer): { readonly at: number; readonly frame: Frame } | null => {
  for (let at = 0; at < head.length; at += 1) {
    const frame = frameAt(head, at)
    if (frame !== null && frameHere(head, at, { like: frame, isInLine: false }) !== null)
      return { at, frame }
  }
  return null
}

/** The first frame, and where the sound begins: behind it when it only tells the length. */
const findFirst = async (sound: Sound): Promise<Result<First, SoundProblem>> => {
  const start = await startOf(sound)
  const head = await take(sound, start, 16 * longestFrame)
  const found = firstIn(head)
  if (found === null) return start > sound.bytes ? cutOff : fail({ kind: 'sound.no_recording' })
  const { at, frame } = found
  const declared = declaredIn(head, at, frame)
  if (start + at + (declared?.bytes ?? 0) > sound.bytes) return cutOff
  const own = emptyFirstFrame(head.subarray(at), frame)
  return ok({ frame, own, sound: start + at + (declared === null ? 0 : frame.bytes) })
}

/** How far the bytes are after how many frames. */
type Mark = readonly [frames: number, bytes: number]

/** Between two marks as if the bytes went on evenly. */
const hundredthsOf = (marks: readonly Mark[]): readonly number[] => {
  const frames = marks.at(-1)?.[0] ?? 0
  return Array.from({ length: 100 }, (_, hundredth) => {
    const due = (frames * hundredth) / 100
    const after = Math.max(
      1,
      marks.findIndex(([reached]) => reached > due),
    )
    const [[from, start], [to, end]] = [marks[after - 1] ?? [0, 0], marks[after] ?? [1, 0]]
    return start + ((due - from) / (to - from)) * (end - start)
  })
}

export const cleanMp3 = async (sound: Sound, sink: Sink): Promise<CleanedResult> => {
  const first = await findFirst(sound)
  if (!first.ok) return first
  const { frame, own } = first.value
  let [position, end, frames, isInLine] = [first.value.sound, own.length, 0, true]
  const marks: Mark[] = [[0, end]]
  await sink.write(0, own)
  while (position < sound.bytes) {
    const window = await take(sound, position, windowBytes + longestFrame)
    const limit = Math.min(windowBytes, window.length)
    const walked = walk(window, { limit, like: frame, isInLine })
    if (walked.isCut) return cutOff
    for (const [from, to] of walked.runs) {
      await sink.write(end, window.subarray(from, to))
      end += to - from
    }
    frames += walked.frames
    isInLine = walked.isInLine
    position += walked.next
    if (walked.frames > 0) marks.push([frames, end])
  }
  fillIn(own, frame, { frames, bytes: end, hundredths: hundredthsOf(marks) })
  await sink.write(0, own)
  return lasting((frames * frame.samples) / frame.rate)
}
