/** The published study as it comes with the program: people under codes, with the numbers that the paper prints. */
import path from 'node:path'
import type { Study } from '../study.ts'
import { readStudyFolder } from './study-folder.ts'

/** If it does not read, the program is at fault. */
export const readExampleStudy = async (projectRoot: string): Promise<Study> => {
  const read = await readStudyFolder(path.join(projectRoot, 'examples', 'sheffield-2022'))
  if (!read.ok) throw new Error(`The example study does not read: ${read.problem.kind}`)
  return read.value
}
