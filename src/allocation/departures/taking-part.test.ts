import { describe, expect, test } from 'vitest'
import type { StoredPair } from '../store.ts'
import { pairsEndedBy } from './pairs-ended-by.ts'
import { hasLeft } from './people-left.ts'
import { type AfterDeparture, afterDeparture } from './taking-part.ts'

const person = (participantId: string, state: 'agreed' | 'withdrawn' | 'invited' = 'agreed') =>
  ({ participantId, state, role: participantId.startsWith('M') ? 'mentor' : 'mentee' }) as const

/** `M1–C1`, a pair whose id is its text; `M1–C1 ended`; `M1–C1 exited`. */
const pair = (text: string): StoredPair => {
  const [pairId = '', end] = text.split(' ')
  const [mentorId = '', menteeId = ''] = pairId.split('–')
  const ending = { hasEnded: end !== undefined, hasExited: end === 'exited' }
  return { pairId, label: pairId, mentorId, menteeId, drawNumber: 1, ...ending }
}

type Case = {
  readonly people: readonly string[]
  readonly left?: readonly string[]
  readonly pairs: readonly string[]
  readonly met?: readonly string[]
  readonly rules?: AfterDeparture['rules']
  readonly offers?: Readonly<Record<string, number>>
}

const drawnIn = ({ people, left = [], pairs, met = [], rules = {}, offers = {} }: Case) =>
  afterDeparture({
    participants: people.map((id) => person(id, left.includes(id) ? 'withdrawn' : 'agreed')),
    pairs: pairs.map(pair),
    metPairIds: new Set(met),
    rules,
    seatsOf: (id) => offers[id] ?? 1,
  })

const threeAndTwo = ['M1', 'M2', 'M3', 'C1', 'C2']

describe('where a free mentor is drawn', () => {
  test('nobody is drawn while every mentee has a mentor', () => {
    expect(drawnIn({ people: threeAndTwo, pairs: ['M1–C1', 'M2–C2'] })).toBeNull()
  })

  test('the mentee of a mentor who left is drawn a mentor who is free, and the pairs that stay are left alone', () => {
    const left = { people: threeAndTwo, left: ['M1'], pairs: ['M1–C1 ended', 'M2–C2'] }
    const drawn = { mentors: ['M3'], mentees: ['C1'], taken: new Map() }
    expect(drawnIn(left)).toEqual(drawn)
    expect(drawnIn({ ...left, met: ['M2–C2'] })).toEqual(drawn)
  })

  test('a pair of somebody who left counts as ended, whether that is recorded or not', () => {
    const left = { people: threeAndTwo, left: ['M1'], pairs: ['M1–C1', 'M2–C2'] }
    expect(drawnIn(left)?.mentees).toEqual(['C1'])
  })

  test('the mentor of a mentee who left becomes free, and nobody needs a draw', () => {
    const left = { people: threeAndTwo, left: ['C1'], pairs: ['M1–C1 ended', 'M2–C2'] }
    expect(drawnIn(left)).toBeNull()
    expect(drawnIn({ ...left, people: [...threeAndTwo, 'C3'] })?.mentors).toEqual(['M1', 'M3'])
  })

  test('somebody who agreed after the draw takes part', () => {
    const drawn = drawnIn({ people: [...threeAndTwo, 'C3'], pairs: ['M1–C1', 'M2–C2'] })
    expect(drawn).toMatchObject({ mentors: ['M3'], mentees: ['C3'] })
  })

  test('a side without anybody tells that nobody is free', () => {
    const people = ['M1', 'M2', 'C1', 'C2']
    const drawn = drawnIn({ people, left: ['M1'], pairs: ['M1–C1 ended', 'M2–C2'] })
    expect(drawn).toMatchObject({ mentors: [], mentees: ['C1'] })
  })
})

describe('where one of a pair asked for it to end', () => {
  const exited = { people: threeAndTwo, pairs: ['M1–C1 exited', 'M2–C2'] }

  test('the mentee is drawn a mentor who is free, and never the one of before', () => {
    expect(drawnIn(exited)).toEqual({ mentors: ['M3'], mentees: ['C1'], taken: new Map() })
  })

  test('the mentor is free for every other mentee', () => {
    expect(drawnIn({ ...exited, people: [...threeAndTwo, 'C3'] })).toMatchObject({
      ...{ mentors: ['M1', 'M3'], mentees: ['C1', 'C3'] },
    })
  })

  test('nobody is free where only the two of it have no partner', () => {
    const drawn = drawnIn({ ...exited, people: ['M1', 'M2', 'C1', 'C2'] })
    expect(drawn).toMatchObject({ mentors: [], mentees: ['C1'] })
  })

  test('a mentee who has another mentor is drawn where the mentor cannot be given to who has none', () => {
    const rules = { mentorsPerMentee: 2 }
    const pairs = ['M1–C1 exited', 'M2–C2']
    const drawn = drawnIn({ people: ['M1', 'M2', 'C1', 'C2'], pairs, rules })
    expect(drawn).toMatchObject({ mentors: ['M1'], mentees: ['C1', 'C2'] })
  })
})

describe('where all who have not met draw again', () => {
  const rules = { afterDeparture: 'draw_again' } as const
  const people = ['M1', 'M2', 'M3', 'M4', 'C1', 'C2', 'C3']
  const left = { people, left: ['M1'], pairs: ['M1–C1 ended', 'M2–C2', 'M3–C3'], rules }

  test('pairs that have met stay; everybody else is drawn', () => {
    expect(drawnIn({ ...left, met: ['M2–C2'] })).toEqual({
      ...{ mentors: ['M3', 'M4'], mentees: ['C1', 'C3'], taken: new Map() },
    })
  })

  test('nobody is drawn while every mentee has a mentor, met or not', () => {
    expect(drawnIn({ people, pairs: ['M1–C1', 'M2–C2', 'M3–C3'], rules })).toBeNull()
  })

  test('a mentee who met a mentor that left is drawn another one', () => {
    const met = ['M1–C1', 'M2–C2', 'M3–C3']
    expect(drawnIn({ ...left, met })).toMatchObject({ mentors: ['M4'], mentees: ['C1'] })
  })
})

describe('where a mentor may have several mentees', () => {
  const rules = { menteesPerMentor: 2 }
  const people = ['M1', 'M2', 'M3', 'C1', 'C2', 'C3']
  const pairs = ['M1–C1', 'M2–C2', 'M3–C3 ended']
  const offers = { M1: 2, M2: 1, M3: 2 }

  test('a mentor takes part with the seats that they offered and have not filled', () => {
    expect(drawnIn({ people, left: ['M3'], pairs, rules, offers })).toEqual({
      ...{ mentors: ['M1'], mentees: ['C3'], taken: new Map([['M1', 1]]) },
    })
  })

  test('of two mentees, the one they have met stays and the other is drawn again', () => {
    const again = { ...rules, afterDeparture: 'draw_again' } as const
    const full = { people: ['M1', 'M2', 'C1', 'C2', 'C3'], offers: { M1: 2, M2: 1 }, rules: again }
    const drawn = drawnIn({ ...full, pairs: ['M1–C1', 'M1–C2'], met: ['M1–C1'] })
    expect(drawn).toEqual({
      ...{ mentors: ['M1', 'M2'], mentees: ['C2', 'C3'], taken: new Map([['M1', 1]]) },
    })
  })
})

describe('where a mentee has several mentors', () => {
  const rules = { mentorsPerMentee: 2 }
  const people = ['M1', 'M2', 'M3', 'M4', 'M5', 'C1', 'C2']
  const pairs = ['M1–C1', 'M2–C1', 'M3–C2', 'M4–C2']

  test('a mentee who keeps one mentor is drawn the other', () => {
    expect(drawnIn({ people, left: ['M1'], pairs, rules })).toEqual({
      ...{ mentors: ['M5'], mentees: ['C1'], taken: new Map([['C1', 1]]) },
    })
  })

  test('whoever has no mentor at all comes first where there are too few', () => {
    const few = { people, left: ['M1', 'M3', 'M4'], pairs, rules }
    expect(drawnIn(few)).toMatchObject({ mentors: ['M5'], mentees: ['C2'] })
  })
})

test('the pairs that end are those of two people who are both drawn again', () => {
  const current = ['M1–C1', 'M2–C2', 'M3–C1', 'M1–C3 ended'].map(pair)
  const people = { mentors: ['M1', null, 'M3'], mentees: ['C2', 'C3', null] }
  expect(pairsEndedBy(people, current)).toEqual([])
  const wider = { mentors: ['M1', 'M3'], mentees: ['C1', 'C3'] }
  expect(pairsEndedBy(wider, current).map(({ pairId }) => pairId)).toEqual(['M1–C1', 'M3–C1'])
})

test.each([
  { people: { mentors: ['M1'], mentees: ['C1'] }, outcome: false },
  { people: { mentors: ['M1', 'M2'], mentees: ['C1'] }, outcome: true },
  { people: { mentors: ['M1'], mentees: ['C1', 'C9'] }, outcome: true },
  { people: { mentors: ['M1', null], mentees: ['C1'] }, outcome: true },
  { people: null, outcome: true },
])('of a draw with $people somebody has left: $outcome', ({ people, outcome }) => {
  expect(hasLeft(people, [person('M1'), person('M2', 'withdrawn'), person('C1')])).toBe(outcome)
})
