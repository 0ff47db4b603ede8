/** The protocols that come with the product: one file each in protocols/. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, type Result } from '../lib/result.ts'
import type { Protocol } from './model.ts'
import type { BuiltInProtocolProblem } from './problems.ts'
import { parseProtocol } from './rules.ts'

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** @param projectRoot the folder that holds protocols/, given because the built server runs from elsewhere */
export const loadBuiltInProtocol = async (
  projectRoot: string,
  id: string,
): Promise<Result<Protocol, BuiltInProtocolProblem>> => {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) return fail({ kind: 'protocol.not_found', id })
  try {
    return parseProtocol(await readFile(join(projectRoot, 'protocols', `${id}.json`), 'utf8'))
  } catch (error) {
    if (isAbsent(error)) return fail({ kind: 'protocol.not_found', id })
    throw error
  }
}
