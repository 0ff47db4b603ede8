/** The protocols that come with the product: one file each in protocols/. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '../lib/result.ts'
import type { Protocol } from './model.ts'
import { type BuiltInProtocolProblem, sentenceOfProtocolProblem } from './problems.ts'
import { parseProtocol } from './rules.ts'

export type BuiltInProtocol = { readonly text: string; readonly protocol: Protocol }

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** @param projectRoot the folder that holds protocols/, given because the built server runs from elsewhere */
export const loadBuiltInProtocol = async (
  projectRoot: string,
  id: string,
): Promise<Result<BuiltInProtocol, BuiltInProtocolProblem>> => {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) return fail({ kind: 'protocol.not_found', id })
  try {
    const text = await readFile(join(projectRoot, 'protocols', `${id}.json`), 'utf8')
    const parsed = parseProtocol(text)
    return parsed.ok ? ok({ text, protocol: parsed.value }) : parsed
  } catch (error) {
    if (isAbsent(error)) return fail({ kind: 'protocol.not_found', id })
    throw error
  }
}

export type BuiltInChoice = { readonly id: string; readonly protocol: Protocol }

/** That of the published study first. A file that does not read is a defect of the installation. */
export const listBuiltInProtocols = async (
  projectRoot: string,
): Promise<readonly BuiltInChoice[]> => {
  const names = (await readdir(join(projectRoot, 'protocols'))).filter((name) =>
    name.endsWith('.json'),
  )
  const ids = names.map((name) => name.slice(0, -'.json'.length)).toSorted()
  const choices = await Promise.all(
    ids.map(async (id) => {
      const loaded = await loadBuiltInProtocol(projectRoot, id)
      if (loaded.ok) return { id, protocol: loaded.value.protocol }
      throw new Error(`protocols/${id}.json: ${sentenceOfProtocolProblem(loaded.problem)}`)
    }),
  )
  const isPublished = ({ protocol }: BuiltInChoice) => protocol.source !== undefined
  return [...choices.filter(isPublished), ...choices.filter((choice) => !isPublished(choice))]
}
