/** The draw itself, from its inputs and the two values: the same here, and wherever it is verified. */
import { createRandom } from '../../lib/random.ts'
import { ok, type Result } from '../../lib/result.ts'
import type { Allocation, AllocationProblem, Pair } from '../model.ts'
import { drawAllocation, prepareDraw } from '../rules.ts'
import { type Contributions, commitmentOf, seedOf, sha256 } from './hash.ts'
import { allocationInputOf, type Inputs, writeInputs } from './inputs.ts'

export type MadeDraw = {
  readonly allocation: Allocation
  readonly inputsSha256: string
  readonly commitment: string
  readonly seed: string
  readonly resultSha256: string
}

/**
 * @returns the allocation under the labels of the inputs, with every hash that the certificate names; or why there is
 *          no complete pairing
 */
export const runDraw = (
  inputs: Inputs,
  contributions: Contributions,
): Result<MadeDraw, AllocationProblem> => {
  const draw = prepareDraw(allocationInputOf(inputs))
  if (!draw.ok) return draw
  const inputsSha256 = sha256(writeInputs(inputs))
  const commitment = commitmentOf(inputsSha256, contributions)
  const seed = seedOf(commitment)
  const allocation = drawAllocation(draw.value, createRandom(seed))
  const resultSha256 = resultHashOf(inputs.salt, allocation.pairs)
  return ok({ allocation, inputsSha256, commitment, seed, resultSha256 })
}

/** With the salt, so that the pairs cannot be guessed from it. */
export const resultHashOf = (salt: string, pairs: readonly Pair[]): string =>
  sha256(
    `${JSON.stringify({
      format: 'turnabout-allocation-result/1',
      salt,
      pairs: pairs.map(({ mentor, mentee }) => [mentor, mentee]).sort(byText),
    })}\n`,
  )

const byText = (a: readonly string[], b: readonly string[]): number =>
  JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
