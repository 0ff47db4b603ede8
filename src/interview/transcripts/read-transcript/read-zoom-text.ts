/** What Zoom saves as text: `[Name] 10:03:11`, and below it what they said. The times are those of the wall clock. */
import type { Passage } from '../model.ts'
import { fromTheFirstWords, secondsOf, time } from './times.ts'

const heading = new RegExp(String.raw`^\[(.+)\]\s+(${time})$`)

export const isZoomText = (lines: readonly string[]): boolean =>
  lines.some((line) => heading.test(line))

export const readZoomText = (lines: readonly string[]): readonly Passage[] => {
  const passages: { start: number | null; speaker: string | null; words: string[] }[] = []
  for (const line of lines) {
    const [, speaker, at = ''] = heading.exec(line) ?? []
    const last = passages.at(-1)
    if (speaker !== undefined) passages.push({ start: secondsOf(at), speaker, words: [] })
    else if (last === undefined) passages.push({ start: null, speaker: null, words: [line] })
    else last.words.push(line)
  }
  const said = passages.map(({ words, ...rest }) => ({
    ...rest,
    end: null,
    text: words.filter((word) => word !== '').join(' '),
  }))
  return fromTheFirstWords(said.filter(({ text }) => text !== ''))
}
