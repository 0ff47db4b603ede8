/** The repairs against trying them all. */
import { describe, expect, test } from 'vitest'
import { everyAllocation } from '../../tests/support/every-allocation.ts'
import { createRandom } from '../lib/random.ts'
import { type AllocationInput, type Pair, type SideName, supervisorRules } from './model.ts'
import { people, programme } from './pairings/every-pairing.ts'
import { type Repairs, repairsOf } from './repairs.ts'

const random = createRandom('repairs')
const isFeasible = (input: AllocationInput): boolean => everyAllocation(input).length > 0

const subsets = <T>([first, ...others]: readonly T[], size: number): T[][] => {
  if (size === 0) return [[]]
  if (first === undefined) return []
  return [...subsets(others, size - 1).map((set) => [first, ...set]), ...subsets(others, size)]
}

/** The smallest number of these changes with which everybody can be paired; all of them are never worse than some. */
const fewest = <T>(changes: readonly T[], applied: (some: readonly T[]) => AllocationInput) => {
  if (!isFeasible(applied(changes))) return null
  for (let size = 0; size <= changes.length; size += 1)
    if (subsets(changes, size).some((some) => isFeasible(applied(some)))) return size
  return null
}

const everyPair = ({ mentors, mentees }: AllocationInput): Pair[] =>
  mentors.flatMap((mentor) => mentees.map((mentee) => ({ mentor, mentee })))

const placesOn = ({ capacity, ...input }: AllocationInput, side: SideName): number =>
  input[side].reduce((sum, id) => sum + (capacity?.side === side ? (capacity.most[id] ?? 1) : 1), 0)

const withNewcomers = (input: AllocationInput, side: SideName, some: readonly string[]) => {
  const joined = { ...input, [side]: [...input[side], ...some] }
  const theirs = everyPair(joined).filter(
    ({ mentor, mentee }) => some.includes(mentor) || some.includes(mentee),
  )
  return { ...joined, willing: [...input.willing, ...theirs] }
}

const withOneMore = (input: AllocationInput, side: SideName, some: readonly string[]) => {
  const most = Object.fromEntries(
    input[side].map((id) => [id, (input.capacity?.most[id] ?? 1) + (some.includes(id) ? 1 : 0)]),
  )
  return { ...input, capacity: { side, most } }
}

/** By trying, from the definition. */
const triedOut = (input: AllocationInput): Repairs | null => {
  if (isFeasible(input)) return null
  const isMentors = placesOn(input, 'mentors') < placesOn(input, 'mentees')
  const [side, other] = isMentors
    ? (['mentors', 'mentees'] as const)
    : (['mentees', 'mentors'] as const)
  const newcomers = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8']
  const needed = fewest(newcomers, (some) => withNewcomers(input, other, some))
  const allowed = everyPair(input).filter(
    (pair) =>
      !input.willing.some((one) => one.mentor === pair.mentor && one.mentee === pair.mentee),
  )
  return {
    side,
    short: needed ?? -1,
    newcomers: needed ?? -1,
    yeses: fewest(allowed, (some) => ({ ...input, willing: [...input.willing, ...some] })),
    takingOneMore:
      input.capacity?.side === side
        ? null
        : fewest(input[other], (some) => withOneMore(input, other, some)),
  }
}

const anyInput = (mostPeople: number): AllocationInput => {
  const [mentors, mentees] = [1 + random.below(mostPeople), 1 + random.below(mostPeople)]
  const letters = ['0', '0', '0', '1', 's', 'z']
  const rows = Array.from({ length: mentors }, () =>
    Array.from({ length: mentees }, () => letters[random.below(6)]).join(''),
  )
  const input = programme(rows, supervisorRules[random.below(3)])
  const oneIn = 2 + random.below(4)
  return { ...input, excluded: everyPair(input).filter(() => random.below(oneIn) === 0) }
}

describe('the smallest repairs', () => {
  test('are those that trying everything finds', () => {
    const found = Array.from({ length: 300 }, () => {
      const input = anyInput(4)
      const repairs = repairsOf(input)
      expect(repairs).toEqual(triedOut(input))
      return repairs ?? []
    }).flat()
    const hindered = found.filter(({ yeses, short }) => (yeses ?? 0) > short)
    const impossible = found.filter(({ yeses }) => yeses === null)
    const oneMore = found.filter(({ takingOneMore }) => takingOneMore !== null)
    for (const some of [hindered, impossible, oneMore]) expect(some.length).toBeGreaterThan(3)
  })

  test('also where people of one side have room for two', () => {
    for (const side of ['mentors', 'mentees'] as const) {
      for (let round = 0; round < 40; round += 1) {
        const input = anyInput(3)
        const most = Object.fromEntries(input[side].map((id) => [id, 1 + random.below(2)]))
        const roomy = { ...input, capacity: { side, most } }
        expect(repairsOf(roomy)).toEqual(triedOut(roomy))
      }
    }
  })

  test('one yes, one mentor more, or one mentor with two, where two mentees have one mentor', () => {
    expect(repairsOf(programme(['100', '100', '111']))).toEqual({
      side: 'mentees',
      short: 1,
      yeses: 1,
      newcomers: 1,
      takingOneMore: 1,
    })
  })

  test('more yeses than places left empty, where somebody can only move for them', () => {
    const input = programme(['10', '00'])
    const excluded = [{ mentor: 'M2', mentee: 'C2' }]
    expect(repairsOf({ ...input, excluded })?.yeses).toBe(2)
  })

  test('no number of yeses where everything is excluded', () => {
    const input = programme(['01', '01'])
    const excluded = ['M1', 'M2'].map((mentor) => ({ mentor, mentee: 'C1' }))
    expect(repairsOf({ ...input, excluded })).toMatchObject({ yeses: null, newcomers: 1 })
  })

  test('none where everybody can be paired, or nobody is there', () => {
    expect(repairsOf(programme(['11', '11']))).toBeNull()
    expect(repairsOf({ ...programme([]), mentees: people('C', 2) })).toBeNull()
  })
})
