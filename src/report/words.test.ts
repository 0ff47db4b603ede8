import { expect, test } from 'vitest'
import { exampleStudy } from '../../tests/support/example-study.ts'
import { pIs, shareOf, themeLabel, willingFor } from './words.ts'

test('a theme is read as words', () => {
  expect(themeLabel('hierarchy_or_power_gradient')).toBe('Hierarchy or power gradient')
})

test('a share is written as the paper writes it, and rounded rather than cut off', () => {
  expect(shareOf(4, 6)).toBe('4 out of 6 (66.7%)')
  expect(shareOf(0, 0)).toBe('0 out of 0')
})

test('willingness for everybody is said as all', async () => {
  const { protocol } = await exampleStudy()
  expect(willingFor(protocol, { willing: 5, asked: 5 })).toBe('all 5 mentees')
  expect(willingFor(protocol, { willing: 3, asked: 5 })).toBe('3 out of 5 (60.0%) mentees')
})

test('a p that is too small to print is named so', () => {
  expect(pIs('0.043')).toBe('p = 0.043')
  expect(pIs('<0.001')).toBe('p < 0.001')
})
