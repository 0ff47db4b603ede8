/** The words of a Word document, line by line, out of its XML as it comes; what no honest document has ends the reading. */
import { SaxesParser } from 'saxes'
import { mostCharacters } from '../model.ts'

export type WordText = {
  readonly write: (xml: string) => void
  /** Null: it is too much of something, or ends before its end. */
  readonly end: () => readonly string[] | null
  /** Nothing more need be written. */
  readonly isRefused: () => boolean
}

const deepest = 200
const mostAttributes = 200
const mostLines = 100_000

/** What the elements of a document put between its words. */
const between: Readonly<Record<string, string>> = {
  'w:br': '\n',
  'w:cr': '\n',
  'w:tab': '\t',
  'w:noBreakHyphen': '-',
}

type Reading = {
  readonly lines: string[]
  line: string
  characters: number
  depth: number
  attributes: number
  isText: boolean
  isRefused: boolean
  isWhole: boolean
  /** Depth of an element whose words stand elsewhere too: a picture carries a second form of itself. */
  repeatedFrom: number | null
}

export const startWordText = (): WordText => {
  const reading: Reading = {
    ...{ lines: [], line: '', characters: 0, depth: 0, attributes: 0 },
    ...{ isText: false, isRefused: false, isWhole: false, repeatedFrom: null },
  }
  const parser = parserFor(reading)
  return {
    write: (xml) => void (reading.isRefused || parser.write(xml)),
    isRefused: () => reading.isRefused,
    end: () => {
      if (!reading.isRefused) parser.close()
      return reading.isRefused || !reading.isWhole ? null : reading.lines
    },
  }
}

const parserFor = (reading: Reading): SaxesParser => {
  const refuse = () => {
    reading.isRefused = true
  }
  const said = (text: string) => {
    if (reading.isText) put(reading, text)
  }
  const parser = new SaxesParser({ position: false })
  parser.on('opentag', ({ name }) => open(reading, name))
  parser.on('closetag', ({ name }) => close(reading, name))
  parser.on('text', said)
  parser.on('cdata', said)
  parser.on('attribute', () => {
    reading.attributes += 1
    if (reading.attributes > mostAttributes) refuse()
  })
  // No document of Word has one: it defines words that stand for thousands of others.
  parser.on('doctype', refuse)
  parser.on('error', refuse)
  parser.on('end', () => {
    reading.isWhole = true
  })
  return parser
}

const put = (reading: Reading, text: string): void => {
  if (reading.repeatedFrom !== null) return
  reading.characters += text.length
  if (reading.characters > mostCharacters) reading.isRefused = true
  else reading.line += text
}

const open = (reading: Reading, name: string): void => {
  reading.depth += 1
  reading.attributes = 0
  if (reading.depth > deepest) reading.isRefused = true
  if (name === 'mc:Fallback') reading.repeatedFrom ??= reading.depth
  reading.isText = name === 'w:t'
  put(reading, between[name] ?? '')
}

const close = (reading: Reading, name: string): void => {
  reading.isText = false
  if (reading.repeatedFrom === reading.depth) reading.repeatedFrom = null
  reading.depth -= 1
  if (name !== 'w:p') return
  // An empty line keeps paragraphs apart.
  reading.lines.push(...reading.line.split('\n').map((one) => one.trim()), '')
  reading.line = ''
  if (reading.lines.length > mostLines) reading.isRefused = true
}
