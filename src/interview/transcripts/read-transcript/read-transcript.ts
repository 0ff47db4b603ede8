/** A transcript out of a file, whatever program saved it. The content decides, not the name. */
import { fail, ok, type Result } from '../../../lib/result.ts'
import { decodeText } from '../../../people/adding/read-people/decode-text.ts'
import { mostCharacters, mostPassages, type Passage } from '../model.ts'
import { joinPassages } from './join-passages.ts'
import { linesOf } from './lines.ts'
import type { TranscriptFault } from './model.ts'
import { readPlainText } from './read-plain-text.ts'
import { isSrt, readSrt } from './read-srt.ts'
import {
  isOlderTeamsText,
  isTeamsText,
  readOlderTeamsText,
  readTeamsText,
} from './read-teams-text.ts'
import { isVtt, readVtt } from './read-vtt.ts'
import { isZip, readWordFile } from './read-word-file.ts'
import { isZoomText, readZoomText } from './read-zoom-text.ts'

type ReadPassages = Result<readonly Passage[], TranscriptFault>

export const readTranscript = async (bytes: Uint8Array): Promise<ReadPassages> => {
  if (isZip(bytes)) {
    const lines = await readWordFile(bytes)
    return lines.ok ? checked(readWordLines(lines.value)) : lines
  }
  const text = decodeText(bytes)
  return text.ok ? readTranscriptText(text.value) : fail(notText(text.problem))
}

export const readTranscriptText = (text: string): ReadPassages => checked(readLines(linesOf(text)))

const notText = ({
  looksLike,
}: {
  readonly looksLike: 'workbook' | 'pdf' | 'unknown'
}): TranscriptFault => ({
  kind: 'transcript.not_text',
  // Not a zip archive, so it is of the years before those; or it has a password, and looks the same.
  looksLike: looksLike === 'workbook' ? 'old_word' : looksLike,
})

const readLines = (lines: readonly string[]): ReadPassages => {
  if (isVtt(lines)) return readVtt(lines)
  if (isSrt(lines)) return readSrt(lines)
  return ok(readUntimed(lines))
}

const readWordLines = (lines: readonly string[]): ReadPassages =>
  isOlderTeamsText(lines) ? readOlderTeamsText(lines) : ok(readUntimed(lines))

const readUntimed = (lines: readonly string[]): readonly Passage[] => {
  if (isZoomText(lines)) return readZoomText(lines)
  return isTeamsText(lines) ? readTeamsText(lines) : readPlainText(lines)
}

const checked = (passages: ReadPassages): ReadPassages => {
  if (!passages.ok) return passages
  const joined = joinPassages(passages.value)
  const characters = joined.reduce((sum, { text }) => sum + text.length, 0)
  if (characters === 0) return fail({ kind: 'transcript.empty' })
  const isTooLong = characters > mostCharacters || joined.length > mostPassages
  return isTooLong ? fail({ kind: 'transcript.too_long' }) : ok(joined)
}
