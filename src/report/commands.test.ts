import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CommandOutcome } from '../cli/command.ts'
import { readCsv } from '../lib/csv.ts'
import { commands } from './commands.ts'

const example = join(import.meta.dirname, '../../examples/sheffield-2022')
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turnabout-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

const analyse = async (
  from: string,
  options: Readonly<Record<string, string | boolean>> = {},
): Promise<{ readonly outcome: CommandOutcome; readonly output: string }> => {
  const command = commands.find(({ name }) => name === 'analyse')
  if (command === undefined) throw new Error('there is no command analyse')
  let output = ''
  const write = (text: string): void => {
    output += text
  }
  const outcome = await command.run({ arguments: [from], options, stdin: process.stdin, write })
  return { outcome, output }
}

test('the text report shows medians, quartiles and both p of the example', async () => {
  const { outcome, output } = await analyse(example)
  expect(outcome).toEqual({ ok: true })
  expect(output).toContain('quartiles: Tukey hinges')
  expect(output).toMatch(/Mentor +1 +Confidence.* Total +6 +21\.5 +20–25 +0/)
  expect(output).toMatch(/Total +1 → 5 +5 +23 → 29 +5\/0\/0 +0\.043 +0\.0625 \(2\/32\) +0\.0625/)
  expect(output).toContain('3 willing to mentor 5 of 5 mentees')
})

test('the quartiles shown are the ones asked for', async () => {
  const { output } = await analyse(example, { quartiles: 'haverage' })
  expect(output).toContain('5 sessions, median 45 min, quartiles 30–115, longest 180')
})

test('the JSON has every part of the contract', async () => {
  const { output } = await analyse(example, { json: true })
  expect(Object.keys(JSON.parse(output))).toEqual(
    expect.arrayContaining([
      ...['summaries', 'comparisons', 'sessions', 'willingness', 'participants', 'tally'],
    ]),
  )
})

test('with a folder to write to, the tables lie there with a row for each line of the analysis', async () => {
  const out = join(folder, 'new/report')
  const { output } = await analyse(example, { json: true, out })
  const analysis = JSON.parse(output)
  for (const name of ['summaries', 'comparisons', 'tally']) {
    const table = readCsv(await readFile(join(out, `${name}.csv`)))
    expect(table.ok && table.value.rows.length, name).toBe(analysis[name].length)
  }
  expect(JSON.parse(await readFile(join(out, 'analysis.json'), 'utf8'))).toEqual(analysis)
  expect((await readdir(join(out, 'figures'))).toSorted()).toEqual([
    'mentee-awareness-4-5.svg',
    'mentee-importance-4-5.svg',
    'mentor-confidence-1-5.svg',
    'mentor-understanding-1-5.svg',
  ])
  expect(await readFile(join(out, 'figures', 'mentor-confidence-1-5.svg'), 'utf8')).toContain(
    'every pair, total out of 35',
  )
})

test('a file in place of the folder is a problem that names it', async () => {
  const out = join(folder, 'taken')
  await writeFile(out, '')
  const { outcome } = await analyse(example, { out })
  expect(outcome).toMatchObject({ ok: false, problem: { kind: 'report.cannot_write' } })
})

test('a folder that is no study folder gives every error, and as JSON too', async () => {
  const { outcome, output } = await analyse(folder, { json: true })
  expect(outcome).toMatchObject({ ok: false, isReported: true })
  expect(JSON.parse(output).problem).toMatchObject({ kind: 'study_folder.invalid', total: 4 })
  expect(outcome.ok ? '' : outcome.sentence.split('\n')).toEqual([
    expect.stringContaining('datapackage.json: the file is missing'),
    expect.stringContaining('protocol.json: the file is missing'),
    expect.stringContaining('participants.csv: the file is missing'),
    expect.stringContaining('scores.csv: the file is missing'),
    '4 errors. Nothing was taken over from the folder.',
  ])
})
