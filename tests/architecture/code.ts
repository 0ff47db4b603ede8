/**
 * What of a text is code: comments, and what stands inside quotation marks or a pattern, are blanked. Every character
 * keeps its place, so that a finding in the code can be looked up in the text.
 */
const blank = (text: string): string => text.replace(/[^\n]/g, ' ')
const blankInside = (text: string): string =>
  text.charAt(0) + blank(text.slice(1, -1)) + text.at(-1)

/** A pattern stands where a value may begin; after a value `/` divides. */
const piece = new RegExp(
  [
    String.raw`(?<comment>/\*.*?\*/|//[^\n]*)`,
    String.raw`(?<quoted>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")`,
    String.raw`(?<pattern>(?<=(?:[(,=:[!&|?;]|=>|\breturn)\s*)/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/)`,
    '(?<mark>[`{}])',
    '[^/\'"`{}]+',
    '.',
  ].join('|'),
  'sy',
)

/** The text of a template up to its end or to the next expression in it. */
const templateText = /(?:[^`\\$]|\\.|\$(?!\{))*/sy

/** What an open brace holds: a block, or an expression in a template. */
type Brace = 'block' | 'expression'

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** From a template's mark, or the end of an expression in it, to its other mark or the next expression. */
const templatePiece = (text: string, at: number, braces: Brace[]): string => {
  const inside = matchAt(templateText, text, at + 1)?.[0] ?? ''
  const end = at + 1 + inside.length
  const goesOn = text.startsWith('${', end)
  if (goesOn) braces.push('expression')
  return text.charAt(at) + blank(inside) + text.slice(end, goesOn ? end + 2 : end + 1)
}

const pieceAt = (text: string, at: number, braces: Brace[]): string => {
  const found = matchAt(piece, text, at)
  const { comment, quoted, pattern, mark } = found?.groups ?? {}
  if (comment !== undefined) return blank(comment)
  const inMarks = quoted ?? pattern
  if (inMarks !== undefined) return blankInside(inMarks)
  if (mark === '{') braces.push('block')
  const isTemplate = mark === '`' || (mark === '}' && braces.pop() === 'expression')
  return isTemplate ? templatePiece(text, at, braces) : (found?.[0] ?? '')
}

export const codeOf = (text: string): string => {
  const braces: Brace[] = []
  let code = ''
  while (code.length < text.length) code += pieceAt(text, code.length, braces)
  return code
}

/** Text between tags is for people: `<p>as it is</p>` holds no code but what stands in braces. */
export const withoutMarkupText = (code: string): string =>
  code.replace(
    /(?:(?<!=)>|\})[^<>{}();=]+(?=[<{])/g,
    (text) => text.charAt(0) + blank(text.slice(1)),
  )
