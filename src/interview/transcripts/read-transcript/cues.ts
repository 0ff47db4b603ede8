/** What subtitles of all forms are made of: a line of two times with an arrow between, and the lines below it. */
import { fail, ok, type Result } from '../../../lib/result.ts'
import type { TranscriptFault } from './model.ts'
import { secondsOf } from './times.ts'

export type Cue = {
  /** Null: it stands before the first time. */
  readonly start: number | null
  readonly end: number | null
  readonly lines: readonly string[]
}

type UnreadableTime = Extract<TranscriptFault, { kind: 'transcript.time_unreadable' }>

export const isTimeLine = (line: string): boolean => /^\d\S*\s*-->/.test(line)

/** Nothing that stands there is left out: lines that belong to no time go on with what was said before them. */
export const readCues = (lines: readonly string[]): Result<readonly Cue[], UnreadableTime> => {
  const cues: { start: number | null; end: number | null; lines: string[] }[] = [
    { start: null, end: null, lines: [] },
  ]
  for (const [index, line] of lines.entries()) {
    if (isTimeLine(line)) {
      const times = timesIn(line)
      if (times === null)
        return fail({ kind: 'transcript.time_unreadable', line: index + 1, found: line })
      cues.push({ ...times, lines: [] })
    } else if (line !== '' && !isIdentifier(lines, index)) cues.at(-1)?.lines.push(line)
  }
  return ok(cues.filter((cue) => cue.lines.length > 0))
}

/** Behind the second time may stand where on the picture the words are shown. */
const timesIn = (line: string): { readonly start: number; readonly end: number } | null => {
  const [, from = '', to = ''] = /^(\S+?)\s*-->\s*(\S+)(?:\s.*)?$/.exec(line) ?? []
  const [start, end] = [secondsOf(from), secondsOf(to)]
  return start === null || end === null ? null : { start, end }
}

/** Stands right above a time, alone or as a number. */
const isIdentifier = (lines: readonly string[], index: number): boolean =>
  isTimeLine(lines[index + 1] ?? '') &&
  ((lines[index - 1] ?? '') === '' || /^\d+$/.test(lines[index] ?? ''))
