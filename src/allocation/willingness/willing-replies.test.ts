import { describe, expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import { decideReplies } from './willing-replies.ts'

const mentee = (participantId: string) => ({
  participantId,
  name: `Dr ${participantId}`,
  isSupervisor: false,
})
const three = ['a', 'b', 'c'].map(mentee)

type Sent = {
  readonly willing?: Record<string, string>
  readonly ranks?: Record<string, string>
  readonly most?: string
}
const everybody = { a: 'yes', b: 'yes', c: 'yes' }

const decide = (
  { willing = everybody, ranks = {}, most = '' }: Sent,
  rules: Partial<typeof sheffield.rules> = {},
) =>
  decideReplies(
    three,
    { willing: new Map(Object.entries(willing)), ranks: new Map(Object.entries(ranks)), most },
    { ...sheffield.rules, minimumWilling: 2, ...rules },
  )

describe('what a mentor says', () => {
  test('is kept for everybody, yes and no', () => {
    const decided = decide({ willing: { a: 'yes', b: 'no', c: 'yes' } })
    expect(decided.ok && [...decided.value.said]).toEqual([
      ['a', true],
      ['b', false],
      ['c', true],
    ])
  })

  test('is not taken for granted: whoever is not answered about is named', () => {
    expect(decide({ willing: { a: 'yes', b: 'perhaps' } })).toEqual({
      ok: false,
      problem: { kind: 'willingness.unanswered', mentees: ['b', 'c'] },
    })
  })

  test('with fewer than the minimum is refused, and nobody at all is allowed', () => {
    expect(decide({ willing: { a: 'yes', b: 'no', c: 'no' } })).toMatchObject({
      problem: { kind: 'willingness.too_few', willing: 1, minimum: 2 },
    })
    expect(decide({ willing: { a: 'no', b: 'no', c: 'no' } }).ok).toBe(true)
  })

  test('needs everybody where there are fewer people than the minimum', () => {
    const rules = { minimumWilling: 9 }
    expect(decide({ willing: { a: 'yes', b: 'yes', c: 'no' } }, rules)).toMatchObject({
      problem: { minimum: 3 },
    })
    expect(decide({}, rules).ok).toBe(true)
  })
})

describe('ranks', () => {
  const ranked = (ranks: Record<string, string>, willing: Record<string, string> = everybody) =>
    decide({ ranks, willing }, { preferences: 'least_total' })
  const ranksIn = (decided: ReturnType<typeof decide>) => decided.ok && [...decided.value.ranks]

  test('are looked at only where the programme asks for them', () => {
    expect(ranksIn(decide({ ranks: { a: '7', b: 'first' } }))).toEqual([])
  })

  test('may be given to some, and two people may have the same', () => {
    expect(ranksIn(ranked({ a: '1', b: '' }))).toEqual([['a', 1]])
    expect(ranksIn(ranked({ a: '1', b: '2', c: '1' }))).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 1],
    ])
  })

  test('leave none out: whoever has a later one is named', () => {
    expect(ranked({ a: '1', b: '3' })).toEqual({
      ok: false,
      problem: { kind: 'willingness.rank_left_out', rank: 2, mentees: ['b'] },
    })
    expect(ranked({ a: '2', c: '2' })).toMatchObject({ problem: { rank: 1, mentees: ['a', 'c'] } })
  })

  test('go with a yes alone', () => {
    expect(ranked({ a: '1', b: '2' }, { ...everybody, a: 'no' })).toMatchObject({
      problem: { kind: 'willingness.rank_without_yes', mentees: ['a'] },
    })
  })

  test.each(['0', '4', '-1', '1.5', 'first', '1e0'])('are never %j of three', (rank) => {
    expect(ranked({ b: rank })).toMatchObject({
      problem: { kind: 'willingness.rank_unknown', mentees: ['b'] },
    })
  })
})

describe('how many a mentor would take', () => {
  const several = (most: string) => decide({ most }, { menteesPerMentor: 3 })

  test('is asked only where a mentor may have several', () => {
    expect(decide({ most: '3' })).toMatchObject({ value: { most: null } })
    expect(several('2')).toMatchObject({ value: { most: 2 } })
  })

  test.each(['', '0', '4', 'many'])('is never %j of three', (most) => {
    expect(several(most)).toMatchObject({ problem: { kind: 'willingness.most_unknown', most: 3 } })
  })
})
