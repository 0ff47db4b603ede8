/** Text counted and cut by Unicode code points, as codings count it: an emoji or a rare sign is one. */

export const codePointLength = (text: string): number => {
  let length = 0
  for (const _ of text) length += 1
  return length
}

/** From `start` to `end`, end exclusive. */
export const sliceByCodePoints = (text: string, start: number, end: number): string =>
  Array.from(text).slice(start, end).join('')
