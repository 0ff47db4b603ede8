import { expect, test } from 'vitest'
import type { Note } from '../model.ts'
import { saveForm } from './note-form-rules.ts'

const from = { menteeId: 'c1', domain: 'strengths', place: 'F', text: 'Before' }
const notes: readonly Note[] = [{ noteId: 'a', ...from }]
const half = () => 0.5
const save = (text: string, domain = 'strengths') =>
  saveForm(
    notes,
    { noteId: 'a', from, text, cell: { menteeId: 'c1', domain }, newId: () => 'b' },
    half,
  )

test('the text is saved where the point stands', () => {
  expect(save(' After\r\nall ')).toEqual({
    ok: true,
    value: [{ noteId: 'a', from, to: { ...from, text: 'After\nall' } }],
  })
})

test('a line of dashes makes two points of one', () => {
  const saved = save('One\n---\nTwo')
  expect(saved.ok && saved.value.map(({ noteId, to }) => [noteId, to?.text])).toEqual([
    ['a', 'One'],
    ['b', 'Two'],
  ])
})

test('a dash in a text splits nothing', () => {
  const saved = save('On time - mostly')
  expect(saved.ok && saved.value).toHaveLength(1)
})

test('another cell is chosen together with the text', () => {
  const saved = save('After', 'approachability')
  expect(saved.ok && saved.value[0]?.to).toMatchObject({ domain: 'approachability', text: 'After' })
})

test.each(['', ' \n ', '---'])('without any text (%j) it is refused', (text) => {
  expect(save(text)).toEqual({ ok: false, problem: { kind: 'note.empty' } })
})
