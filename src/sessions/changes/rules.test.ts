import { expect, test } from 'vitest'
import { mostChanges } from './model.ts'
import { type ChangeList, sharedOf, withChange, withoutChange } from './rules.ts'

const list: ChangeList = {
  changes: [
    { changeId: 'a', text: 'Ask before I say.' },
    { changeId: 'b', text: 'Start on time.' },
  ],
  sharedIds: ['b'],
}
const given = { changeId: 'a', text: 'Ask first.', isShared: true, isNew: false }
const outcome = (...asked: Parameters<typeof withChange>) => {
  const decided = withChange(...asked)
  return decided.ok ? decided.value : decided.problem.kind
}

test('a sentence that is changed stays in its place, and is shared as it is now', () => {
  const changed = outcome(list, { ...given, text: ' Ask \r\n first. ' })
  expect(changed).toEqual({
    changes: [{ changeId: 'a', text: 'Ask first.' }, list.changes[1]],
    sharedIds: ['b', 'a'],
  })
  expect(outcome(list, { ...given, changeId: 'b', isShared: false })).toMatchObject({
    sharedIds: [],
  })
})

test('what is taken out is shared no longer', () => {
  expect(sharedOf(withoutChange(list, 'b'))).toEqual([])
  expect(withoutChange(list, 'c')).toEqual(list)
})

test('a sentence is refused where it is empty, too long, one too many, or was taken out meanwhile', () => {
  const many = Array.from({ length: mostChanges }, (_, place) => ({
    changeId: String(place),
    text: 'x',
  }))
  const full = { changes: many, sharedIds: [] }
  expect(outcome(list, { ...given, text: ' \n' })).toBe('change.missing')
  expect(outcome(list, { ...given, text: 'x'.repeat(301) })).toBe('change.too_long')
  expect(outcome(full, { ...given, isNew: true })).toBe('change.too_many')
  expect(outcome(full, { ...given, changeId: '3' })).toMatchObject({ sharedIds: ['3'] })
  expect(outcome(list, { ...given, changeId: 'c' })).toBe('change.gone')
})
