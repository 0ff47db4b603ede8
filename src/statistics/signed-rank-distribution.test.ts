import { expect, test } from 'vitest'
import { signedRankDistribution } from './signed-rank-distribution.ts'

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1)

test('of five untied ranks, two sign assignments give a sum of at most 1', () => {
  const distribution = signedRankDistribution([1, 2, 3, 4, 5])
  expect(distribution.countUpTo(1)).toBe(2n)
  expect(distribution.probabilityUpTo(1)).toBe(2 / 32)
})

test('half ranks count as they are', () => {
  const distribution = signedRankDistribution([1.5, 1.5, 3])
  expect([0, 1, 1.5, 3, 4.5, 6].map(distribution.countUpTo)).toEqual([1n, 1n, 3n, 5n, 7n, 8n])
})

test('no ranks have one assignment, one rank has two', () => {
  expect(signedRankDistribution([]).countUpTo(0)).toBe(1n)
  expect(signedRankDistribution([1]).probabilityUpTo(0)).toBe(0.5)
})

test('100 ranks are counted without rounding, 101 are not counted', () => {
  const sum = (100 * 101) / 2
  const { countUpTo } = signedRankDistribution(upTo(100))
  expect(countUpTo(sum)).toBe(2n ** 100n)
  const below = countUpTo(sum / 2 - 1) ?? 0n
  expect(below + (countUpTo(sum / 2) ?? 0n)).toBe(2n ** 100n)
  expect(signedRankDistribution(upTo(101)).countUpTo(1)).toBeNull()
})

test('1000 ranks stay within the range of numbers', () => {
  const { probabilityUpTo } = signedRankDistribution(upTo(1000))
  expect(probabilityUpTo(0)).toBe(2 ** -1000)
  expect(probabilityUpTo(500_500)).toBeCloseTo(1, 12)
})
