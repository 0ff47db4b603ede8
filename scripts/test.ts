/** `npm test`: format and lint, types, then every test; the last line counts what passed and what failed. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildIfNeeded } from './build.ts'

type Count = { readonly passed: number; readonly failed: number }

const write = (text: string): void => {
  process.stdout.write(text)
}

const run = (command: string, given: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(path.resolve('node_modules/.bin', command), given, { stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })

/** A check counts as one: it holds or it does not. */
const check = async (title: string, command: string, given: readonly string[]): Promise<Count> => {
  write(`\n${title}\n`)
  const code = await run(command, given)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

const runTests = async (filters: readonly string[]): Promise<Count> => {
  write('\nTests\n')
  const folder = await mkdtemp(path.join(tmpdir(), 'turnabout-results-'))
  const file = path.join(folder, 'results.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await run('vitest', ['run', ...reporters, ...filters])
  const text = await readFile(file, 'utf8').catch(() => '{}')
  await rm(folder, { recursive: true })
  const { numPassedTests = 0, numFailedTests = 0, numFailedTestSuites = 0 } = JSON.parse(text)
  const failed = Math.max(numFailedTests, numFailedTestSuites > 0 || code !== 0 ? 1 : 0)
  return { passed: numPassedTests, failed }
}

const filters = process.argv.slice(2)
await buildIfNeeded()
const counts = [
  await check('Format and lint', 'biome', ['ci', '.']),
  await check('Types', 'tsc', ['--noEmit']),
  await check('Types of the scripts for browsers', 'tsc', ['--noEmit', '-p', 'src/web/browser']),
  await runTests(filters),
]
const total = (key: keyof Count) => counts.reduce((sum, count) => sum + count[key], 0)
write(`\n${total('passed')} passed, ${total('failed')} failed\n`)
process.exitCode = total('failed') === 0 ? 0 : 1
