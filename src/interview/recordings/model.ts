/** A recording of the interview: bytes in pieces, each sealed with a key that is the recording's own. */

/** How long a piece is; the last one, and those of a recording that is being made, may be shorter. */
export const pieceBytes = 1_048_576
export const mostBytes = 2 * 1024 ** 3
/** A recording that is being made sends a piece every few seconds: enough for a whole day. */
export const mostLivePieces = 20_000

export type SoundType = 'wav' | 'mp3' | 'm4a' | 'ogg' | 'webm'

/** What a browser is told that it gets. */
export const mediaTypes: Readonly<Record<SoundType, string>> = {
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  webm: 'audio/webm',
}

/** As received, or as cleaned of everything but the sound. */
export type Part = 'received' | 'cleaned'

/**
 * Refused: what came was no recording that can be used, and is gone. Destroyed: its key and its bytes are gone, and
 * that there was one is all that is left.
 */
export type RecordingState = 'receiving' | 'ready' | 'refused' | 'destroyed'

export type Recording = {
  readonly recordingId: string
  readonly sitting: number
  readonly state: RecordingState
  /** Null until its content has been looked at. */
  readonly mediaType: string | null
  /** As declared, until it is whole; 0: it is recorded while it is sent, so that nobody knows yet. */
  readonly bytes: number
  readonly seconds: number | null
  readonly begunAt: Date
  /** When it will be destroyed, or when it was. */
  readonly destroyAfter: Date | null
}

/** Recorded in the browser, and not from a file. */
export const isLive = ({ state, bytes }: Recording): boolean => state === 'receiving' && bytes === 0

/** One piece among those of its part: where it begins, and how long it is. */
export type Piece = { readonly piece: number; readonly start: number; readonly bytes: number }

/** What a file gives away, or what it is not. */
export type SoundProblem = {
  readonly kind:
    | 'sound.no_recording'
    | 'sound.cut_off'
    | 'sound.damaged'
    | 'sound.empty'
    | 'sound.unknown_codec'
}
