/** SubRip subtitles: a number, two times, what was said, perhaps `Name: …`. */
import { ok, type Result } from '../../../lib/result.ts'
import type { Passage } from '../model.ts'
import { withoutMarks } from './captions.ts'
import { isTimeLine, readCues } from './cues.ts'
import type { TranscriptFault } from './model.ts'
import { speechIn } from './speakers.ts'

export const isSrt = (lines: readonly string[]): boolean => lines.some(isTimeLine)

export const readSrt = (lines: readonly string[]): Result<readonly Passage[], TranscriptFault> => {
  const cues = readCues(lines)
  if (!cues.ok) return cues
  return ok(
    cues.value.flatMap(({ start, end, lines: said }) =>
      speechIn(said.map(withoutMarks))
        .map(({ speaker, text }) => ({ start, end, speaker, text }))
        .filter(({ text }) => text !== ''),
    ),
  )
}
