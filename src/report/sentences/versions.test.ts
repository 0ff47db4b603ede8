import { beforeAll, expect, test } from 'vitest'
import { exampleStudy } from '../../../tests/support/example-study.ts'
import { analyseStudy } from '../analyse-study.ts'
import { readStudyFiles } from '../exchange/study-folder.ts'
import { studyFolderFiles } from '../exchange/write-study-folder.ts'
import { describeResults } from '../sentences.ts'
import type { Study } from '../study.ts'
import { textReport } from '../text-report.ts'
import { versionsCompared } from './versions.ts'

let changed: Study
beforeAll(async () => {
  changed = {
    ...(await exampleStudy()),
    versions: {
      stages: [
        { stage: 1, versions: [1] },
        { stage: 3, versions: [1, 2] },
        { stage: 5, versions: [3] },
      ],
      changes: [
        { from: 1, to: 2, differences: ['The question “Concerns” was reworded.'] },
        { from: 2, to: 3, differences: ['The question “Useful” was added.'] },
      ],
    },
  }
})

const sentence = 'Stage 1 was answered under version 1 of the protocol, stage 5 under version 3.'

test('two stages under different versions say so, with everything that changed between them', () => {
  expect(versionsCompared(changed, { from: 1, to: 5 })).toEqual({
    sentence,
    differences: ['The question “Concerns” was reworded.', 'The question “Useful” was added.'],
  })
})

test('a stage that was opened again after a change names both versions', () => {
  expect(versionsCompared(changed, { from: 1, to: 3 })).toMatchObject({
    sentence:
      'Stage 1 was answered under version 1 of the protocol, stage 3 under versions 1 and 2.',
    differences: ['The question “Concerns” was reworded.'],
  })
})

test('one version, an unknown stage and a study without versions say nothing', async () => {
  const versions = {
    stages: [
      { stage: 1, versions: [1] },
      { stage: 5, versions: [1] },
    ],
    changes: [],
  }
  expect(versionsCompared({ versions }, { from: 1, to: 5 })).toBeNull()
  expect(versionsCompared(changed, { from: 4, to: 5 })).toBeNull()
  expect(versionsCompared(await exampleStudy(), { from: 1, to: 5 })).toBeNull()
})

test('the text, the results in words and an exported folder carry it along', async () => {
  const analysis = analyseStudy(changed)
  expect(textReport(changed, analysis)).toContain(sentence)
  const parts = describeResults({ study: changed, analysis })
  expect(JSON.stringify(parts)).toContain(sentence)
  const files = studyFolderFiles(changed)
  const again = await readStudyFiles(async (path) => {
    const text = files.get(path)
    return text === undefined ? null : new TextEncoder().encode(text)
  })
  expect(again).toEqual({ ok: true, value: changed })
})

test('versions of the wrong shape are named with their field', async () => {
  const files = new Map(studyFolderFiles(changed))
  const broken = { ...JSON.parse(files.get('datapackage.json') ?? ''), protocolVersions: 3 }
  files.set('datapackage.json', JSON.stringify(broken))
  const read = await readStudyFiles(async (path) => {
    const text = files.get(path)
    return text === undefined ? null : new TextEncoder().encode(text)
  })
  expect(read).toMatchObject({ ok: false, problem: { errors: [{ column: 'protocolVersions' }] } })
})
