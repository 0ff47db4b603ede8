import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evenPlaces, placeBetween, placePattern } from './places.ts'

const chance = fc.float({ min: 0, max: Math.fround(0.9999), noNaN: true })
const chanceFrom = (numbers: readonly number[]) => {
  let at = 0
  return () => numbers[at++ % numbers.length] ?? 0
}
const chances = fc.array(chance, { minLength: 1, maxLength: 8 }).map(chanceFrom)

test('there is always a place between two, and above the first and below the last', () => {
  const steps = fc.array(fc.nat(200), { maxLength: 60 })
  fc.assert(
    fc.property(steps, chances, (gaps, chance) => {
      const places: string[] = []
      for (const gap of gaps) {
        const at = gap % (places.length + 1)
        const place = placeBetween(places[at - 1] ?? null, places[at] ?? null, chance)
        expect(place).toMatch(placePattern)
        places.splice(at, 0, place)
      }
      expect(places).toEqual([...new Set(places)].toSorted((a, b) => (a < b ? -1 : 1)))
    }),
  )
})

test('a hundred places put one after the other stay short', () => {
  let last: string | null = null
  for (let n = 0; n < 100; n += 1) last = placeBetween(last, null, Math.random)
  expect(String(last).length).toBeLessThan(60)
})

test('two screens rarely choose the same place', () => {
  const chosen = Array.from({ length: 1000 }, () => placeBetween('m', 'n', Math.random))
  expect(new Set(chosen).size).toBeGreaterThan(980)
})

test('between two notes that share a place the new one comes below both', () => {
  expect(placeBetween('m', 'm', Math.random) > 'm').toBe(true)
})

test('even places are in order and leave room on every side', () => {
  for (const count of [0, 1, 2, 61, 62, 63, 1000]) {
    const places = evenPlaces(count)
    expect(places).toHaveLength(count)
    expect(places).toEqual([...new Set(places)].toSorted((a, b) => (a < b ? -1 : 1)))
    for (const place of places) expect(place).toMatch(placePattern)
    for (const [at, place] of places.entries()) {
      const between = placeBetween(places[at - 1] ?? null, place, Math.random)
      expect(between < place && between > (places[at - 1] ?? '')).toBe(true)
    }
  }
})
