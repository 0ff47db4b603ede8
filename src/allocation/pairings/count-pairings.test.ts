import { expect, test } from 'vitest'
import { canCount, countPairings } from './count-pairings.ts'
import { deficientGroups } from './deficient-groups.ts'
import { keepCheapest } from './keep-cheapest.ts'
import { matchPlaces } from './match-places.ts'
import type { Takes } from './possible-pairs.ts'

const everybody = (places: number, candidates: number) => ({
  places,
  openTo: Array.from({ length: candidates }, () => [...new Array(places).keys()]),
  mayStayFree: new Array<boolean>(candidates).fill(places < candidates),
})

const fallingFactorial = (n: number, factors: number): bigint =>
  Array.from({ length: factors }, (_, k) => BigInt(n - k)).reduce((product, f) => product * f, 1n)

test('the examples of the docstrings hold', () => {
  const possible = { places: 2, openTo: [[0, 1], [0, 1], [1]], mayStayFree: [true, true, true] }
  expect(countPairings(possible).count).toBe(4n)
  expect(matchPlaces([[0, 1], [0], [0]])).toEqual([1, 0, null])
  expect(deficientGroups({ partners: [[0], [0], [0, 1, 2]] }).listed).toEqual([
    { members: [0, 1], neighbours: [0] },
  ])
})

test.each([
  [1, 1],
  [17, 17],
  [18, 18],
  [20, 20],
  [17, 19],
  [10, 60],
  [3, 2000],
])(
  '%i places and %i candidates who are all willing: n · (n − 1) · … pairings',
  (places, candidates) => {
    const { count, pairingAt } = countPairings(everybody(places, candidates))
    expect(count).toBe(fallingFactorial(candidates, places))
    const last = pairingAt(count - 1n).filter((place) => place !== null)
    expect(last.toSorted((a, b) => a - b)).toEqual([...new Array(places).keys()])
  },
)

test('counts beyond 2⁵³ are exact where they are no round product: everybody but their own', () => {
  const { openTo, ...others } = everybody(20, 20)
  const own = openTo.map((open, candidate) => open.filter((place) => place !== candidate))
  // OEIS A000166, the number of derangements of 20.
  expect(countPairings({ ...others, openTo: own }).count).toBe(895014631192902121n)
})

test('20 mentors avoid their 20 own supervisors in as many pairings as there are derangements', () => {
  const possible = everybody(20, 20)
  const pairing = [...possible.openTo.keys()]
  const { possible: best } = keepCheapest({ possible, pairing }, (candidate, place) =>
    candidate === place ? 1 : 0,
  )
  expect(countPairings(best).count).toBe(895014631192902121n)
})

const sharing = (places: number, candidates: number, takes: Takes) => ({
  ...everybody(places, candidates),
  mayStayFree: new Array<boolean>(candidates).fill(false),
  takes: new Array<Takes>(places).fill(takes),
})

test.each([
  [10, 20, 20n],
  [8, 24, 24n],
])(
  '%i places for %i candidates, as many for each: n! over the arrangements within them',
  (places, candidates, n) => {
    const each = candidates / places
    const factorial = fallingFactorial(Number(n), Number(n))
    const within = fallingFactorial(each, each) ** BigInt(places)
    const { count } = countPairings(sharing(places, candidates, { least: each, most: each }))
    expect(count).toBe(factorial / within)
  },
)

test('12 candidates leave none of 5 places empty in as many ways as there are surjections', () => {
  // 5! times the Stirling number of the second kind S(12, 5), OEIS A008277.
  const { count } = countPairings(sharing(5, 12, { least: 1, most: 12 }))
  expect(count).toBe(120n * 1_379_400n)
})

test('a number that no pairing has is a defect', () => {
  const { count, pairingAt } = countPairings(everybody(3, 3))
  expect(() => pairingAt(count)).toThrow(RangeError)
  expect(() => pairingAt(-1n)).toThrow(RangeError)
})

test('24 by 24 can be counted, 25 by 25 cannot, 24 beside 26 cannot', () => {
  const sizes = [everybody(24, 24), everybody(24, 25), everybody(25, 25), everybody(24, 26)]
  expect(sizes.map(canCount)).toEqual([true, true, false, false])
})

test('a side of 20 in which everybody wants the same three: every four of them are a group', () => {
  const { listed, total } = deficientGroups({
    partners: Array.from({ length: 20 }, () => [0, 1, 2]),
  })
  expect(total).toBe((20 * 19 * 18 * 17) / 24)
  expect(listed).toHaveLength(total ?? -1)
  expect(listed[0]).toEqual({ members: [0, 1, 2, 3], neighbours: [0, 1, 2] })
})

test('groups beyond the first 100,000 are counted, not listed', () => {
  const { listed, total } = deficientGroups({
    partners: Array.from({ length: 20 }, () => [0, 1, 2, 3, 4, 5, 6, 7, 8]),
  })
  expect([listed.length, total]).toEqual([100_000, 184_756])
})
