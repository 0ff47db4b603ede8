/**
 * What Teams saves as a Word file. Now: `Name   0:03`, and below it what they said, after a heading with the meeting's
 * title. Before: two times with an arrow, below them the name, below it what they said.
 */
import { ok, type Result } from '../../../lib/result.ts'
import type { Passage } from '../model.ts'
import { isTimeLine, readCues } from './cues.ts'
import type { TranscriptFault } from './model.ts'
import { isNameLike } from './speakers.ts'
import { secondsOf, time } from './times.ts'

const heading = new RegExp(String.raw`^(.+?)(?:\s{2,}|\t)(${time})$`)
const notice = /^.{1,100} (?:started|stopped) transcription$/

type Heading = { readonly speaker: string; readonly start: number | null }

const headingIn = (line: string): Heading | null => {
  const [, speaker = '', at = ''] = heading.exec(line) ?? []
  return isNameLike(speaker) ? { speaker, start: secondsOf(at) } : null
}

export const isTeamsText = (lines: readonly string[]): boolean =>
  lines.some((line) => headingIn(line) !== null)

/** What stands before the first name is the meeting's title, its day and how long it was. */
export const readTeamsText = (lines: readonly string[]): readonly Passage[] => {
  const passages: (Heading & { readonly words: string[] })[] = []
  for (const line of lines) {
    const found = headingIn(line)
    if (found !== null) passages.push({ ...found, words: [] })
    else if (line !== '' && !notice.test(line)) passages.at(-1)?.words.push(line)
  }
  return passages
    .map(({ words, ...rest }) => ({ ...rest, end: null, text: words.join(' ') }))
    .filter(({ text }) => text !== '')
}

export const isOlderTeamsText = (lines: readonly string[]): boolean => lines.some(isTimeLine)

export const readOlderTeamsText = (
  lines: readonly string[],
): Result<readonly Passage[], TranscriptFault> => {
  const cues = readCues(lines)
  if (!cues.ok) return cues
  return ok(
    cues.value
      .filter(({ start }) => start !== null)
      .map(({ start, end, lines: [first = '', ...rest] }) =>
        rest.length > 0 && isNameLike(first)
          ? { start, end, speaker: first, text: rest.join(' ') }
          : { start, end, speaker: null, text: [first, ...rest].join(' ') },
      ),
  )
}
