/**
 * `node scripts/draws.ts [DRAWS]`: 300,000 draws, or as many as named, for each of the groups that the tests know, against
 * the full enumeration. Prints what was found, and ends with 1 when a draw is not uniform.
 */
import { drawOf, evidenceOf, isUniform } from '../tests/support/draw-evidence.ts'
import { drawInstances } from '../tests/support/draw-instances.ts'

const write = (line: string) => process.stdout.write(`${line}\n`)
const draws = Number(process.argv[2] ?? 300_000)

write(`${draws} draws each; chi-square, its 0.999 quantile, pairs outside their binomial limits`)
for (const [name, input] of Object.entries(drawInstances)) {
  const evidence = evidenceOf(input, drawOf(input), { draws, seed: name })
  const { allocations, chiSquare, limit, oddPairs } = evidence
  const numbers = `${chiSquare.toFixed(1)} of ${limit.toFixed(1)}, ${oddPairs.length} pairs`
  write(`${name}: ${allocations} allocations, ${numbers}${isUniform(evidence) ? '' : ': WRONG'}`)
  if (!isUniform(evidence)) process.exitCode = 1
}
