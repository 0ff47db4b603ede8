import { expect, test } from 'vitest'
import { levelOf } from './risk-levels.ts'

test.each([
  ['Remote', 'Severe', 'Low'],
  ['Possible', 'Severe', 'High'],
  ['Probable', 'Severe', 'High'],
  ['Remote', 'Significant', 'Low'],
  ['Possible', 'Significant', 'Medium'],
  ['Probable', 'Significant', 'High'],
  ['Remote', 'Minimal', 'Low'],
  ['Possible', 'Minimal', 'Low'],
  ['Probable', 'Minimal', 'Low'],
] as const)('%s and %s is %s, as in the guidance', (likelihood, severity, level) => {
  expect(levelOf({ likelihood, severity })).toBe(level)
})
