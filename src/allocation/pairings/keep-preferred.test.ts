import { expect, test } from 'vitest'
import { createRandom } from '../../lib/random.ts'
import { type Objective, objectives, type Pair, type RankedPair } from '../model.ts'
import { prepareDraw } from '../rules.ts'
import { everyPairing, programme, written } from './every-pairing.ts'

const random = createRandom('preferences')

/** Every willing pair with a rank of chance; some without. */
const anyInput = () => {
  const [mentors, mentees] = [1 + random.below(5), 1 + random.below(5)]
  const rows = Array.from({ length: mentors }, () =>
    Array.from({ length: mentees }, () => (random.below(4) === 0 ? '0' : '1')).join(''),
  )
  const input = programme(rows)
  const ranked = input.willing
    .filter(() => random.below(6) > 0)
    .map((pair) => ({ ...pair, rank: 1 + random.below(3) }))
  return { input, ranked }
}

const rankIn = (ranked: readonly RankedPair[], { mentor, mentee }: Pair): number =>
  ranked.find((one) => one.mentor === mentor && one.mentee === mentee)?.rank ??
  1 + Math.max(0, ...ranked.map(({ rank }) => rank))

/** What is to be as small as possible, the first number first. */
const costs: Readonly<Record<Objective, (ranks: readonly number[]) => readonly number[]>> = {
  least_total: (ranks) => [ranks.reduce((sum, rank) => sum + rank, 0)],
  rank_maximal: (ranks) => [1, 2, 3, 4].map((rank) => -ranks.filter((one) => one === rank).length),
  fairest: (ranks) => [Math.max(...ranks)],
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

test.each(objectives)('%s keeps every best pairing and no other', (objective) => {
  const seen = { several: 0 }
  for (let round = 0; round < 150; round += 1) {
    const { input, ranked } = anyInput()
    const every = everyPairing(input).map((pairs) => ({
      pairs,
      cost: costs[objective](pairs.map((pair) => rankIn(ranked, pair))),
    }))
    const [best] = every.toSorted((a, b) => compare(a.cost, b.cost))
    if (best === undefined) continue
    const draw = prepareDraw({ ...input, preferences: { objective, ranked } })
    if (!draw.ok || draw.value.count === null) throw new Error('not counted')
    const { count, allocationAt } = draw.value
    const kept = Array.from({ length: Number(count) }, (_, number) =>
      written(allocationAt?.(BigInt(number)).pairs ?? []),
    )
    const wanted = every.filter(({ cost }) => compare(cost, best.cost) === 0)
    expect(kept.sort()).toEqual(wanted.map(({ pairs }) => written(pairs)).sort())
    seen.several += kept.length > 1 && kept.length < every.length ? 1 : 0
  }
  expect(seen.several).toBeGreaterThan(5)
})

test('a pair that is excluded is in no pairing, whoever is willing', () => {
  const input = programme(['11', '11'])
  const draw = prepareDraw({ ...input, excluded: [{ mentor: 'M1', mentee: 'C1' }] })
  expect(draw.ok && draw.value.count).toBe(1n)
  expect(draw.ok && written(draw.value.forced)).toBe('M1–C2 M2–C1')
})
