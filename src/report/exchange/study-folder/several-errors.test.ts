import { describe, expect, test } from 'vitest'
import {
  asked,
  exampleFiles,
  problemAfter,
  read,
  replacing,
  sentencesAfter,
  textIn,
  withRows,
} from '../../../../tests/support/changed-example.ts'
import { sentenceOfReportProblem } from '../../problems.ts'

describe('several things wrong', () => {
  test('errors of different files and rows are all named, in the order of the files', async () => {
    const sentences = await sentencesAfter((files) => {
      replacing('participants.csv', 'male,31', 'man,old')(files)
      withRows('scores.csv', 'M9,mentor,9,confidence,strengths,9', `${asked},9`)(files)
      files.delete('willingness.csv')
    })
    expect(sentences.map((sentence) => sentence.slice(0, sentence.indexOf(':')))).toEqual([
      'willingness.csv',
      'participants.csv, row 2, column sex',
      'participants.csv, row 2, column age',
      'scores.csv, row 2, column participant',
      'scores.csv, row 2, column stage',
      'scores.csv, row 2, column score',
      'scores.csv, row 3, column score',
    ])
  })

  test('without a data package, a protocol or participants the shape of the rest is still checked', async () => {
    const sentences = await sentencesAfter((files) => {
      for (const name of ['datapackage.json', 'protocol.json', 'participants.csv'])
        files.delete(name)
      replacing('scores.csv', ',score', ',points')(files)
    })
    expect(sentences.map((sentence) => sentence.slice(0, sentence.indexOf(':')))).toEqual([
      'datapackage.json',
      'protocol.json',
      'participants.csv',
      'scores.csv, row 1, column score',
      'scores.csv, row 1, column points',
    ])
  })

  test('a wrong participant row does not make the scores of that participant wrong', async () => {
    const problem = await problemAfter(replacing('participants.csv', 'male,31', 'man,31'))
    expect(problem.total).toBe(1)
  })

  test('codings without comments and a codebook say what they need', async () => {
    const sentences = await sentencesAfter((files) => {
      const resources = ['protocol', 'participants', 'scores', 'codings'].map((name) => ({
        name,
        path: name === 'protocol' ? 'protocol.json' : `${name}.csv`,
      }))
      files.set('datapackage.json', JSON.stringify({ name: 'x', resources }))
      files.delete('comments.csv')
      files.delete('codebook.csv')
    })
    expect(sentences).toEqual([
      'codings.csv: codings refer to comments.csv, which is missing; put it there.',
      'codings.csv: codings refer to codebook.csv, which is missing; put it there.',
    ])
  })

  test('a million wrong rows are all counted, the first thousand listed and the total said', async () => {
    const header = 'participant,role,stage,measure,domain,score'
    const all = await problemAfter((files) => {
      files.set('scores.csv', `${header}\n${`${asked},6\n`.repeat(1_000_000)}`)
    })
    // Each row but the first is wrong twice: its score is off the scale, and it repeats row 2.
    expect([all.total, all.errors.length]).toEqual([1_999_999, 1000])
    expect(sentenceOfReportProblem(all).split('\n').at(-1)).toBe(
      '1,999,999 errors, of which the first 1,000 are listed. Nothing was taken over from the folder.',
    )
  }, 120_000)
})

describe('what may be absent', () => {
  test('protocol, participants and scores are enough for a study', async () => {
    const files = await exampleFiles()
    for (const name of files.keys()) {
      if (!/^(protocol|participants|scores)\./.test(name)) files.delete(name)
    }
    const resources = [{ name: 'scores', path: 'scores.csv' }]
    files.set('datapackage.json', JSON.stringify({ name: 'x', resources }))
    const study = await read(files)
    expect(study.ok && [study.value.scores.length, study.value.comments.length]).toEqual([312, 0])
  })

  test('a resource may lie anywhere in the folder under another name', async () => {
    const files = await exampleFiles()
    files.set('tables/points.csv', textIn(files, 'scores.csv'))
    files.delete('scores.csv')
    replacing('datapackage.json', '"scores.csv"', '"tables/points.csv"')(files)
    expect((await read(files)).ok).toBe(true)
  })
})
