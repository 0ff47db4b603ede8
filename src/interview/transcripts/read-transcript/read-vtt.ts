/** WebVTT, as Teams (`<v Name>…</v>`, an id above each time), Zoom (`Name: …`) and speech-to-text programs write it. */
import { ok, type Result } from '../../../lib/result.ts'
import type { Passage } from '../model.ts'
import { withoutMarks } from './captions.ts'
import { type Cue, isTimeLine, readCues } from './cues.ts'
import type { Speech, TranscriptFault } from './model.ts'
import { speechIn } from './speakers.ts'

export const isVtt = (lines: readonly string[]): boolean => /^WEBVTT(?:\s|$)/.test(lines[0] ?? '')

export const readVtt = (lines: readonly string[]): Result<readonly Passage[], TranscriptFault> => {
  const cues = readCues(withoutComments(lines))
  if (!cues.ok) return cues
  return ok(cues.value.flatMap(passagesIn))
}

const comment = /^(?:NOTE|STYLE|REGION)(?:\s|$)/

/** Line for line the same, so that errors name the line of the file. */
const withoutComments = (lines: readonly string[]): readonly string[] => {
  let isInside = true
  return lines.map((line, index) => {
    const isFirst = (lines[index - 1] ?? '') === ''
    if (isFirst && index > 0) isInside = comment.test(line)
    if (line === '' || isTimeLine(line)) isInside = false
    return isInside ? '' : line
  })
}

const voice = /<v(?:\.[^\s<>]*)?(?:\s+([^<>]*))?>/i

const passagesIn = ({ start, end, lines }: Cue): readonly Passage[] =>
  voicesIn(lines)
    .map(({ speaker, text }) => ({
      ...{ start, end, text: withoutMarks(text) },
      speaker: speaker === null ? null : withoutMarks(speaker) || null,
    }))
    .filter(({ text }) => text !== '')

const voicesIn = (lines: readonly string[]): readonly Speech[] => {
  if (!lines.some((line) => voice.test(line))) return speechIn(lines)
  // Split by a pattern with one group: text, name, text, name, text …
  const [before = '', ...rest] = lines.join('\n').replaceAll(/<\/v>/gi, '\n').split(voice)
  const spoken = rest.flatMap((name, index) =>
    index % 2 === 0 ? [{ speaker: (name ?? '') || null, text: rest[index + 1] ?? '' }] : [],
  )
  return [{ speaker: null, text: before }, ...spoken]
}
