/** The lines of a text, without what stands around their words: line ends of all kinds, marks, spaces at the ends. */

export const linesOf = (text: string): readonly string[] =>
  text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '')
    .split(/\r\n|\n|\r|\u2028|\u2029/)
    .map((line) => line.trim())
