import { describe, expect, test } from 'vitest'
import { createRandom } from '../../lib/random.ts'
import { placeBatch } from './place-batch.ts'

const cell = { menteeId: 'c1', domain: 'strengths' }
const points = ['A', 'B', 'C'].map((text) => ({ ...cell, text }))
const notes = ['one', 'two'].map((text, at) => ({
  ...{ ...cell, text, noteId: text },
  place: `${at + 1}V`,
}))

/** The texts of the cell from top to bottom. */
const orderOf = (seed: string): readonly string[] => {
  const placed = placeBatch(points, notes, createRandom(seed))
  return [...notes, ...placed]
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ text }) => text)
}

const runs = 3000
const orders = Array.from({ length: runs }, (_, seed) => orderOf(`batch ${seed}`))
const tally = (values: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...Map.groupBy(values, (one) => one)].map(([key, some]) => [key, some.length]))

/** Pearson’s, for counts that are expected to be equal. */
const chiSquare = (counts: readonly number[]): number => {
  const due = counts.reduce((sum, n) => sum + n, 0) / counts.length
  return counts.reduce((sum, n) => sum + (n - due) ** 2 / due, 0)
}

describe('a batch', () => {
  test('holds every point once, and leaves the notes where they are', () => {
    for (const order of orders) {
      expect(order.toSorted()).toEqual(['A', 'B', 'C', 'one', 'two'])
      expect(order.indexOf('one')).toBeLessThan(order.indexOf('two'))
    }
  })

  test('comes in each of its six orders equally often', () => {
    const counts = tally(orders.map((order) => order.filter((text) => text.length === 1).join('')))
    expect([...counts.keys()].toSorted()).toEqual(['ABC', 'ACB', 'BAC', 'BCA', 'CAB', 'CBA'])
    // 5 degrees of freedom: above 20.5 once in a thousand.
    expect(chiSquare([...counts.values()])).toBeLessThan(20.5)
  })

  test('stands before, between and behind the notes equally often, whichever point came first', () => {
    for (const point of ['A', 'B', 'C']) {
      const counts = tally(orders.map((order) => String(order.indexOf(point))))
      expect(counts.size).toBe(5)
      // 4 degrees of freedom: above 18.5 once in a thousand.
      expect(chiSquare([...counts.values()])).toBeLessThan(18.5)
    }
  })

  test('of several cells stands among the notes of each', () => {
    const other = { menteeId: 'c2', domain: 'strengths', text: 'elsewhere' }
    const [placed] = placeBatch([other], notes, createRandom('x'))
    expect(placed).toMatchObject(other)
    expect(placed?.place).toMatch(/^[0-9A-Za-z]*[1-9A-Za-z]$/)
  })
})
