/** Reads a recording by ranges: only the pieces that a range needs are opened, one at a time. */
import type { Transaction } from '../../platform/database.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import type { Part, Piece } from './model.ts'
import { findPiece, listPieces, type OpenedRecording } from './piece-store.ts'
import { findRecording, findRecordingKey } from './recording-store.ts'
import { piecesIn } from './rules.ts'

/** Runs a query in a short transaction of its own: whoever listens for an hour holds none open. */
export type Read = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>

export type Range = { readonly start: number; readonly end: number }

/** Bytes that can be read in any order. */
export type RangedReader = {
  readonly bytes: number
  /** End exclusive. Throws when the recording is destroyed meanwhile. */
  readonly read: (range: Range) => Promise<Uint8Array>
  readonly stream: (range: Range) => ReadableStream<Uint8Array>
}

export type ReadableRecording = RangedReader & { readonly mediaType: string }

type OpenedPart = { readonly opened: OpenedRecording; readonly part: Part }

/** So many opened pieces are remembered: whoever reads on in small steps opens each once. */
const remembered = 2

export const readerOf = (
  read: Read,
  { opened, part }: OpenedPart,
  pieces: readonly Piece[],
): RangedReader => {
  const last = pieces.at(-1)
  const bytes = last === undefined ? 0 : last.start + last.bytes
  const lately = new Map<number, Promise<Buffer>>()
  const open = async ({ piece }: Piece): Promise<Buffer> => {
    const found = await read((tx) => findPiece(tx, opened, { part, piece }))
    if (found === null) throw new Error(`Piece ${piece} of a recording is gone.`)
    return found
  }
  const openOnce = (piece: Piece): Promise<Buffer> => {
    const known = lately.get(piece.piece) ?? open(piece)
    lately.delete(piece.piece)
    lately.set(piece.piece, known)
    const [oldest] = lately.keys()
    if (lately.size > remembered && oldest !== undefined) lately.delete(oldest)
    return known
  }
  const partOf = async (piece: Piece, { start, end }: Range): Promise<Buffer> => {
    const buffer = await openOnce(piece)
    return buffer.subarray(Math.max(0, start - piece.start), end - piece.start)
  }
  const inOne = async (range: Range): Promise<Uint8Array> => {
    const parts: Buffer[] = []
    for (const piece of piecesIn(pieces, range)) parts.push(await partOf(piece, range))
    const [only] = parts
    return only !== undefined && parts.length === 1 ? only : Buffer.concat(parts)
  }
  const stream = (range: Range): ReadableStream<Uint8Array> => {
    const waiting = piecesIn(pieces, range).values()
    return new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const next = waiting.next()
        if (next.done === true) controller.close()
        else controller.enqueue(new Uint8Array(await partOf(next.value, range)))
      },
    })
  }
  return { bytes, read: inOne, stream }
}

/** Null: there is none, or it is not ready to be played. */
export const openRecording = async (
  read: Read,
  programme: OpenProgramme,
  recordingId: string,
): Promise<ReadableRecording | null> => {
  const { organisationId, programmeId } = programme
  const found = await read(async (tx) => ({
    recording: await findRecording(tx, programme, recordingId),
    key: await findRecordingKey(tx, programme, recordingId),
    pieces: await listPieces(tx, programme, { recordingId, part: 'cleaned' }),
  }))
  const { recording, key, pieces } = found
  if (recording?.state !== 'ready' || recording.mediaType === null || key === null) return null
  const opened = { organisationId, programmeId, recordingId, key }
  const reader = readerOf(read, { opened, part: 'cleaned' }, pieces)
  return { ...reader, mediaType: recording.mediaType }
}
