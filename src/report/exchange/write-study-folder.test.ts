import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Study } from '../study.ts'
import { columnsOf } from './study-folder/read-resources.ts'
import { tableSchemas } from './study-folder/table-schemas.ts'
import { readStudyFiles, readStudyFolder } from './study-folder.ts'
import { studyFolderFiles } from './write-study-folder.ts'

const example = join(import.meta.dirname, '../../../examples/sheffield-2022')

const exampleStudy = async (): Promise<Study> => {
  const study = await readStudyFolder(example)
  if (!study.ok) throw new Error('the example was refused')
  return study.value
}

const readAgain = (study: Study) => {
  const files = studyFolderFiles(study)
  return readStudyFiles(async (path) => {
    const text = files.get(path)
    return text === undefined ? null : new TextEncoder().encode(text)
  })
}

test('the example study, written and read again, is the same study', async () => {
  const study = await exampleStudy()
  expect(await readAgain(study)).toEqual({ ok: true, value: study })
})

test('the tables of the example are written as they stand in its folder, apart from line ends', async () => {
  for (const [name, text] of studyFolderFiles(await exampleStudy())) {
    if (!name.endsWith('.csv')) continue
    const committed = await readFile(join(example, name), 'utf8')
    expect(text, name).toBe(committed.replaceAll('\r\n', '\n'))
  }
})

test('quotation marks, line breaks, rare signs and formulas in a comment survive', async () => {
  const study = await exampleStudy()
  const text = '=cmd|\'x\'!A1, "quoted",\r\nsecond line 😀'
  const comments = study.comments.map((comment) => ({ ...comment, text }))
  const changed = { ...study, comments, codings: [] }
  expect(await readAgain(changed)).toEqual({ ok: true, value: changed })
})

test('how pairs met survives, and folders from before it was recorded are read as they are', async () => {
  const study = await exampleStudy()
  expect(new Set(study.sessions.map(({ mode }) => mode))).toEqual(new Set([null]))
  const [first, second, ...others] = study.sessions
  if (first === undefined || second === undefined) throw new Error('the example has no sessions')
  const modes = [
    { ...first, mode: 'online' as const },
    { ...second, mode: 'face_to_face' as const },
  ]
  const changed = { ...study, sessions: [...modes, ...others] }
  expect(await readAgain(changed)).toEqual({ ok: true, value: changed })
  const files = studyFolderFiles(changed)
  expect(files.get('sessions.csv')?.split('\n')[0]).toBe('pair,mentor,mentee,duration_min,mode')
  expect(files.get('datapackage.json')).toContain('"name": "mode"')
  expect(studyFolderFiles(study).get('datapackage.json')).not.toContain('"name": "mode"')
})

test('a study without answers still has every file, with its header', async () => {
  const study = await exampleStudy()
  const files = studyFolderFiles({ ...study, answers: [], sessions: [] })
  expect(files.get('answers.csv')).toBe('participant,role,stage,item,answer\n')
  expect(files.get('sessions.csv')).toBe('pair,mentor,mentee,duration_min\n')
})

test('the data package describes the columns of each table in their order', async () => {
  const { protocol } = await exampleStudy()
  const described = Object.entries(tableSchemas(protocol)).map(([name, { fields }]) => [
    name,
    fields.map((field) => field.name),
  ])
  expect(described).toEqual(Object.entries(columnsOf(protocol)))
})
