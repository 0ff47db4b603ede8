/** What is taken, and in which pieces. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Sitting } from '../sittings/model.ts'
import { refusalOf } from '../sittings/recording-consent.ts'
import {
  isLive,
  mostBytes,
  mostLivePieces,
  type Piece,
  pieceBytes,
  type Recording,
} from './model.ts'
import type { RecordingProblem } from './problems.ts'

/** What somebody is about to record, or says of the file that they are about to upload. */
export type Declared =
  | { readonly kind: 'live' }
  | {
      readonly kind: 'file'
      readonly sitting: number
      readonly bytes: number
      /** Looked at and not kept: a name may tell who spoke. */
      readonly name: string
      readonly type: string
    }

const endings = /\.(?:wav|mp3|m4a|ogg|oga|opus|webm)$/i
const types = /^(?:audio\/|video\/(?:webm|mp4|ogg)|application\/(?:ogg|octet-stream)|$)/

/** @returns its sitting */
export const decideBegin = (
  declared: Declared,
  sittings: readonly Sitting[],
): Result<number, RecordingProblem> => {
  const sitting = sittings.find((one) =>
    declared.kind === 'live' ? one.state === 'open' : one.sitting === declared.sitting,
  )
  if (sitting === undefined) {
    const isNone = declared.kind === 'live' || sittings.length === 0
    return fail({ kind: isNone ? 'interview.no_sitting' : 'recording.unknown_sitting' })
  }
  const refusal = refusalOf(sitting)
  if (refusal !== null) return fail({ kind: refusal })
  const fault = declared.kind === 'live' ? null : faultOfFile(declared)
  return fault === null ? ok(sitting.sitting) : fail(fault)
}

const faultOfFile = ({
  bytes,
  name,
  type,
}: Extract<Declared, { kind: 'file' }>): RecordingProblem | null => {
  if (!endings.test(name) || !types.test(type)) return { kind: 'recording.wrong_type' }
  if (bytes > mostBytes) return { kind: 'recording.too_large' }
  return bytes === 0 ? { kind: 'recording.nothing_in_it' } : null
}

/** How many pieces a file of so many bytes comes in. */
export const piecesOf = (bytes: number): number => Math.ceil(bytes / pieceBytes)

/** @returns what is wrong with a piece that came; null: it is taken */
export const faultOfPiece = (
  recording: Recording,
  { piece, bytes }: Pick<Piece, 'piece' | 'bytes'>,
): RecordingProblem | null => {
  if (recording.state !== 'receiving') return { kind: 'recording.not_receiving' }
  if (isLive(recording)) {
    if (piece >= mostLivePieces) return { kind: 'recording.too_large' }
    const isOfLength = bytes > 0 && bytes <= pieceBytes
    return isOfLength ? null : { kind: 'recording.piece_of_wrong_length' }
  }
  if (piece >= piecesOf(recording.bytes)) return { kind: 'recording.piece_beyond_the_end' }
  const due = Math.min(pieceBytes, recording.bytes - piece * pieceBytes)
  return bytes === due ? null : { kind: 'recording.piece_of_wrong_length' }
}

/** What the browser says that it has sent. */
export type Sent = { readonly pieces: number; readonly bytes: number }

/** @returns what is missing of a recording that is said to be whole; null: nothing */
export const faultOfWhole = (
  recording: Recording,
  there: readonly Piece[],
  sent: Sent,
): RecordingProblem | null => {
  const last = there.at(-1)
  if (last === undefined || sent.bytes === 0) return { kind: 'recording.nothing_in_it' }
  const bytes = last.start + last.bytes
  if (bytes > mostBytes) return { kind: 'recording.too_large' }
  const isWhole =
    there.length === sent.pieces &&
    last.piece === sent.pieces - 1 &&
    bytes === sent.bytes &&
    (isLive(recording) || recording.bytes === bytes)
  return isWhole ? null : { kind: 'recording.incomplete' }
}

/** Which pieces a range of bytes is in. */
export const piecesIn = (
  pieces: readonly Piece[],
  { start, end }: { readonly start: number; readonly end: number },
): readonly Piece[] =>
  pieces
    .slice(indexAt(pieces, start))
    .filter((piece) => piece.start < end && piece.start + piece.bytes > start)

/** The last piece that begins at or before a place: by halves, as there may be thousands. */
const indexAt = (pieces: readonly Piece[], place: number): number => {
  let [low, high] = [0, pieces.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((pieces[middle]?.start ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}

const hour = 3_600_000

/** An upload that nobody goes on with for a day; what was recorded in the browser waits longer for its device. */
export const keptHours = { file: 24, live: 14 * 24 } as const

/** Still on its way, or refused: of that nothing is left but the line in the list. */
export const isUnfinished = ({ state }: Recording): boolean =>
  state === 'receiving' || state === 'refused'

export const isAbandoned = (recording: Recording, now: Date): boolean => {
  const hours = isLive(recording) ? keptHours.live : keptHours.file
  const isOver = now.getTime() - recording.begunAt.getTime() > hours * hour
  return isOver && isUnfinished(recording)
}

/** Its time is over. */
export const isDue = ({ destroyAfter }: Recording, now: Date): boolean =>
  destroyAfter !== null && destroyAfter <= now
