import { expect, test } from 'vitest'
import { type MedianChange, medianChanges } from './median-changes.tsx'

const change: MedianChange = { label: 'Strengths', before: 3, after: 4, domain: [1, 5] }

test('each line says its two medians, and where they are the same, that nothing changed', () => {
  expect(medianChanges('Confidence', [change])).toContain('3 to 4')
  expect(medianChanges('Confidence', [{ ...change, after: 3 }])).toContain('unchanged at 3')
})

test('the medians stand in their places between the lowest and the highest score', () => {
  const svg = medianChanges('Confidence', [{ ...change, before: 1, after: 5 }])
  expect(svg).toMatch(/<circle cx="12".*<circle cx="468"/)
})

test('a lower median is dashed, so that colour is not the only sign', () => {
  expect(medianChanges('Confidence', [{ ...change, before: 4, after: 3 }])).toContain('dasharray')
  expect(medianChanges('Confidence', [change])).not.toContain('dasharray')
})
