import { expect, test } from 'vitest'
import { partsOf, wordsIn } from '../../tests/support/word-file.ts'
import { makeWordDocument, type WordDocument } from './word-document.ts'

const example: WordDocument = {
  title: 'Notes & “quotes” <of> a day',
  language: 'en-GB',
  footer: 'Draft',
  blocks: [
    { kind: 'heading', level: 1, text: 'First' },
    { kind: 'heading', level: 2, text: 'Below it' },
    { kind: 'paragraph', text: ['Said by ', { blank: 'name' }, '.'] },
    { kind: 'list', entries: ['one', 'two'] },
    {
      kind: 'table',
      caption: 'Numbers',
      columns: [
        { header: 'What', share: 3 },
        { header: 'How many', share: 1 },
      ],
      rows: [['Mentors', '6']],
    },
  ],
}

const parts = async () => partsOf(await makeWordDocument(example))
const part = async (name: string): Promise<string> => (await parts()).get(name) ?? ''

test('every word stands in the file, in order, signs as they are', async () => {
  const words = wordsIn(await makeWordDocument(example))
  expect(words.trim().split('\n')).toEqual([
    example.title,
    ...['First', 'Below it', 'Said by [To fill in: name].', 'one', 'two', 'Numbers'],
    ...['What', 'How many', 'Mentors', '6'],
  ])
})

test('headings are headings, and the title is the title', async () => {
  const body = await part('word/document.xml')
  const styled = [...body.matchAll(/<w:pStyle w:val="(\w+)"\/>/g)].map(([, style]) => style)
  expect(styled).toEqual([
    'Title',
    'Heading1',
    'Heading2',
    'ListParagraph',
    'ListParagraph',
    'Caption',
  ])
  expect(await part('docProps/core.xml')).toContain(
    '<dc:title>Notes &amp; “quotes” &lt;of&gt; a day</dc:title>',
  )
})

test('the language is stated for the whole text', async () => {
  expect(await part('word/styles.xml')).toMatch(/<w:rPrDefault>.*<w:lang w:val="en-GB"/s)
})

test('the first row of a table is its header, on every page, and no row is torn in two', async () => {
  const body = await part('word/document.xml')
  const rows = [...body.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row)
  expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, false])
  expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true)
  expect(body).toMatch(/<w:gridCol w:w="7228"\/><w:gridCol w:w="2409"\/>/)
})

test('a blank is marked in colour and in words', async () => {
  expect(await part('word/document.xml')).toMatch(
    /<w:shd [^>]*w:fill="FFF4C2"[^>]*\/><\/w:rPr><w:t[^>]*>\[To fill in: name\]/,
  )
})

test('the foot of the page has its number', async () => {
  const footers = [...(await parts())].filter(([name]) => name.startsWith('word/footer'))
  expect(footers.map(([, xml]) => xml).join('')).toMatch(/Draft · Page .*PAGE.*NUMPAGES/s)
})
