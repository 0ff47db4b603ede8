import { expect, test } from 'vitest'
import { codePointLength, sliceByCodePoints } from './text.ts'

test('a sign outside the basic plane counts as one', () => {
  expect([codePointLength('a😀b'), codePointLength('né'), codePointLength('')]).toEqual([3, 2, 0])
})

test('an excerpt is cut between code points, its end not included', () => {
  expect(sliceByCodePoints('a😀b — c', 1, 3)).toBe('😀b')
})
