/** Captions follow the screen, a few words each: what one person says in one go is joined, so that it can be read. */
import type { Passage } from '../model.ts'

const longestJoined = 500
/** In seconds: after a longer silence something else begins. */
const longestPause = 4

export const joinPassages = (passages: readonly Passage[]): readonly Passage[] => {
  const joined: Passage[] = []
  for (const passage of passages) {
    const last = joined.at(-1)
    if (last !== undefined && goesOn(last, passage)) joined[joined.length - 1] = both(last, passage)
    else joined.push(passage)
  }
  return joined
}

/** Only captions, which have an end: paragraphs stay as somebody made them. */
const goesOn = (last: Passage, { speaker, start, end, text }: Passage): boolean =>
  last.speaker === speaker &&
  last.end !== null &&
  start !== null &&
  end !== null &&
  start - last.end <= longestPause &&
  last.text.length + text.length < longestJoined

const both = (last: Passage, { end, text }: Passage): Passage => ({
  ...last,
  end,
  text: `${last.text} ${text}`,
})
