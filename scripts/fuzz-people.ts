/**
 * The long form of the property tests of tables of people: `node scripts/fuzz-people.ts [FILES]`, 100,000 unless told.
 * Prints how many were read and how many refused, why, and the slowest; ends with 1 if any breaks a rule.
 */
import fc from 'fast-check'
import { breachesOf } from '../tests/support/people-table-rules.ts'
import { anyFile, readFile, secondsSince } from '../tests/support/people-tables.ts'

const files = Number(process.argv[2] ?? 100_000)
const seed = Date.now() % 2 ** 31
const batch = 1000

const outcomes = new Map<string, number>()
let slowest = { milliseconds: 0, bytes: 0 }
let broken = 0

const look = (bytes: Uint8Array): void => {
  const begun = process.cpuUsage()
  const outcome = readFile(bytes)
  const milliseconds = 1000 * secondsSince(begun)
  if (milliseconds > slowest.milliseconds) slowest = { milliseconds, bytes: bytes.length }
  const kind = outcome.ok ? 'read' : outcome.problem.kind
  outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1)
  const breaches = breachesOf(outcome)
  if (breaches.length === 0 && milliseconds < 1000) return
  broken += 1
  process.stdout.write(
    `${Buffer.from(bytes).toString('base64').slice(0, 400)}\n${breaches.join('\n')}\n`,
  )
}

for (let done = 0; done < files; done += batch) {
  const numRuns = Math.min(batch, files - done)
  for (const bytes of fc.sample(anyFile, { numRuns, seed: seed + done })) look(bytes)
}

const lines = [...outcomes].toSorted(([, one], [, other]) => other - one)
process.stdout.write(
  [
    `${files} files, seed ${seed}`,
    ...lines.map(([kind, n]) => `${String(n).padStart(8)}  ${kind}`),
    `slowest: ${slowest.milliseconds.toFixed(1)} ms for ${slowest.bytes} bytes`,
    `${broken} broke a rule or took a second`,
    '',
  ].join('\n'),
)
process.exitCode = broken === 0 ? 0 : 1
