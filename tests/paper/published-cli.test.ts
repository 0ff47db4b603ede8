/** Every number that the paper prints, recomputed from the example study by the command line. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Analysis } from '../../src/report/analysis.ts'
import { commands } from '../../src/report/commands.ts'
import { adjustPublished, type Published, recomputePublished } from '../../src/report/published.ts'

const example = join(import.meta.dirname, '../../examples/sheffield-2022')

/** `{ a: { b: [1, 2] } }` → `a.b.0` 1, `a.b.1` 2. */
const leavesOf = (value: unknown, path: readonly string[] = []): readonly [string, number][] =>
  typeof value === 'number'
    ? [[path.join('.'), value]]
    : Object.entries(Object(value)).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))

const published = leavesOf(JSON.parse(await readFile(join(example, 'published.json'), 'utf8')))

let figures: readonly Published[]

beforeAll(async () => {
  const analyse = commands.find(({ name }) => name === 'analyse')
  let output = ''
  const outcome = await analyse?.run({
    arguments: [example],
    options: { json: true },
    stdin: process.stdin,
    write: (text) => {
      output += text
    },
  })
  expect(outcome).toEqual({ ok: true })
  figures = recomputePublished(JSON.parse(output) as Analysis)
})

describe('published.json', () => {
  test.each(published)('%s is %d, as printed', (path, value) => {
    const figure = figures.find((one) => one.path === path)
    expect(Number(figure?.printed)).toBe(value)
    expect(figure, figure?.recomputedText).toMatchObject({ agrees: true })
  })

  test('every figure with a path stands there, once', () => {
    const paths = figures.flatMap(({ path }) => path ?? [])
    expect(paths.toSorted()).toEqual(published.map(([path]) => path).toSorted())
  })
})

describe('beyond published.json', () => {
  test('the only figures that cannot be recomputed are two percentages that the paper cut off', () => {
    const different = figures.filter(({ agrees }) => !agrees)
    expect(
      different.map(({ what, printed, recomputedText }) => [what, printed, recomputedText]),
    ).toEqual([
      ['Male mentors, percent', '66.6', '66.67'],
      ['Mentors with concerns before phase 1, percent', '66.6', '66.67'],
    ])
    expect(different.map(({ note }) => note)).toEqual([
      expect.stringContaining('cut the digits off'),
      expect.stringContaining('cut the digits off'),
    ])
  })

  test('table 1 has a stroke for every mention', () => {
    const strokes = figures.filter(({ where }) => where === 'Table 1')
    expect(strokes.map(({ recomputed }) => recomputed)).toEqual([
      ...[1, 1, 1, 1, 3, 0, 1, 0, 3, 3, 0, 0, 1, 0, 1, 0],
      ...[0, 0, 1, 0, 0, 2, 0, 0, 1, 1, 1, 1],
    ])
  })

  test('with Holm over the six tests that the paper reports, nothing stays below .05', () => {
    const tests = adjustPublished(figures)
    expect(tests).toHaveLength(6)
    const smallest = (p: readonly (number | null)[]) => Math.min(...p.map((value) => value ?? 0))
    expect(smallest(tests.map(({ printedHolm }) => printedHolm))).toBeCloseTo(0.246, 10)
    expect(smallest(tests.map(({ recomputedHolm }) => recomputedHolm))).toBeCloseTo(0.2474, 4)
  })
})
