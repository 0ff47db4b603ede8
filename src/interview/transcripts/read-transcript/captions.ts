/** The words of a caption without its marks: bold, colours, places on the screen, signs written as entities. */

const tag = /<\/?(?:c|i|b|u|s|font|ruby|rt|lang)(?:[.\s][^<>]*)?>|<\d[\d:.]*>|\{\\an?\d\}/gi

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '',
  rlm: '',
}

const largestSign = 0x10ffff

const signOf = (found: string, name: string): string => {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? found
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= largestSign ? String.fromCodePoint(code) : found
}

export const withoutMarks = (text: string): string =>
  text
    .replaceAll(tag, '')
    .replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, signOf)
    .replaceAll(/\s+/g, ' ')
    .trim()
