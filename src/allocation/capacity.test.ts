/** Draws in which people of one side may have several partners. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../lib/random.ts'
import {
  type AllocationInput,
  objectives,
  type Pair,
  type RankedPair,
  type SupervisorRule,
} from './model.ts'
import { blocksOf } from './pairings/blocks.ts'
import {
  everyFullPairing,
  everySharing,
  has,
  programme,
  written,
} from './pairings/every-pairing.ts'
import { fullestPairing } from './pairings/fullest-pairing.ts'
import { possiblePairs, sidesOf } from './pairings/possible-pairs.ts'
import { everyMinimalGroup } from './pairings/short-groups.ts'
import { sentenceOf } from './problems.ts'
import { prepareDraw, tallyDraws } from './rules.ts'

const feasible = (input: AllocationInput) => {
  const draw = prepareDraw(input)
  if (!draw.ok) throw new Error(draw.problem.kind)
  return draw.value
}

const infeasible = (input: AllocationInput) => {
  const draw = prepareDraw(input)
  if (draw.ok || draw.problem.kind !== 'allocation.no_complete_pairing') throw new Error('feasible')
  return draw.problem
}

const numbered = (input: AllocationInput): string[] => {
  const { count, allocationAt } = feasible(input)
  return Array.from({ length: Number(count) }, (_, number) =>
    written(allocationAt?.(BigInt(number)).pairs ?? []),
  ).sort()
}

const shape = fc.record({
  mentors: fc.integer({ min: 1, max: 4 }),
  mentees: fc.integer({ min: 1, max: 4 }),
  rule: fc.constantFrom<SupervisorRule>('ask', 'avoid', 'forbid'),
  side: fc.constantFrom('mentors' as const, 'mentees' as const),
  most: fc.array(fc.constantFrom(1, 1, 2, 2, 3, 0), { minLength: 4, maxLength: 4 }),
  cells: fc.array(fc.constantFrom(...'11111s10z'), { minLength: 16, maxLength: 16 }),
  excluded: fc.array(fc.nat(15), { maxLength: 2 }),
})

const anyInput = shape.map(({ mentors, mentees, rule, side, most, cells, excluded }) => {
  const rows = Array.from({ length: mentors }, (_, mentor) =>
    cells.slice(mentor * 4, mentor * 4 + mentees).join(''),
  )
  const input = programme(rows, rule)
  const seats = input[side].map((id, index): [string, number] => [id, most[index] ?? 1])
  return {
    ...input,
    capacity: { side, most: Object.fromEntries(seats) },
    excluded: excluded.flatMap((at) => input.willing[at] ?? []),
  }
})

const inAll = (every: readonly (readonly Pair[])[]): Pair[] =>
  (every[0] ?? []).filter((pair) => every.every((pairs) => has(pairs, pair)))

describe('the possible pairings, where people may have several partners', () => {
  test('are those of the definition, each with exactly one number; forced are the pairs in all of them', () => {
    const seen = { several: 0, infeasible: 0 }
    fc.assert(
      fc.property(anyInput, (input) => {
        const every = everyFullPairing(input)
        const draw = prepareDraw(input)
        fc.pre(draw.ok || draw.problem.kind !== 'allocation.nobody')
        seen.infeasible += draw.ok ? 0 : 1
        expect(draw.ok).toBe(every.length > 0)
        if (!draw.ok) return
        expect(numbered(input)).toEqual(every.map(written).sort())
        expect(written(draw.value.forced)).toBe(written(inAll(every)))
        seen.several += every.length > 1 ? 1 : 0
      }),
      { numRuns: 500, seed: 20231 },
    )
    expect(Math.min(seen.several, seen.infeasible)).toBeGreaterThan(50)
  })

  test('and of these the ones that serve the preferences best', () => {
    const random = createRandom('ranks')
    fc.assert(
      fc.property(anyInput, fc.constantFrom(...objectives), (input, objective) => {
        const every = everyFullPairing(input)
        fc.pre(every.length > 1)
        const ranked = input.willing.map((pair) => ({ ...pair, rank: 1 + random.below(3) }))
        const best = bestOf(every, ranked, objective)
        const kept = numbered({ ...input, preferences: { objective, ranked } })
        expect(kept).toEqual(best.map(written).sort())
      }),
      { numRuns: 200, seed: 20232 },
    )
  })

  const rankOf = (ranked: readonly RankedPair[], { mentor, mentee }: Pair): number =>
    ranked.find((one) => one.mentor === mentor && one.mentee === mentee)?.rank ?? 4

  const bestOf = (
    every: readonly Pair[][],
    ranked: readonly RankedPair[],
    objective: (typeof objectives)[number],
  ): Pair[][] => {
    const costs = every.map((pairs) => {
      const ranks = pairs.map((pair) => rankOf(ranked, pair))
      if (objective === 'fairest') return Math.max(0, ...ranks)
      const weight = (rank: number) => (objective === 'least_total' ? rank : -(100 ** (4 - rank)))
      return ranks.reduce((sum, rank) => sum + weight(rank), 0)
    })
    return every.filter((_, index) => costs[index] === Math.min(...costs))
  }

  test('without anybody who may have two they are the same, number for number', () => {
    const input = programme(['11010', '01101', '11111', '10111'])
    const one = Object.fromEntries(input.mentors.map((id) => [id, 1]))
    const with1 = { ...input, capacity: { side: 'mentors' as const, most: one } }
    for (let number = 0n; number < (feasible(input).count ?? 0n); number += 1n)
      expect(feasible(with1).allocationAt?.(number)).toEqual(feasible(input).allocationAt?.(number))
  })

  test('nobody has two while somebody goes without, where that can be had', () => {
    const input = programme(['111', '111', '111'])
    const most = { M1: 2, M2: 2, M3: 2 }
    expect(feasible({ ...input, capacity: { side: 'mentors', most } }).count).toBe(6n)
  })

  test('one mentor takes two where there is one mentee more, and who that is is drawn', () => {
    const input = programme(['111', '111'])
    const { count, draw } = feasible({
      ...input,
      capacity: { side: 'mentors', most: { M1: 2, M2: 2 } },
    })
    const { pairs, unpaired } = draw(createRandom('two'))
    expect([count, pairs.length, unpaired]).toEqual([6n, 3, []])
  })
})

/** 0.999 quantile of chi-square by Wilson and Hilferty, Proc Natl Acad Sci 1931;17:684–8. */
const quantile999 = (df: number): number =>
  df * (1 - 2 / (9 * df) + 3.0902 * Math.sqrt(2 / (9 * df))) ** 3

test.each([
  ['mentors who may take two, one mentee more', ['1111', '1101', '0111'], 'mentors', 'M1 M2 M3'],
  ['mentees with two mentors', ['11', '11', '10', '01', '11'], 'mentees', 'C1 C2'],
  ['mentors for two mentees, of whom one goes without', ['11111', '11011'], 'mentors', 'M1 M2'],
  ['mentees who may have two, of one mentor more', ['111', '110', '011', '111'], 'mentees', 'C2'],
] as const)('is uniform: %s', (_, rows, side, two) => {
  const most = Object.fromEntries(two.split(' ').map((id) => [id, 2]))
  const input = { ...programme(rows), capacity: { side, most } }
  const every = everyFullPairing(input).map(written)
  const { tally } = tallyDraws(feasible(input), createRandom('uniform'), 40_000)
  const drawn = new Map(tally.map(({ pairs, n }) => [written(pairs), n]))
  expect([...drawn.keys()].sort()).toEqual(every.sort())
  const expected = 40_000 / every.length
  const chiSquare = every
    .map((key) => ((drawn.get(key) ?? 0) - expected) ** 2 / expected)
    .reduce((sum, term) => sum + term, 0)
  expect(chiSquare).toBeLessThan(quantile999(every.length - 1))
})

describe('where seats cannot be filled', () => {
  test('every minimal group is named with what it needs and what there is', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        fc.pre(everyFullPairing(input).length === 0)
        const draw = prepareDraw(input)
        fc.pre(!draw.ok && draw.problem.kind === 'allocation.no_complete_pairing')
        const { because, maximum } = infeasible(input)
        const group = ({ side, members }: { side: string; members: readonly string[] }) =>
          `${side} ${members.join()}`
        expect(because.map(group).sort()).toEqual(everyMinimalGroup(input).map(group).sort())
        for (const { needed = 1, available = 0 } of because)
          expect(needed).toBeGreaterThan(available)
        expect(maximum).toBe(Math.max(...everySharing(input).map((pairs) => pairs.length)))
      }),
      { numRuns: 150, seed: 20233 },
    )
  })

  const most = { M1: 2, M2: 2 }

  test('the sentence says how many partners are needed, and who could be them', () => {
    const short = programme(['1100', '1100'])
    const problem = infeasible({ ...short, capacity: { side: 'mentors', most } })
    expect(sentenceOf(problem)).toBe(
      'The 4 mentees cannot all be paired: at most 2 can. The mentee C3 has no possible partner. The mentee C4 has no possible partner. The 2 mentors M1 and M2 need 4 partners, and the possible partners can take only 2: C1 and C2. Ask mentors to reconsider, or add somebody, and draw again.',
    )
  })

  test('where mentors are to be filled it counts the pairs', () => {
    const problem = infeasible({
      ...programme(['11000', '10000']),
      capacity: { side: 'mentors', most },
    })
    expect(sentenceOf(problem)).toContain(
      'The 2 mentors cannot have 4 partners: at most 2 pairs can be made. The mentor M2 needs 2 partners, and the possible partners can take only 1: C1.',
    )
  })
})

describe('large draws with several partners', () => {
  const ring = (mentors: number, mentees: number) =>
    programme(
      Array.from({ length: mentors }, (_, mentor) =>
        Array.from({ length: mentees }, (__, mentee) =>
          (mentee - mentor + mentees) % mentees < 6 ? '1' : '0',
        ).join(''),
      ),
    )
  const two = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, 2]))

  test('30 mentors who may take two, and 33 mentees: walked, everybody has a partner', () => {
    const input = ring(30, 33)
    const draw = feasible({ ...input, capacity: { side: 'mentors', most: two(input.mentors) } })
    const { pairs, unpaired, diagnostics } = draw.draw(createRandom('ring'))
    expect([draw.method, pairs.length, unpaired]).toEqual(['chain', 33, []])
    expect(pairs.every((pair) => has(input.willing, pair))).toBe(true)
    expect(diagnostics[0]?.scaleReduction).toBeLessThan(1.1)
  })

  test('30 mentors for two of 70 mentees each: walked or shuffled, everybody has two', () => {
    const input = ring(30, 70)
    const capacity = { side: 'mentors' as const, most: two(input.mentors) }
    const all = {
      ...input,
      willing: input.mentors.flatMap((mentor) =>
        input.mentees.map((mentee) => ({ mentor, mentee })),
      ),
    }
    expect(feasible({ ...all, capacity }).method).toBe('rejection')
    const { pairs } = feasible({ ...all, capacity }).draw(createRandom('two'))
    expect(new Set(pairs.map(({ mentee }) => mentee)).size).toBe(60)
  })

  test('26 mentors of whom some could take two, and 12 mentees: counted, as if nobody could', () => {
    const input = ring(26, 12)
    const most = two(input.mentors.slice(0, 5))
    expect(feasible({ ...input, capacity: { side: 'mentors', most } }).count).toBe(
      feasible(input).count,
    )
  })

  test('parts that share no mentee are blocks of their own', () => {
    const input = programme(['1100', '1100', '0011', '0011'])
    const shared = { ...input, capacity: { side: 'mentors' as const, most: two(input.mentors) } }
    const possible = possiblePairs(shared, sidesOf(shared))
    expect(blocksOf(possible, fullestPairing(possible).pairing)).toHaveLength(2)
  })
})
