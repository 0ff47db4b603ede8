import { describe, expect, test } from 'vitest'
import type { DrawMode, DrawState } from '../procedure/model.ts'
import { isReopened, lockOf, lockWords } from './lock.ts'

const facts = (
  states: readonly DrawState[],
  { mode = 'random' as DrawMode, programme = 'open' as const, hasPairs = false } = {},
) => ({ programme, hasPairs, draws: states.map((state) => ({ state, mode })) })

describe('what was said in private', () => {
  test.each([
    [null, []],
    ['being_drawn', ['locked']],
    ['being_drawn', ['committed']],
    ['being_drawn', ['drawn', 'locked']],
    ['drawn', ['drawn']],
    ['drawn', ['drawn', 'reopened']],
    ['drawn', ['replaced', 'drawn']],
    [null, ['reopened']],
    ['being_drawn', ['reopened', 'locked']],
    ['published', ['published']],
    ['published', ['published', 'locked']],
    ['published', ['published', 'drawn']],
  ] as const)('is %j after draws that are %j', (lock, states) => {
    expect(lockOf(facts(states))).toBe(lock)
  })

  test('is final in a programme that is closed, or whose pairs came with a study', () => {
    expect(lockOf({ ...facts([]), programme: 'closed' })).toBe('over')
    expect(lockOf({ ...facts(['locked']), programme: 'closed' })).toBe('over')
    expect(lockOf(facts([], { hasPairs: true }))).toBe('over')
  })

  test('is said not to be looked at where the lead chooses the pairs', () => {
    for (const state of ['drawn', 'published'] as const)
      expect(lockOf(facts([state], { mode: 'chosen' }))).toBe('chosen')
    expect(lockWords.chosen).toContain('nobody looks at it')
  })

  test('is open again only after a draw that was reopened, while none is under way', () => {
    expect(isReopened(facts(['reopened']))).toBe(true)
    expect(isReopened(facts([]))).toBe(false)
    expect(isReopened(facts(['reopened', 'locked']))).toBe(false)
    expect(isReopened({ ...facts(['reopened']), programme: 'closed' })).toBe(false)
  })
})
