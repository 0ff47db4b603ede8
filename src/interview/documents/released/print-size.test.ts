import { expect, test } from 'vitest'
import { printSizeOf } from './print-size.ts'

const textOf = (points: number, letters: number) => ({
  domains: Array.from({ length: 7 }, (_, index) => ({
    domain: `d${index}`,
    label: `Domain ${index}`,
    points: Array.from({ length: points }, () => 'x'.repeat(letters)),
  })),
})

test.each([
  [0, 0, 14],
  [1, 90, 14],
  [2, 110, 11],
  [3, 115, 9],
  [9, 200, 9],
])(
  '%i points of %i letters in each of seven domains are printed in %i pt',
  (points, letters, size) => {
    expect(printSizeOf(textOf(points, letters))).toBe(size)
  },
)
