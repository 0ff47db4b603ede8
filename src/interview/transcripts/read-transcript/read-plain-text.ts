/** Text that somebody typed or a program wrote: paragraphs, perhaps with `Name:` or a time before them. */
import type { Passage } from '../model.ts'
import { speakerBefore } from './speakers.ts'
import { fromTheFirstWords, secondsOf, time } from './times.ts'

const timed = new RegExp(String.raw`^(?:\[(${time})\]|\((${time})\)|(${time}))(?:\s+|$)`)

type Begun = { readonly start: number | null; readonly speaker: string | null; words: string[] }

/** A name holds until the next one, over paragraphs; a paragraph is a passage. */
export const readPlainText = (lines: readonly string[]): readonly Passage[] => {
  const passages: Begun[] = []
  let speaker: string | null = null
  let isNew = true
  for (const line of lines) {
    const { start, rest } = withoutTime(line)
    const named = speakerBefore(rest)
    speaker = named?.speaker ?? speaker
    if (isNew || named !== null || start !== null) passages.push({ start, speaker, words: [] })
    passages.at(-1)?.words.push(named?.text ?? rest)
    isNew = line === ''
  }
  const said = passages.map(({ words, ...rest }) => ({
    ...rest,
    end: null,
    text: words.filter((word) => word !== '').join(' '),
  }))
  return fromTheFirstWords(said.filter(({ text }) => text !== ''))
}

const withoutTime = (line: string): { readonly start: number | null; readonly rest: string } => {
  const found = timed.exec(line)
  const start = secondsOf(found?.slice(1).find((one) => one !== undefined) ?? '')
  return start === null ? { start, rest: line } : { start, rest: line.slice(found?.[0].length) }
}
