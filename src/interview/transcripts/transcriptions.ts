/**
 * Recordings that the operator's program is turning into transcripts, or has. Kept in this process alone and for a day:
 * what was said has names in it still, and with names it is never stored.
 */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Passage } from './model.ts'
import type { TranscriptFault } from './read-transcript/model.ts'
import { readTranscriptText } from './read-transcript/read-transcript.ts'
import type { TranscriberProblem } from './transcriber.ts'

export type TranscriptionProblem = TranscriberProblem | TranscriptFault

export type Transcription =
  | { readonly state: 'running'; readonly since: Date }
  | { readonly state: 'ready'; readonly passages: readonly Passage[] }
  | { readonly state: 'failed'; readonly problem: TranscriptionProblem }

export type OfRecording = { readonly organisationId: string; readonly recordingId: string }

const keptMilliseconds = 86_400_000
const transcriptions = new Map<string, Transcription>()

const keyOf = ({ organisationId, recordingId }: OfRecording): string =>
  `${organisationId}/${recordingId}`

export const findTranscription = (of: OfRecording): Transcription | null =>
  transcriptions.get(keyOf(of)) ?? null

/** One at a time in an organisation: each may take all that the machine has. */
export const isAnotherRunning = (of: OfRecording): boolean =>
  [...transcriptions].some(
    ([key, { state }]) =>
      state === 'running' && key !== keyOf(of) && key.startsWith(`${of.organisationId}/`),
  )

/** The names in it are needed no longer. */
export const forgetTranscription = (of: OfRecording): void => {
  transcriptions.delete(keyOf(of))
}

/** Goes on when the page is left. One that is running is not started again. */
export const startTranscription = (
  of: OfRecording,
  since: Date,
  transcribe: () => Promise<Result<string, TranscriberProblem>>,
): void => {
  if (findTranscription(of)?.state === 'running') return
  const put = (transcription: Transcription) => transcriptions.set(keyOf(of), transcription)
  put({ state: 'running', since })
  const settle = async () => {
    const passages = await passagesFrom(transcribe)
    const ended: Transcription = passages.ok
      ? { state: 'ready', passages: passages.value }
      : { state: 'failed', problem: passages.problem }
    put(ended)
    const forget = () => findTranscription(of) === ended && forgetTranscription(of)
    setTimeout(forget, keptMilliseconds).unref()
  }
  void settle()
}

const passagesFrom = async (
  transcribe: () => Promise<Result<string, TranscriberProblem>>,
): Promise<Result<readonly Passage[], TranscriptionProblem>> => {
  // Nobody waits for this promise: what breaks is shown on the page as a failure.
  const written = await transcribe().catch(() =>
    fail({ kind: 'transcriber.recording_gone' } as const),
  )
  if (!written.ok) return written
  const passages = readTranscriptText(written.value)
  return passages.ok ? ok(passages.value) : passages
}
