import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../lib/random.ts'
import type { Allocation, AllocationInput, SupervisorRule } from './model.ts'
import {
  allowedPairs,
  everyMatching,
  everyPairing,
  has,
  people,
  programme,
  written,
} from './pairings/every-pairing.ts'
import { everyMinimalGroup } from './pairings/short-groups.ts'
import { type Draw, prepareDraw } from './rules.ts'

const feasible = (input: AllocationInput) => {
  const draw = prepareDraw(input)
  if (!draw.ok) throw new Error(draw.problem.kind)
  return draw.value
}

const at = ({ allocationAt }: Draw, number: number): Allocation => {
  if (allocationAt === null) throw new Error('not counted')
  return allocationAt(BigInt(number))
}

const infeasible = (input: AllocationInput) => {
  const draw = prepareDraw(input)
  if (draw.ok || draw.problem.kind !== 'allocation.no_complete_pairing') throw new Error('feasible')
  return draw.problem
}

/** willingness.csv of the example study; M6 leaves before the draw. */
const sixMentors = ['11111', '11010', '01111', '11111', '10101', '11111']
const fiveMentors = sixMentors.slice(0, 5)

const anyProgramme = fc
  .record({
    mentors: fc.integer({ min: 1, max: 6 }),
    mentees: fc.integer({ min: 1, max: 6 }),
    rule: fc.constantFrom<SupervisorRule>('ask', 'avoid', 'forbid'),
    letters: fc.constantFrom('01', '0011s', '1111s0', '1ss', '0z1s1'),
  })
  .chain(({ mentors, mentees, rule, letters }) =>
    fc
      .array(
        fc
          .array(fc.constantFrom(...letters), { minLength: mentees, maxLength: mentees })
          .map((cells) => cells.join('')),
        { minLength: mentors, maxLength: mentors },
      )
      .map((rows) => programme(rows, rule)),
  )

describe('the possible pairings', () => {
  test('are those of the full enumeration, each with exactly one number', () => {
    const seen = { feasible: 0, infeasible: 0 }
    fc.assert(
      fc.property(anyProgramme, (input) => {
        const draw = prepareDraw(input)
        const every = everyPairing(input).map(written).sort()
        seen[draw.ok ? 'feasible' : 'infeasible'] += 1
        const count = draw.ok ? Number(draw.value.count) : 0
        const numbered = Array.from({ length: count }, (_, number) =>
          written(at(feasible(input), number).pairs),
        )
        expect(numbered.sort()).toEqual(every)
      }),
      { numRuns: 250, seed: 20221 },
    )
    expect(Math.min(seen.feasible, seen.infeasible)).toBeGreaterThan(0)
  })
})

describe('an allocation', () => {
  test('names the pairs that every possible pairing has', () => {
    fc.assert(
      fc.property(anyProgramme, (input) => {
        const every = everyPairing(input)
        fc.pre(every.length > 0)
        const inAll = (every[0] ?? []).filter((pair) => every.every((pairs) => has(pairs, pair)))
        const { forced } = at(feasible(input), 0)
        expect(written(forced)).toBe(written(inAll))
      }),
      { numRuns: 200, seed: 20222 },
    )
  })

  test('names who stays without a partner', () => {
    const draw = feasible(programme(['1', '0', '1']))
    const unpaired = [0, 1].map((number) => at(draw, number).unpaired)
    expect(unpaired.sort()).toEqual([
      ['M1', 'M2'],
      ['M2', 'M3'],
    ])
  })

  test('counts the supervisor pairs, and with avoid has no more than it must', () => {
    const rows = ['s10', 's00', '1ss']
    const every = (rule: SupervisorRule): number[] => {
      const draw = feasible(programme(rows, rule))
      return Array.from(
        { length: Number(draw.count) },
        (_, number) => at(draw, number).supervisorPairs,
      )
    }
    expect(every('ask')).toEqual([2])
    expect(every('avoid')).toEqual([2])
    expect(infeasible(programme(rows, 'forbid')).maximum).toBe(2)
  })

  test('leaves out willingness and supervision of people who do not take part', () => {
    const left = programme(sixMentors)
    const withoutM6 = {
      ...left,
      mentors: people('M', 5),
      supervised: [{ mentor: 'M6', mentee: 'C1' }],
    }
    expect(feasible(withoutM6).count).toBe(feasible(programme(fiveMentors)).count)
  })
})

describe('where not everybody can be paired', () => {
  test('every minimal group with too few partners is named, on each side that must be paired', () => {
    let infeasibleOnes = 0
    fc.assert(
      fc.property(anyProgramme, (input) => {
        fc.pre(everyPairing(input).length === 0)
        infeasibleOnes += 1
        const problem = infeasible(input)
        const key = (group: object): string => JSON.stringify(group)
        expect(problem.because.map(key).sort()).toEqual(everyMinimalGroup(input).map(key).sort())
        expect(problem.groups).toBe(problem.because.length)
        const sizes = everyMatching(allowedPairs(input), input.mentors).map((pairs) => pairs.length)
        expect(problem.maximum).toBe(Math.max(...sizes))
      }),
      { numRuns: 200, seed: 20223 },
    )
    expect(infeasibleOnes).toBe(200)
  })

  test('two mentors who are willing for one mentee alone', () => {
    const because = [
      { side: 'mentees', members: ['C2', 'C3'], neighbours: ['M3'] },
      { side: 'mentors', members: ['M1', 'M2'], neighbours: ['C1'] },
    ]
    expect(infeasible(programme(['100', '100', '111']))).toEqual({
      kind: 'allocation.no_complete_pairing',
      side: 'mentees',
      people: 3,
      maximum: 2,
      because,
      groups: 2,
      deficient: because,
    })
  })

  test('with more mentors than mentees only the mentees can be short', () => {
    const { because } = infeasible(programme(['10', '10', '10']))
    expect(because).toEqual([{ side: 'mentees', members: ['C2'], neighbours: [] }])
  })

  test('with more mentees than mentors only the mentors can be short', () => {
    const { because, side } = infeasible(programme(['000', '111']))
    expect(because).toEqual([{ side: 'mentors', members: ['M1'], neighbours: [] }])
    expect(side).toBe('mentors')
  })
})

describe('sizes', () => {
  const all = (mentors: number, mentees: number) =>
    feasible(programme(Array.from({ length: mentors }, () => '1'.repeat(mentees))))

  test('nobody on a side is a problem', () => {
    const none = { ...programme([]), mentees: ['C1'] }
    expect(prepareDraw(none)).toEqual({
      ok: false,
      problem: { kind: 'allocation.nobody', side: 'mentors' },
    })
  })

  test('one mentor and one mentee are one forced pair', () => {
    expect(at(all(1, 1), 0)).toEqual({
      count: 1n,
      method: 'exact',
      diagnostics: [],
      pairs: [{ mentor: 'M1', mentee: 'C1' }],
      forced: [{ mentor: 'M1', mentee: 'C1' }],
      unpaired: [],
      supervisorPairs: 0,
    })
  })

  test('a block of more than 24 in which everybody is willing is shuffled, and one in which few are is walked', () => {
    expect([all(30, 25).method, all(30, 25).count]).toEqual(['rejection', null])
    const ring = Array.from({ length: 40 }, (_, mentor) =>
      Array.from({ length: 40 }, (__, mentee) =>
        (mentee - mentor + 40) % 40 < 4 ? '1' : '0',
      ).join(''),
    )
    const draw = feasible(programme(ring))
    expect([draw.method, draw.count, draw.allocationAt]).toEqual(['chain', null, null])
    const { pairs, diagnostics } = draw.draw(createRandom('ring'))
    expect(new Set(pairs.map(({ mentee }) => mentee)).size).toBe(40)
    expect(pairs.every((pair) => has(programme(ring).willing, pair))).toBe(true)
    expect(diagnostics[0]?.scaleReduction).toBeLessThan(1.1)
  })

  test('two groups of 24 that are only willing within are counted, and are two blocks', () => {
    const rows = Array.from({ length: 20 }, (_, mentor) =>
      mentor < 10 ? '1111111111'.padEnd(20, '0') : '1111111111'.padStart(20, '0'),
    )
    expect(feasible(programme(rows)).count).toBe(3628800n ** 2n)
  })

  test('40 mentors for 5 mentees are counted', () => {
    expect(all(40, 5).count).toBe(40n * 39n * 38n * 37n * 36n)
  })
})
