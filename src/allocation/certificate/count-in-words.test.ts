import { expect, test } from 'vitest'
import { countInWords } from './count-in-words.ts'

test.each([
  ['1', '1'],
  ['40', '40'],
  ['1234', '1,234'],
  ['999999999999', '999,999,999,999'],
  ['1000000000000', '1,000,000,000,000 (about 1.0 × 10¹²)'],
  ['2432902008176640000', '2,432,902,008,176,640,000 (about 2.4 × 10¹⁸)'],
  ['9960000000000', '9,960,000,000,000 (about 1.0 × 10¹³)'],
])('%s pairings are written as %s', (count, words) => {
  expect(countInWords(count)).toBe(words)
})

test('a number of hundreds of digits is written out, and named by its power of ten', () => {
  const words = countInWords(`7${'0'.repeat(456)}`)
  expect(words).toMatch(/^7(,000){152} \(about 7\.0 × 10⁴⁵⁶\)$/)
})
