/** The built-in protocols, parsed. */
import { readFileSync } from 'node:fs'
import type { Protocol } from '../../src/protocol/model.ts'
import { sentenceOfProtocolProblem } from '../../src/protocol/problems.ts'
import { parseProtocol } from '../../src/protocol/rules.ts'

export const builtIn = (id: string): Protocol => {
  const file = new URL(`../../protocols/${id}.json`, import.meta.url)
  const parsed = parseProtocol(readFileSync(file, 'utf8'))
  if (!parsed.ok) throw new Error(sentenceOfProtocolProblem(parsed.problem))
  return parsed.value
}

export const sheffield = builtIn('sheffield-2022')
