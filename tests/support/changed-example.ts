/** The example study with something changed in its files, and what is said about it. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { StudyFolderProblem } from '../../src/report/exchange/study-folder/errors.ts'
import { readStudyFiles } from '../../src/report/exchange/study-folder.ts'
import { sentenceOfFolderError } from '../../src/report/problems.ts'

export const example = join(import.meta.dirname, '../../examples/sheffield-2022')

export type Files = Map<string, string | Uint8Array>

export const exampleFiles = async (): Promise<Files> => {
  const names = (await readdir(example)).filter((name) => /\.(csv|json)$/.test(name))
  const files: Files = new Map()
  for (const name of names) {
    const text = await readFile(join(example, name), 'utf8')
    files.set(name, text.replaceAll('\r\n', '\n'))
  }
  return files
}

export const read = (files: Files) =>
  readStudyFiles(async (path) => {
    const content = files.get(path)
    return typeof content === 'string' ? new TextEncoder().encode(content) : (content ?? null)
  })

/** What is said about the example when one of its files is changed. */
export const problemAfter = async (change: (files: Files) => void): Promise<StudyFolderProblem> => {
  const files = await exampleFiles()
  change(files)
  const study = await read(files)
  if (study.ok) throw new Error('the folder was read')
  return study.problem
}

export const sentencesAfter = async (change: (files: Files) => void): Promise<readonly string[]> =>
  (await problemAfter(change)).errors.map(sentenceOfFolderError)

export const textIn = (files: Files, name: string): string => {
  const text = files.get(name)
  if (typeof text !== 'string') throw new Error(`${name} is not there`)
  return text
}

export const withRows =
  (name: string, ...rows: readonly string[]) =>
  (files: Files) => {
    const [header] = textIn(files, name).split('\n')
    files.set(name, `${[header, ...rows].join('\n')}\n`)
  }

export const replacing = (name: string, old: string, text: string) => (files: Files) => {
  const before = textIn(files, name)
  if (!before.includes(old)) throw new Error(`${name} has no ${old}`)
  files.set(name, before.replace(old, text))
}

export const score = (row: string) => withRows('scores.csv', row)
export const asked = 'M1,mentor,1,confidence,strengths'
