/** Word files that are none, that are cut off, or that want to fill the memory. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { wordFileOf, zipOf } from '../../../../tests/support/zip-archive.ts'
import { sentenceOfTranscriptProblem } from '../problems.ts'
import { readWordFile } from './read-word-file.ts'

const sentenceFor = async (file: Buffer): Promise<string> => {
  const read = await readWordFile(file)
  return read.ok ? read.value.join('|') : sentenceOfTranscriptProblem(read.problem)
}

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const damaged = 'This Word file is damaged or was cut off.'
const tooLarge = 'This Word file holds far more than a transcript does.'
const mebibyte = 1_048_576

test('a Word file made by hand is read', async () => {
  expect(await sentenceFor(wordFileOf(paragraph('Yes &amp; no')))).toBe('Yes & no|')
})

describe('is refused with what to do', () => {
  test('cut off anywhere', async () => {
    const whole = await readFile(path.resolve('tests/fixtures/transcripts/teams.docx'))
    for (let length = 4; length < whole.length - 1; length += 37)
      expect(await sentenceFor(whole.subarray(0, length))).toContain(damaged)
  })

  test.each([
    ['xl/workbook.xml', 'This is a spreadsheet, not a Word file.'],
    ['ppt/presentation.xml', 'This is a presentation, not a Word file.'],
    ['photo.jpg', 'This is an archive, not a Word file.'],
  ])('an archive of %s', async (name, sentence) => {
    expect(await sentenceFor(zipOf([{ name, content: 'x' }]))).toContain(sentence)
  })

  test.each([
    ['that is no XML', '<w:p>'],
    ['too deep', '<a>'.repeat(500) + '</a>'.repeat(500)],
    [
      'with attributes without end',
      `<a ${Array.from({ length: 500 }, (_, at) => `b${at}="c"`).join(' ')}/>`,
    ],
    ['with more words than anybody says', paragraph('word '.repeat(500_000))],
  ])('a document %s', async (_, body) => {
    expect(await sentenceFor(wordFileOf(body))).toContain(damaged)
  })

  test('a document that defines words which stand for thousands of others', async () => {
    const bomb = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
    expect(await sentenceFor(wordFileOf(paragraph('&c;'), bomb))).toContain(damaged)
    expect(await sentenceFor(wordFileOf(paragraph('&c;')))).toContain(damaged)
  })

  test('thousands of entries', async () => {
    const entries = Array.from({ length: 1001 }, (_, at) => ({ name: `${at}`, content: '' }))
    expect(await sentenceFor(zipOf(entries))).toContain(tooLarge)
  })

  test('a document that says how large it is', async () => {
    const content = Buffer.alloc(30 * mebibyte, 32)
    expect(await sentenceFor(zipOf([{ name: 'word/document.xml', content }]))).toContain(tooLarge)
  })

  test('a document that is larger than it says', async () => {
    const lie = { name: 'word/document.xml', content: Buffer.alloc(mebibyte, 32), declaredBytes: 9 }
    expect(await sentenceFor(zipOf([lie]))).toContain(damaged)
  })
})

const measure = `
import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
const { readWordFile } = await import(pathToFileURL(process.argv[2]))
const usual = await readFile(process.argv[3])
for (let n = 0; n < 20; n += 1) await readWordFile(usual)
const bomb = await readFile(process.argv[4])
const before = process.resourceUsage().maxRSS
const read = await readWordFile(bomb)
process.stdout.write(JSON.stringify({ ok: read.ok, growth: (process.resourceUsage().maxRSS - before) / 1024 }))
`

const many = (text: string, mebibytes: number): Buffer =>
  Buffer.alloc(Math.floor((mebibytes * mebibyte) / text.length) * text.length, text)

const inDocument = (middle: Buffer): Buffer =>
  Buffer.concat([Buffer.from('<w:document>'), middle, Buffer.from('</w:document>')])

describe('takes 64 MiB at most', () => {
  test.each<[string, () => Buffer, number | undefined]>([
    ['that is larger than it says', () => many(' ', 100), 9],
    ['of spaces', () => inDocument(many(' ', 18)), undefined],
    ['of elements in elements', () => many('<a>', 18), undefined],
    ['of empty paragraphs', () => inDocument(many('<w:p></w:p>', 18)), undefined],
    [
      'of one attribute',
      () => inDocument(Buffer.concat([Buffer.from('<a b="'), many('x', 18)])),
      undefined,
    ],
  ])('a bomb %s', async (name, make, declaredBytes) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'turnabout-bomb-'))
    const [script, bomb] = [path.join(folder, 'measure.mjs'), path.join(folder, 'bomb.docx')]
    const content = make()
    const entry = { name: 'word/document.xml', content }
    const lie = declaredBytes === undefined ? entry : { ...entry, declaredBytes }
    await Promise.all([writeFile(script, measure), writeFile(bomb, zipOf([lie]))])
    const reader = path.resolve('src/interview/transcripts/read-transcript/read-word-file.ts')
    const usual = path.resolve('tests/fixtures/transcripts/teams.docx')
    const { stdout } = await promisify(execFile)(process.execPath, [script, reader, usual, bomb])
    await rm(folder, { recursive: true })
    const { ok, growth } = JSON.parse(stdout)
    expect(ok).toBe(name === 'of spaces')
    expect(growth).toBeLessThan(64)
  })
})
