/** Speech to text by a program of the operator's own: a recording goes in, WebVTT comes out. None is there unless set. */
import { spawn } from 'node:child_process'
import { pipeline } from 'node:stream/promises'
import { fail, ok, type Result } from '../../lib/result.ts'

export type Sound = {
  readonly mediaType: string
  readonly bytes: AsyncIterable<Uint8Array>
}

export type TranscriberProblem = {
  readonly kind:
    | 'transcriber.not_started'
    | 'transcriber.failed'
    | 'transcriber.took_too_long'
    | 'transcriber.wrote_too_much'
    /** The recording could not be read to its end: it was destroyed meanwhile, or the database went away. */
    | 'transcriber.recording_gone'
}

/** @returns WebVTT */
export type Transcriber = (sound: Sound) => Promise<Result<string, TranscriberProblem>>

export type ProgramLimits = { readonly milliseconds: number; readonly bytes: number }

export const usualLimits: ProgramLimits = { milliseconds: 12 * 3_600_000, bytes: 10_000_000 }

type Program = {
  /** The whole path. */
  readonly file: string
  /** Aborts when the server stops. */
  readonly stopping: AbortSignal
  readonly limits: ProgramLimits
}

/** It needs no setting of the server, and keys and passwords are among them. */
const passedOn = ['PATH', 'HOME', 'LANG', 'TMPDIR']
const environment = (): Record<string, string | undefined> =>
  Object.fromEntries(passedOn.map((name) => [name, process.env[name]]))

export const programTranscriber =
  ({ file, stopping, limits }: Program): Transcriber =>
  async ({ mediaType, bytes }) => {
    // A group of its own, so that what it started ends with it.
    const child = spawn(file, [mediaType], {
      env: environment(),
      detached: true,
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    const problems: TranscriberProblem['kind'][] = []
    const end = (kind: TranscriberProblem['kind']) => {
      problems.push(kind)
      killGroup(child.pid)
    }
    const release = endingWith(stopping, limits, end)
    const exit = new Promise<number | null>((resolve) => {
      child.once('error', () => {
        problems.push('transcriber.not_started')
        resolve(null)
      })
      child.once('close', resolve)
    })
    const sent = pipeline(
      watched(bytes, () => end('transcriber.recording_gone')),
      child.stdin,
    )
    const [written] = await Promise.all([
      readAll(child.stdout, limits.bytes, () => end('transcriber.wrote_too_much')),
      // A program may end before it has heard everything: its exit code says whether it is content.
      sent.catch(() => undefined),
    ])
    const code = await exit
    release()
    const [kind] = code === 0 ? problems : [...problems, 'transcriber.failed' as const]
    return kind === undefined ? ok(written) : fail({ kind })
  }

/** @returns what ends the watch */
const endingWith = (
  stopping: AbortSignal,
  limits: ProgramLimits,
  end: (kind: TranscriberProblem['kind']) => void,
): (() => void) => {
  const stop = () => end('transcriber.failed')
  const clock = setTimeout(() => end('transcriber.took_too_long'), limits.milliseconds)
  stopping.addEventListener('abort', stop, { once: true })
  return () => {
    clearTimeout(clock)
    stopping.removeEventListener('abort', stop)
  }
}

const killGroup = (pid: number | undefined): void => {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

async function* watched(
  bytes: AsyncIterable<Uint8Array>,
  broke: () => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes
  } catch (error) {
    broke()
    throw error
  }
}

const readAll = async (
  output: AsyncIterable<Uint8Array>,
  limit: number,
  tooMuch: () => void,
): Promise<string> => {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of output) {
    bytes += chunk.length
    if (bytes <= limit) chunks.push(chunk)
    else tooMuch()
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}
