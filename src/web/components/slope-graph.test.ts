import { expect, test } from 'vitest'
import { slopeGraph } from './slope-graph.tsx'
import { endLabels, linesOf, type Pair } from './slopes.ts'

const pairs: readonly Pair[] = [
  { id: 'M1', before: 20, after: 27 },
  { id: 'M2', before: 20, after: 27 },
  { id: 'M3', before: 23, after: 31 },
  { id: 'M4', before: 25, after: 24 },
  { id: 'M5', before: 28, after: 28 },
]

const graph = {
  title: 'Confidence of mentors',
  before: 'Stage 1',
  after: 'Stage 5',
  pairs,
  domain: [7, 35] as const,
  medianBefore: 23,
  medianAfter: 27,
}

test('equal changes share a line, and nobody is lost', () => {
  const lines = linesOf(pairs)
  expect(lines).toHaveLength(4)
  expect(lines[0]).toEqual({ before: 20, after: 27, ids: ['M1', 'M2'] })
  expect(lines.flatMap(({ ids }) => ids).toSorted()).toEqual(['M1', 'M2', 'M3', 'M4', 'M5'])
})

test('a line for two people is wider than a line for one', () => {
  const widths = [
    ...slopeGraph(graph).matchAll(/<line x1="150" x2="330"[^>]*stroke-width="([^"]+)"/g),
  ]
  const [two, one] = widths.map(([, width]) => Number(width))
  expect(two).toBeGreaterThan(one ?? Number.NaN)
})

test('every score at an end is named once, the highest first, with whose it is', () => {
  expect(endLabels(pairs, 'after')).toEqual([
    { score: 31, who: 'M3' },
    { score: 28, who: 'M5' },
    { score: 27, who: 'M1, M2' },
    { score: 24, who: 'M4' },
  ])
})

test('four people with one score are counted, not named', () => {
  const four = ['M1', 'M2', 'M3', 'M4'].map((id) => ({ id, before: 20, after: 27 }))
  expect(endLabels(four, 'before')).toEqual([{ score: 20, who: '(4 people)' }])
})

test('higher, lower and unchanged are counted in people and told apart without colour', () => {
  const svg = slopeGraph(graph)
  expect(svg).toContain('higher: 3')
  expect(svg).toContain('lower: 1')
  expect(svg).toContain('unchanged: 1')
  expect(new Set(svg.match(/stroke-dasharray="[^"]+"/g))).toHaveLength(2)
})

test('medians are marked and said, and left out where there are none', () => {
  expect(slopeGraph(graph)).toContain('median 23')
  const unknown = slopeGraph({ ...graph, medianBefore: null, medianAfter: null })
  expect(unknown).not.toContain('median')
})

test('the scale shown is the whole scale, not the part that was used', () => {
  const svg = slopeGraph(graph)
  expect(svg).toMatch(/>35<\/text>/)
  expect(svg).toMatch(/>7<\/text>/)
})

test('with forty people the lines stay and the names go', () => {
  const many = Array.from({ length: 40 }, (_, index) => ({
    id: `M${index}`,
    before: 7 + (index % 26),
    after: 9 + ((index * 11) % 26),
  }))
  const svg = slopeGraph({ ...graph, pairs: many })
  expect(svg.match(/<line x1="150" x2="330"/g)).toHaveLength(linesOf(many).length)
  expect(svg).not.toContain('M17')
})

test('no style attribute is left that the security policy would refuse', () => {
  expect(slopeGraph(graph)).not.toContain('style=')
})
