/** Every minimal group that has too few possible partners, up to 24 people a side, against a search of all groups. */
import { expect, test } from 'vitest'
import { createRandom, type Random } from '../lib/random.ts'
import type { NoCompletePairing, SideName } from './model.ts'
import { programme } from './pairings/every-pairing.ts'
import { matchPlaces } from './pairings/match-places.ts'
import { prepareDraw } from './rules.ts'

/** A row for each mentor; everybody is willing for a few of the first third of the mentees, hardly for others. */
const sparseRows = (mentors: number, mentees: number, random: Random): string[] => {
  const isWilling = (mentee: number): boolean =>
    3 * mentee < mentees ? random.below(2) === 0 : random.below(2 * mentees) < 1
  return Array.from({ length: mentors }, () =>
    Array.from({ length: mentees }, (_, mentee) => (isWilling(mentee) ? '1' : '0')).join(''),
  )
}

const shortageIn = (rows: readonly string[]): NoCompletePairing | null => {
  const draw = prepareDraw(programme(rows))
  if (draw.ok) return null
  if (draw.problem.kind !== 'allocation.no_complete_pairing') throw new Error(draw.problem.kind)
  return draw.problem
}

/** For each person of the side, their possible partners. */
const partnersOn = (side: SideName, rows: readonly string[]): number[][] => {
  const columns = [...(rows[0] ?? '')].map((_, mentee) => rows.map((row) => row[mentee]).join(''))
  return (side === 'mentors' ? rows : columns).map((cells) =>
    [...cells.matchAll(/1/g)].map(({ index }) => index),
  )
}

const sizeOf = (set: number): number => {
  let size = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) size += 1
  return size
}

/** All groups that are larger than their partners together and hold no such group, as sets of bits. */
const everyMinimalGroup = (partners: readonly (readonly number[])[]): number[] => {
  const masks = partners.map((some) => some.reduce((mask, one) => mask | (1 << one), 0))
  const groups = 2 ** partners.length
  const [reached, isShort] = [new Int32Array(groups), new Uint8Array(groups)]
  const minimal: number[] = []
  for (let group = 1; group < groups; group += 1) {
    const highest = 31 - Math.clz32(group)
    reached[group] = (reached[group ^ (1 << highest)] ?? 0) | (masks[highest] ?? 0)
    const holdsOne = masks.some(
      (_, at) => (group & (1 << at)) !== 0 && isShort[group ^ (1 << at)] === 1,
    )
    const isItself = !holdsOne && sizeOf(reached[group] ?? 0) < sizeOf(group)
    isShort[group] = holdsOne || isItself ? 1 : 0
    if (isItself) minimal.push(group)
  }
  return minimal
}

const placeOf = (id: string): number => Number(id.slice(1)) - 1
const bitsOf = (ids: readonly string[]): number =>
  ids.reduce((set, id) => set | (1 << placeOf(id)), 0)

const checkEvery = (rows: readonly string[], problem: NoCompletePairing): void => {
  const isBoth = rows.length === rows[0]?.length
  const sides = isBoth ? (['mentees', 'mentors'] as const) : [problem.side]
  for (const side of sides) {
    const found = problem.because.filter((group) => group.side === side)
    const all = everyMinimalGroup(partnersOn(side, rows))
    expect(found.map(({ members }) => bitsOf(members)).sort()).toEqual(all.sort())
  }
}

/** One partner too few; and whoever is taken out, all others can be paired. Of many groups, some two hundred. */
const checkMinimal = (rows: readonly string[], { because }: NoCompletePairing): void => {
  const step = Math.ceil(because.length / 200)
  for (const { side, members, neighbours } of because.filter((_, at) => at % step === 0)) {
    const partners = members.map((id) => partnersOn(side, rows)[placeOf(id)] ?? [])
    expect(new Set(neighbours.map(placeOf))).toEqual(new Set(partners.flat()))
    expect(neighbours.length).toBeLessThan(members.length)
    for (const out of partners.keys())
      expect(matchPlaces(partners.filter((_, at) => at !== out))).not.toContain(null)
  }
}

test('are found, all of them and no other, in groups of up to 12 a side', () => {
  const random = createRandom('shortages')
  let several = 0
  for (let round = 0; round < 80; round += 1) {
    const rows = sparseRows(2 + random.below(11), 2 + random.below(11), random)
    const problem = shortageIn(rows)
    if (problem === null) continue
    checkEvery(rows, problem)
    checkMinimal(rows, problem)
    several += problem.because.some(({ members }) => members.length > 2) ? 1 : 0
  }
  expect(several).toBeGreaterThan(10)
})

test.each([
  [18, 18],
  [18, 20],
  [24, 20],
])('are found among %i mentors and %i mentees', (mentors, mentees) => {
  const rows = sparseRows(mentors, mentees, createRandom(`${mentors} ${mentees}`))
  const problem = shortageIn(rows)
  if (problem === null) throw new Error('Everybody can be paired.')
  checkEvery(rows, problem)
  checkMinimal(rows, problem)
  expect(problem.because.length).toBeGreaterThan(1)
})

test('are one partner short and minimal, each of them, among 24 and 24', () => {
  const rows = sparseRows(24, 24, createRandom('24 24'))
  const problem = shortageIn(rows)
  if (problem === null) throw new Error('Everybody can be paired.')
  checkMinimal(rows, problem)
  expect(problem.groups).toBe(problem.because.length)
  expect(problem.because.length).toBeGreaterThan(1)
})
