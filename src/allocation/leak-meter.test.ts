/** The leak meter against every willingness that a small group can have. */
import { describe, expect, test } from 'vitest'
import { written } from '../../tests/support/every-allocation.ts'
import { everyOutcome, type Group } from '../../tests/support/every-willingness.ts'
import { createRandom } from '../lib/random.ts'
import { countTells } from './count-tells.ts'
import { forcedShare, leaksOf } from './leak-meter.ts'
import { type Capacity, type SupervisorRule, supervisorRules } from './model.ts'
import { people, programme } from './pairings/every-pairing.ts'
import { prepareDraw } from './rules.ts'

const random = createRandom('leaks')

/** About one in three supervises. */
const anyGroup = (size: string, supervisorRule: SupervisorRule, capacity?: Capacity): Group => {
  const [mentors, mentees] = [people('M', Number(size[0])), people('C', Number(size.at(-1)))]
  return {
    mentors,
    mentees,
    supervised: mentors
      .flatMap((mentor) => mentees.map((mentee) => ({ mentor, mentee })))
      .filter(() => random.below(3) === 0),
    supervisorRule,
    ...(capacity && { capacity }),
  }
}

const sizes = ['1×3', '3×1', '2×2', '3×2', '2×3', '3×3', '4×3', '3×4']
const settings = sizes.flatMap((size) => supervisorRules.map((rule) => [size, rule] as const))

/** For each outcome, who can tell by the pairs alone; how many can though everybody is paired who can be. */
const checkLeaks = (group: Group): number => {
  let leaking = 0
  for (const { pairs, explained } of everyOutcome(group).values()) {
    const untold = new Set([...explained.values()].flatMap((mentees) => [...mentees]))
    const telling = group.mentees.filter((mentee) => !untold.has(mentee))
    expect(leaksOf({ ...group, pairs }).mentees).toEqual(telling)
    if (pairs.length === Math.min(group.mentors.length, group.mentees.length))
      leaking += telling.length
  }
  return leaking
}

describe('who can conclude a refusal from the pairs', () => {
  test.each(settings)('%s, rule %s: exactly those whom no willingness lets off', (size, rule) => {
    const rounds = ['4×3', '3×4'].includes(size) ? 3 : 8
    const leaking = Array.from({ length: rounds }, () => checkLeaks(anyGroup(size, rule)))
    const canLeak = rule === 'avoid' && size !== '2×2' && size !== '3×3'
    expect(leaking.some((n) => n > 0)).toBe(canLeak)
  })

  const room: readonly (readonly [string, Capacity])[] = [
    ['2×3', { side: 'mentors', most: { M1: 2, M2: 2 } }],
    ['3×3', { side: 'mentors', most: { M1: 2 } }],
    ['3×2', { side: 'mentees', most: { C1: 2, C2: 2 } }],
    ['3×3', { side: 'mentees', most: { C2: 3 } }],
  ]

  test.each(room)('%s, where people of one side have room for several', (size, capacity) => {
    for (const rule of supervisorRules) checkLeaks(anyGroup(size, rule, capacity))
  })

  test('a mentee with their own trainee while a stranger stays free', () => {
    const { willing: _, ...group } = programme(['s', '1'], 'avoid')
    const own = [{ mentor: 'M1', mentee: 'C1' }]
    expect(leaksOf({ ...group, pairs: own })).toEqual({
      mentees: ['C1'],
      leaks: [{ mentee: 'C1', kind: 'own_trainee' }],
    })
    expect(leaksOf({ ...group, pairs: own, supervisorRule: 'ask' }).mentees).toEqual([])
  })

  test('a mentee without a mentor while somebody is paired with their own supervisor', () => {
    const { willing: _, ...group } = programme(['s1'], 'avoid')
    expect(leaksOf({ ...group, pairs: [{ mentor: 'M1', mentee: 'C1' }] }).leaks).toEqual([
      { mentee: 'C2', kind: 'others_trainee' },
    ])
  })

  test('a mentee without a mentor while one is free', () => {
    const { willing: _, ...group } = programme(['11', '11'])
    expect(leaksOf({ ...group, pairs: [{ mentor: 'M1', mentee: 'C1' }] }).leaks).toEqual([
      { mentee: 'C2', kind: 'room_for_both' },
    ])
  })

  test('mentees who share their mentor while another one has nobody', () => {
    const { willing: _, ...group } = programme(['111', '111'])
    const shared = ['C1', 'C2'].map((mentee) => ({ mentor: 'M1', mentee }))
    const without = { ...group, mentees: ['C1', 'C2'], pairs: shared }
    expect(leaksOf(without).leaks).toEqual([
      { mentee: 'C1', kind: 'mentor_without' },
      { mentee: 'C2', kind: 'mentor_without' },
    ])
    const pairs = [...shared, { mentor: 'M2', mentee: 'C3' }]
    expect(leaksOf({ ...group, pairs }).mentees).toEqual([])
  })

  test('a mentee without a mentor while somebody else has two', () => {
    const { willing: _, ...group } = programme(['11', '11'])
    const pairs = ['M1', 'M2'].map((mentor) => ({ mentor, mentee: 'C1' }))
    expect(leaksOf({ ...group, pairs }).leaks).toEqual([{ mentee: 'C2', kind: 'others_second' }])
  })

  test('mentors and mentees may have the same ids', () => {
    const alike = { mentors: ['1', '2'], mentees: ['1', '2'], supervised: [] }
    const pairs = [{ mentor: '1', mentee: '2' }]
    expect(leaksOf({ ...alike, supervisorRule: 'ask', pairs }).mentees).toEqual(['1'])
  })
})

describe('who can conclude a refusal from the number of pairings', () => {
  test.each([
    ['1×3', 6],
    ['3×1', 6],
    ['2×2', 6],
    ['4×2', 2],
    ['2×4', 2],
    ['3×3', 2],
  ])('%s: exactly those whom no willingness with these numbers lets off', (size, rounds) => {
    for (const rule of supervisorRules)
      for (let round = 0; round < rounds; round += 1) checkCounts(anyGroup(size, rule))
  })

  const checkCounts = (group: Group): void => {
    const complete = Math.min(group.mentors.length, group.mentees.length)
    const outcomes = [...everyOutcome(group).values()].filter(
      (one) => one.pairs.length === complete,
    )
    for (const { pairs, explained } of random.shuffle(outcomes).slice(0, 3)) {
      for (const [numbers, untold] of explained) {
        const [count = '', forced = ''] = numbers.split(' ')
        const counted = { count: BigInt(count), forced: Number(forced), objective: null }
        expect(countTells({ ...group, pairs }, counted)).toEqual({
          mentees: group.mentees.filter((mentee) => !untold.has(mentee)),
          undecided: [],
        })
      }
    }
  }

  test('the only mentee of three mentors, of whom one was unwilling', () => {
    const { willing: _, ...group } = programme(['1', '1', '1'])
    const published = { ...group, pairs: [{ mentor: 'M1', mentee: 'C1' }] }
    expect(countTells(published, { count: 2n, forced: 0, objective: null }).mentees).toEqual(['C1'])
    expect(countTells(published, { count: 3n, forced: 0, objective: null }).mentees).toEqual([])
  })

  test('nobody of the paper: 40 pairings are possible also where everybody is willing for one', () => {
    const rows = ['11111', '11010', '01111', '11111', '10101']
    const draw = prepareDraw(programme(rows))
    if (!draw.ok) throw new Error(draw.problem.kind)
    const { count, forced, pairs } = draw.value.draw(createRandom('sheffield'))
    const published = { ...programme(rows), pairs }
    expect(countTells(published, { count, forced: forced.length, objective: null })).toEqual({
      mentees: [],
      undecided: [],
    })
  })

  test('all four who were each refused once: nine pairings are possible no other way', () => {
    const group: Group = { ...anyGroup('4×4', 'ask'), supervised: [] }
    const pairs = ['C2', 'C1', 'C4', 'C3'].map((mentee, at) => ({ mentor: `M${at + 1}`, mentee }))
    const outcome = everyOutcome(group).get(written(pairs))
    expect(outcome?.explained.get('9 0')).toEqual(new Set())
    expect(countTells({ ...group, pairs }, { count: 9n, forced: 0, objective: null })).toEqual({
      mentees: group.mentees,
      undecided: [],
    })
  })

  test('a group too large to search is said to be undecided, unless the count is too small', () => {
    const group = anyGroup('9×9', 'ask')
    const pairs = group.mentors.map((mentor, at) => ({ mentor, mentee: `C${at + 1}` }))
    const published = { ...group, pairs }
    expect(countTells(published, { count: 100n, forced: 0, objective: null }).undecided).toEqual(
      group.mentees,
    )
    const more = { ...published, mentors: [...group.mentors, 'M10'] }
    expect(countTells(more, { count: 1n, forced: 9, objective: null }).mentees).toEqual(
      group.mentees,
    )
  })

  test('where mentors have several mentees, and how many they offered is private, it is undecided', () => {
    const { willing: _, ...group } = programme(['11', '11'])
    const pairs = ['C1', 'C2'].map((mentee) => ({ mentor: 'M1', mentee }))
    const tells = countTells({ ...group, pairs }, { count: 1n, forced: 2, objective: null })
    expect(tells).toEqual({ mentees: [], undecided: ['C1', 'C2'] })
  })

  test('where mentors ranked mentees it is undecided', () => {
    const published = { ...programme(['1', '1']), pairs: [{ mentor: 'M1', mentee: 'C1' }] }
    const counted = { count: 1n, forced: 1, objective: 'fairest' } as const
    expect(countTells(published, counted).undecided).toEqual(['C1'])
  })

  test('a count that is not stated tells nobody anything', () => {
    const published = { ...programme(['1']), pairs: [{ mentor: 'M1', mentee: 'C1' }] }
    expect(countTells(published, { count: null, forced: 0, objective: null }).mentees).toEqual([])
  })
})

test('the share of forced pairs is counted', () => {
  const draw = prepareDraw(programme(['1000', '1111', '1110', '1101']))
  if (!draw.ok) throw new Error(draw.problem.kind)
  expect(forcedShare(draw.value.draw(random))).toEqual({ forced: 1, pairs: 4 })
})
