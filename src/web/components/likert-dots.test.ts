import { expect, test } from 'vitest'
import { likertDots } from './likert-dots.tsx'

const anchors = [
  { value: 1, label: 'not at all' },
  { value: 2, label: 'a little' },
  { value: 3, label: 'somewhat' },
  { value: 4, label: 'rather' },
  { value: 5, label: 'very' },
]
const row = (scores: readonly number[], median: number | null) => ({
  label: 'Approachability',
  scores,
  median,
})
const chart = (scores: readonly number[], median: number | null) =>
  likertDots({ title: 'Confidence', anchors, rows: [row(scores, median)] })

test('every answer is one dot', () => {
  expect(chart([3, 3, 4, 5, 5, 5], 4.5).match(/<circle/g)).toHaveLength(6)
})

test('n and the median stand beside each domain', () => {
  expect(chart([3, 3, 4, 5, 5], 4)).toContain('n 5, ▼ median 4')
})

test('a domain that nobody answered says so', () => {
  const svg = chart([], null)
  expect(svg).toContain('no answers')
  expect(svg).not.toContain('<circle')
})

test('only the ends of the scale are spelled out', () => {
  const svg = chart([1], 1)
  expect(svg).toContain('1 not at all')
  expect(svg).toContain('5 very')
  expect(svg).not.toContain('somewhat')
})

test('more answers than can be counted by eye become a bar with the number', () => {
  const svg = chart(
    Array.from({ length: 25 }, () => 2),
    2,
  )
  expect(svg).not.toContain('<circle')
  expect(svg).toMatch(/>25<\/text>/)
})
