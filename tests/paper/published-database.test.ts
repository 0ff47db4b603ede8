/** Every number that the paper prints, recomputed from the database after an import. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '../../src/platform/database.ts'
import { analyseStudy } from '../../src/report/analyse-study.ts'
import type { Analysis } from '../../src/report/analysis.ts'
import { importStudy } from '../../src/report/exchange/import-study.ts'
import { loadStudy } from '../../src/report/exchange/load-study.ts'
import { readStudyFolder } from '../../src/report/exchange/study-folder.ts'
import { recomputePublished } from '../../src/report/published.ts'
import type { Study } from '../../src/report/study.ts'
import { newOrganisation, testDatabase } from '../support/database.ts'

const example = join(import.meta.dirname, '../../examples/sheffield-2022')
const database = testDatabase()
afterAll(() => database.destroy())

let fromFolder: Study
let fromDatabase: Study
let analysis: Analysis

beforeAll(async () => {
  const folder = await readStudyFolder(example)
  if (!folder.ok) throw new Error('the example does not read')
  fromFolder = folder.value
  fromDatabase = await throughDatabase(fromFolder)
  analysis = analyseStudy(fromDatabase)
})

const throughDatabase = async (study: Study): Promise<Study> => {
  const scope = await newOrganisation(database)
  const programmeId = crypto.randomUUID()
  const nameOf = () => 'Somebody'
  expect((await importStudy(scope, { programmeId, name: 'Study', study, nameOf })).ok).toBe(true)
  const loaded = await read(database, scope.organisationId, (tx) =>
    loadStudy(tx, { ...scope, programmeId }),
  )
  if (loaded === null) throw new Error('the programme is not there')
  return loaded.study
}

const sorted = (rows: readonly unknown[]): readonly string[] =>
  rows.map((row) => JSON.stringify(Object.entries(Object(row)).toSorted())).toSorted()

test('the database gives every table of the study back as it was, whatever the order', () => {
  expect(fromDatabase.protocol).toEqual(fromFolder.protocol)
  expect(fromDatabase.codebook).toEqual(fromFolder.codebook)
  const tables = ['scores', 'answers', 'willingness', 'sessions', 'comments', 'codings'] as const
  for (const table of tables) {
    expect(sorted(fromDatabase[table]), table).toEqual(sorted(fromFolder[table]))
  }
  for (const person of fromFolder.participants)
    expect(fromDatabase.participants).toContainEqual(person)
  expect(fromDatabase.participants).toHaveLength(fromFolder.participants.length)
})

test('every number that can be recomputed agrees with the one printed, as from the folder', () => {
  const figures = recomputePublished(analysis)
  expect(figures.length).toBeGreaterThan(60)
  expect(figures).toEqual(recomputePublished(analyseStudy(fromFolder)))
  const different = figures.filter(({ agrees }) => !agrees)
  expect(different.map(({ printed, recomputedText }) => [printed, recomputedText])).toEqual([
    ['66.6', '66.67'],
    ['66.6', '66.67'],
  ])
})

test('a pair that met three times, once without a time, comes back with three sessions', async () => {
  const [first] = fromFolder.sessions
  if (first === undefined) throw new Error('the example has no sessions')
  const again = [
    { ...first, durationMinutes: 20, mode: 'online' as const },
    { ...first, durationMinutes: null },
  ]
  const sessions = [...fromFolder.sessions, ...again]
  const study = await throughDatabase({ ...fromFolder, sessions })
  expect(sorted(study.sessions)).toEqual(sorted(sessions))
})
