/** “Name: what they said”: who speaks, where a line says so. */
import type { Speech } from './model.ts'

/** A name, not the beginning of a sentence: few words, each with a capital letter or of a script without them. */
const word = String.raw`(?:\p{Lu}|\p{Lo}|\d|\(|_)[\p{L}\p{M}\p{N}.'’_()&/-]*,?`
const particle = '(?:de|da|di|du|del|der|den|la|le|van|von|bin|ibn|al|el|y|e|of|and|the)'
const name = String.raw`(?:\p{Lu}|\p{Lo}|\()[\p{L}\p{M}\p{N}.'’_()&/-]*,?(?: +(?:${word}|${particle}(?= ))){0,6}`

const beginning = new RegExp(String.raw`^(${name}) ?[:：](?:\s+|$)`, 'u')
const whole = new RegExp(`^${name}$`, 'u')

const longestName = 60

export const isNameLike = (text: string): boolean => text.length <= longestName && whole.test(text)

/** Null: the line does not begin with a name. The preview shows whom we took for speakers, so that a person decides. */
export const speakerBefore = (line: string): Speech | null => {
  const found = beginning.exec(line)
  const speaker = found?.[1]
  if (found === null || speaker === undefined || speaker.length > longestName) return null
  return { speaker, text: line.slice(found[0].length).trim() }
}

/** Several lines said one after the other; a line that names nobody goes on with what was said before it. */
export const speechIn = (lines: readonly string[]): readonly Speech[] => {
  const parts: { speaker: string | null; words: string[] }[] = []
  for (const line of lines) {
    const begun = speakerBefore(line)
    const last = parts.at(-1)
    if (begun !== null) parts.push({ speaker: begun.speaker, words: [begun.text] })
    else if (last === undefined) parts.push({ speaker: null, words: [line] })
    else last.words.push(line)
  }
  return parts.map(({ speaker, words }) => ({
    speaker,
    text: words.filter((one) => one !== '').join(' '),
  }))
}
