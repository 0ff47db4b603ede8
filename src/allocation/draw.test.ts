import { describe, expect, test } from 'vitest'
import { createRandom, type Random } from '../lib/random.ts'
import type { AllocationInput, Pair } from './model.ts'
import { everyPairing, people, programme, written } from './pairings/every-pairing.ts'
import { drawAllocation, prepareDraw, tallyDraws } from './rules.ts'

const feasible = (input: AllocationInput) => {
  const draw = prepareDraw(input)
  if (!draw.ok) throw new Error(draw.problem.kind)
  return draw.value
}

/** willingness.csv of the example study; M6 leaves before the draw. */
const sixMentors = ['11111', '11010', '01111', '11111', '10101', '11111']
const fiveMentors = sixMentors.slice(0, 5)

/** A pattern on which drawing down a list goes wrong most visibly. */
const skewed = programme(['00111', '11111', '10011', '00111', '01111'])

describe('the draw', () => {
  /** 0.999 quantile of chi-square by Wilson and Hilferty, Proc Natl Acad Sci 1931;17:684–8. */
  const quantile999 = (df: number): number =>
    df * (1 - 2 / (9 * df) + 3.0902 * Math.sqrt(2 / (9 * df))) ** 3

  const draws = 40_000

  /** How far so many draws are from equal frequencies, as a share of what chance explains. */
  const excess = (every: readonly string[], drawn: ReadonlyMap<string, number>): number => {
    const expected = draws / every.length
    const chiSquare = every
      .map((key) => ((drawn.get(key) ?? 0) - expected) ** 2 / expected)
      .reduce((sum, term) => sum + term, 0)
    return chiSquare / quantile999(every.length - 1)
  }

  const ofTheDraw = (input: AllocationInput, seed: string): Map<string, number> => {
    const { tally } = tallyDraws(feasible(input), createRandom(seed), draws)
    return new Map(tally.map(({ pairs, n }) => [written(pairs), n]))
  }

  test.each([
    ['the six mentors of the paper and five mentees', 288, programme(sixMentors)],
    ['the five mentors who stay and five mentees', 40, programme(fiveMentors)],
    [
      'two groups that are only willing within',
      12,
      programme(['11000', '11000', '00111', '00111', '00111']),
    ],
    ['more mentors than mentees', 28, programme(['110', '011', '101', '111', '001', '100'])],
    ['more mentees than mentors', 24, programme(['11010', '01101', '11111'])],
    [
      'own supervisor forbidden',
      10,
      programme(['s1111', '1s010', '0111s', '111s1', 's01s1'], 'forbid'),
    ],
    [
      'own supervisor avoided',
      8,
      programme(['s1100', 'ss110', 's1111', '11ss1', 's000s', '000s0'], 'avoid'),
    ],
    ['few willing mentors', 16, skewed],
    ['a pattern with a forced pair', 3, programme(['1000', '1111', '1110', '1101'])],
  ])('is uniform: %s', (_, count, input) => {
    const every = everyPairing(input).map(written)
    expect(every).toHaveLength(count)
    expect(excess(every, ofTheDraw(input, 'uniform'))).toBeLessThan(1)
  })

  test('is uniform as well when people have other names, in another order', () => {
    const rename = new Map([...people('M', 5)].map((id, index) => [id, `Z${(index * 2) % 5}`]))
    const input = programme(fiveMentors)
    const renamed = {
      ...input,
      mentors: input.mentors.map((id) => rename.get(id) ?? ''),
      willing: input.willing.map(({ mentor, mentee }) => ({
        mentor: rename.get(mentor) ?? '',
        mentee,
      })),
    }
    const every = everyPairing(renamed).map(written)
    expect(feasible(renamed).count).toBe(feasible(input).count)
    expect(excess(every, ofTheDraw(renamed, 'renamed'))).toBeLessThan(1)
  })

  /** Down the list, each mentor a free mentee at random, from the top again when somebody gets stuck. */
  const drawDownTheList = (input: AllocationInput, random: Random): Pair[] => {
    const pairs: Pair[] = []
    for (const mentor of input.mentors) {
      const open = input.willing.filter(
        (pair) => pair.mentor === mentor && !pairs.some((p) => p.mentee === pair.mentee),
      )
      const pair = open[open.length === 0 ? 0 : random.below(open.length)]
      if (pair === undefined) return drawDownTheList(input, random)
      pairs.push(pair)
    }
    return pairs
  }

  test.each([
    ['down the list', (input: AllocationInput) => input],
    [
      'down a shuffled list',
      (input: AllocationInput, random: Random) => ({
        ...input,
        mentors: random.shuffle(input.mentors),
      }),
    ],
  ])('differs from drawing %s, which this test finds not uniform', (_, order) => {
    const input = skewed
    const random = createRandom('naive')
    const drawn = new Map<string, number>()
    for (let n = 0; n < draws; n += 1) {
      const key = written(drawDownTheList(order(input, random), random))
      drawn.set(key, (drawn.get(key) ?? 0) + 1)
    }
    expect(excess(everyPairing(input).map(written), drawn)).toBeGreaterThan(1)
  })

  test('is the same for the same seed, whatever the order of the input', () => {
    const input = programme(sixMentors)
    const { pairs } = drawAllocation(feasible(input), createRandom('sheffield'))
    for (const seed of ['a', 'b', 'c']) {
      const { shuffle } = createRandom(seed)
      const shuffled = {
        ...input,
        mentors: shuffle(input.mentors),
        mentees: shuffle(input.mentees),
        willing: shuffle(input.willing),
      }
      expect(drawAllocation(feasible(shuffled), createRandom('sheffield')).pairs).toEqual(pairs)
    }
  })

  test('gives for the seed sheffield these pairs, for ever and everywhere', () => {
    const { pairs } = drawAllocation(feasible(programme(fiveMentors)), createRandom('sheffield'))
    expect(written(pairs)).toBe('M1–C3 M2–C2 M3–C4 M4–C5 M5–C1')
  })

  test('the tally adds up to the draws, most frequent first, and starts with the allocation itself', () => {
    const draw = feasible(programme(fiveMentors))
    const { first, tally } = tallyDraws(draw, createRandom('tally'), 1000)
    expect(first).toEqual(drawAllocation(draw, createRandom('tally')))
    expect(tally.reduce((sum, { n }) => sum + n, 0)).toBe(1000)
    expect(tally.map(({ n }) => n)).toEqual(tally.map(({ n }) => n).sort((a, b) => b - a))
    expect(tallyDraws(draw, createRandom('tally'), 1).tally).toEqual([{ pairs: first.pairs, n: 1 }])
  })
})
