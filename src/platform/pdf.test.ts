import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePdf } from './pdf.ts'
import { findProjectRoot } from './project-root.ts'

/** Without the fonts of the machine, so that what Arimo lacks is lacking everywhere. */
const template = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, date: none)
#set text(font: "Arimo", lang: "en", fallback: false)
= #data.title
#data.words
`

let projectRoot = ''
beforeAll(async () => {
  projectRoot = await mkdtemp(path.join(tmpdir(), 'turnabout-pdf-'))
  await symlink(
    path.join(findProjectRoot(), 'node_modules'),
    path.join(projectRoot, 'node_modules'),
  )
  await writeFile(path.join(projectRoot, 'package.json'), '{}')
  await writeFile(path.join(projectRoot, 'page.typ'), template)
})
afterAll(() => rm(projectRoot, { recursive: true }))

const pdfOf = async (words: string): Promise<string> => {
  const pdf = await makePdf({ projectRoot, file: 'page.typ' }, { title: 'The title', words })
  return Buffer.from(pdf).toString('latin1')
}

const standard = '<pdfuaid:part>1</pdfuaid:part>'
const isTagged = /\/MarkInfo\s*<<\s*\/Marked true/

test('a PDF is tagged, to the accessibility standard, with its title', async () => {
  const pdf = await pdfOf('Zoë said “yes” – twice.')
  expect(pdf.startsWith('%PDF-')).toBe(true)
  expect(pdf).toContain(standard)
  expect(pdf).toMatch(isTagged)
  expect(pdf).toContain('The title')
})

test.each(['漢字', '😀', 'نور'])(
  'a sign that the font lacks (%s) leaves it tagged',
  async (words) => {
    const pdf = await pdfOf(words)
    expect(pdf).not.toContain(standard)
    expect(pdf).toMatch(isTagged)
  },
)

test.each([
  '#panic("run")',
  '#sys.inputs',
  '$x$ \\ *bold* // not a comment',
  '"]#read("/etc/passwd")',
])('what a person wrote is shown and never run: %s', async (words) => {
  expect(await pdfOf(words)).toContain(standard)
})

test('a template that is wrong is a defect', async () => {
  await writeFile(path.join(projectRoot, 'wrong.typ'), '#nothing')
  await expect(makePdf({ projectRoot, file: 'wrong.typ' }, {})).rejects.toThrow('wrong.typ')
})
