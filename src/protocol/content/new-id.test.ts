import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from './new-id.ts'
import { optionsOf } from './options.ts'

test.each([
  ['Time management', 'time_management'],
  ['Être à l’écoute!', 'etre_a_l_ecoute'],
  ['360° feedback', 'about_360_feedback'],
  ['Total', 'total_2'],
  ['Supervisor', 'supervisor_2'],
  ['時間', 'entry'],
])('“%s” gets the id %s', (label, id) => {
  expect(newId(label, [])).toBe(id)
})

test('an id is never one that is taken', () => {
  expect(newId('Trust', ['trust', 'trust_2'])).toBe('trust_3')
})

test('every label gets an id of the form that a protocol asks for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (label, taken) => {
      const id = newId(label, taken)
      expect(id).toMatch(/^[a-z][a-z0-9_]*$/)
      expect(taken).not.toContain(id)
    }),
  )
})

const before = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

test.each([
  ['the same in another order', ['No', 'Yes'], ['no', 'yes']],
  ['one more', ['Yes', 'Perhaps', 'No'], ['yes', 'perhaps', 'no']],
  ['one reworded', ['Yes, mostly', 'No'], ['yes', 'no']],
  ['one reworded to the other’s place', ['No', 'Rather'], ['no', 'rather']],
  ['one fewer', ['No'], ['no']],
])('options keep their values: %s', (_, labels, values) => {
  expect(optionsOf(labels, before).map(({ value }) => value)).toEqual(values)
})
