/** The study of the example folder, which gives the numbers that the paper prints. */
import path from 'node:path'
import { readStudyFolder } from '../../src/report/exchange/study-folder.ts'
import type { Study } from '../../src/report/study.ts'

const folder = path.join(import.meta.dirname, '../../examples/sheffield-2022')

export const exampleStudy = async (): Promise<Study> => {
  const study = await readStudyFolder(folder)
  if (!study.ok) throw new Error('the example folder was refused')
  return study.value
}
