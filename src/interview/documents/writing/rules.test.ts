import { describe, expect, test } from 'vitest'
import { balanceOf, balanceSentence } from './balance-rules.ts'
import { pageUseOf } from './page-use.ts'
import { type Draft, move, reword, takeBack } from './rules.ts'

const point = (pointId: string, place: string, text = pointId) => ({
  pointId,
  domain: 'strengths',
  place,
  text,
  noteIds: [] as readonly string[],
})
const draft = (...points: Draft['points']): Draft => ({
  points,
  notes: ['n', 'm', 'o'].map((noteId) => ({ noteId, text: noteId })),
  domains: ['strengths', 'approachability'],
  chance: () => 0.5,
})
const changed = (outcome: ReturnType<typeof reword>) => (outcome.ok ? outcome.value?.to : outcome)

describe('what two people do to a point at once', () => {
  test('notes that the one links and the other unlinks are linked and unlinked', () => {
    const known = { ...point('a', 'V'), noteIds: ['n', 'm'] }
    const stored = { ...known, noteIds: ['n', 'm', 'o'] }
    const outcome = reword(draft(stored), { ...known, known, noteIds: ['m'] })
    expect(changed(outcome)).toMatchObject({ noteIds: ['m', 'o'] })
  })
  test('the same words from both are one rewording', () => {
    const known = point('a', 'V', 'before')
    const stored = { ...known, text: 'after' }
    expect(reword(draft(stored), { ...known, known, text: 'after' })).toEqual({
      ok: true,
      value: null,
    })
  })
  test('a rewording does not take back that the other moved it to another domain', () => {
    const known = point('a', 'V')
    const stored = { ...known, domain: 'approachability', place: 'W' }
    const outcome = reword(draft(stored), { ...known, known, text: 'new' })
    expect(changed(outcome)).toMatchObject({ domain: 'approachability', place: 'W', text: 'new' })
  })
  test('undoing a rewording leaves where the other moved it', () => {
    const from = point('a', 'V', 'before')
    const to = { ...from, text: 'after' }
    const outcome = takeBack(draft({ ...to, place: 'b' }), { from, to })
    expect(changed(outcome)).toMatchObject({ text: 'before', place: 'b' })
  })
})

test('moving changes the place of that point alone, and stops at both ends', () => {
  const points = [point('a', 'F'), point('b', 'V'), point('c', 'k')]
  const [a, b, c] = points
  if (a === undefined || b === undefined || c === undefined) throw new Error('three points')
  const up = changed(move(draft(...points), { known: c, direction: 'up' }))
  expect(up).toMatchObject({ pointId: 'c' })
  const place = up !== null && up !== undefined && 'place' in up ? up.place : ''
  expect('F' < place && place < 'V').toBe(true)
  expect(move(draft(...points), { known: a, direction: 'up' })).toEqual({ ok: true, value: null })
  expect(move(draft(...points), { known: c, direction: 'down' })).toEqual({ ok: true, value: null })
})

const text = (...points: readonly (readonly string[])[]) => ({
  domains: points.map((own, at) => ({
    domain: ['strengths', 'areas_for_improvement', 'time_management'][at] ?? 'other',
    label: ['Strengths', 'Areas for improvement', 'Time management'][at] ?? 'Other',
    points: own,
  })),
})

describe('one A4 page', () => {
  const sentence =
    'Explains the reasons for decisions on ward rounds, so that juniors can decide later.'
  test('holds two points of a line in each of seven domains, and not seven of two lines', () => {
    const two = text(...Array.from({ length: 7 }, () => [sentence, sentence]))
    const seven = text(...Array.from({ length: 7 }, () => Array(7).fill(`${sentence} ${sentence}`)))
    expect(pageUseOf(two).fits).toBe(true)
    expect(pageUseOf(seven).fits).toBe(false)
  })
  test('is used more by longer points, by more of them and by lines of their own', () => {
    const use = (...points: readonly string[]) => pageUseOf(text(points)).percent
    expect(use('x'.repeat(87))).toBeGreaterThan(use('x'.repeat(86)))
    expect(use('x', 'y')).toBeGreaterThan(use('x y'))
    expect(use('x\ny')).toBeGreaterThan(use('x y'))
  })
})

describe('the balance', () => {
  test('counts points and words of each domain, and says which side is missing', () => {
    const balance = balanceOf(text(['Explains plans well.', 'Isn’t late.'], [], ['One']))
    expect(balance.domains.map(({ points, words }) => [points, words])).toEqual([
      [2, 5],
      [0, 0],
      [1, 1],
    ])
    expect(balanceSentence(balance)).toBe(
      'Strengths to areas for improvement: 2 to 0. Nothing says yet what could be better. Look in the notes for it.',
    )
  })
  test.each([
    [0, 0, 'There is no point yet'],
    [0, 1, 'Nothing says yet what goes well'],
    [1, 3, 'More than twice as much is about what could be better'],
    [3, 1, 'More than twice as much is about what goes well'],
    [2, 1, 'Both sides are heard'],
  ])('%i strengths to %i improvements', (strengths, improvements, words) => {
    const balance = balanceOf(text(Array(strengths).fill('x'), Array(improvements).fill('x')))
    expect(balanceSentence(balance)).toContain(words)
  })
  test('of a protocol without both sides says nothing', () => {
    const own = { domains: [{ domain: 'being_heard', label: 'Being heard', points: ['x'] }] }
    expect(balanceSentence(balanceOf(own))).toBeNull()
  })
})
