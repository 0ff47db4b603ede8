import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createRandom, freshSeed, randomFrom, xoshiro128StarStar } from './random.ts'

/** 0.999 quantiles of chi-square: scipy 1.17.1 chi2.ppf(0.999, df). */
const quantile999 = { 4: 18.467, 5: 20.515, 6: 22.458, 9: 27.877, 23: 49.728 } as const

const chiSquare = (counts: readonly number[]): number => {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

const tally = (cells: number, draws: number, draw: () => number): number[] => {
  const counts = new Array<number>(cells).fill(0)
  for (let n = 0; n < draws; n += 1) {
    const drawn = draw()
    counts[drawn] = (counts[drawn] ?? 0) + 1
  }
  return counts
}

describe('the generator', () => {
  test('gives the reference outputs of xoshiro128** 1.1 for the state 1, 2, 3, 4', () => {
    const words = xoshiro128StarStar([1, 2, 3, 4])
    const outputs = Array.from({ length: 10 }, words)
    expect(outputs).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ])
  })

  test('starts from the SHA-256 of the seed', () => {
    const digest = createHash('sha256').update('sheffield').digest()
    const state = [0, 4, 8, 12].map((offset) => digest.readUInt32BE(offset))
    const words = xoshiro128StarStar(state)
    const random = createRandom('sheffield')
    const drawn = Array.from({ length: 20 }, () => random.below(2 ** 32))
    expect(drawn).toEqual(Array.from({ length: 20 }, words))
  })

  test('gives these numbers for the seed turnabout, for ever and everywhere', () => {
    const random = createRandom('turnabout')
    const drawn = [random.below(2 ** 32), random.below(48), random.belowBig(10n ** 24n)]
    expect(drawn).toEqual([3710011760, 11, 50436944769519949807192n])
  })

  test('refuses a state of zeros', () => {
    expect(() => xoshiro128StarStar([0, 0, 0, 0])).toThrow(RangeError)
  })

  test('fresh seeds are 32 hexadecimal digits and differ', () => {
    expect(freshSeed()).toMatch(/^[0-9a-f]{32}$/)
    expect(freshSeed()).not.toBe(freshSeed())
  })
})

describe('whole numbers', () => {
  test.each([5, 6, 7, 10] as const)('below(%i) is uniform', (n) => {
    const random = createRandom(`below ${n}`)
    const counts = tally(n, 40_000, () => random.below(n))
    expect(chiSquare(counts)).toBeLessThan(quantile999[(n - 1) as 4 | 5 | 6 | 9])
  })

  test('belowBig is uniform in its thirds above 2⁶⁴, where a remainder alone would not be', () => {
    const random = createRandom('big')
    const n = 3n << 64n
    const counts = tally(6, 40_000, () => Number(random.belowBig(n) / (n / 6n)))
    expect(chiSquare(counts)).toBeLessThan(quantile999[5])
  })

  test('draws again above the largest multiple of n', () => {
    const limit = 2 ** 32 - (2 ** 32 % 48)
    const words = [limit, 2 ** 32 - 1, 49].values()
    expect(randomFrom(() => words.next().value ?? 0).below(48)).toBe(1)
  })

  test('draws again a number of n or more, and asks for the bits that n needs', () => {
    const words = [7, 6, 5].values()
    expect(randomFrom(() => words.next().value ?? 0).belowBig(6n)).toBe(5n)
  })

  test('below 1 there is only 0', () => {
    const random = createRandom('one')
    expect([random.below(1), random.belowBig(1n)]).toEqual([0, 0n])
  })

  test.each([0, -1, 1.5, Number.NaN, 2 ** 32 + 1])('below(%d) is a defect', (n) => {
    expect(() => createRandom('x').below(n)).toThrow(RangeError)
  })

  test('belowBig(0) is a defect', () => {
    expect(() => createRandom('x').belowBig(0n)).toThrow(RangeError)
  })
})

describe('shuffle', () => {
  test('gives each of the 24 orders of four entries equally often', () => {
    const random = createRandom('orders')
    const counts = new Map<string, number>()
    for (let n = 0; n < 40_000; n += 1) {
      const order = random.shuffle(['a', 'b', 'c', 'd']).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).toBe(24)
    expect(chiSquare([...counts.values()])).toBeLessThan(quantile999[23])
  })

  test('leaves the list it was given as it was', () => {
    const entries = ['a', 'b', 'c'] as const
    createRandom('kept').shuffle(entries)
    expect(entries).toEqual(['a', 'b', 'c'])
  })
})
