import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { CannotWriteProblem } from '../problems.ts'

const refusals = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EEXIST', 'EISDIR']

/** Writes files, by their path within the folder, which is made when it is not there. */
export const writeFiles = async (
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<Result<null, CannotWriteProblem>> => {
  try {
    for (const [path, content] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), content)
    }
    return ok(null)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    const reason = String(error.code)
    if (!refusals.includes(reason)) throw error
    return fail({ kind: 'report.cannot_write', folder, reason })
  }
}
