import { expect, test } from 'vitest'
import * as z from 'zod'
import { mergedForm } from './merged-form.ts'

const schema = z.object({ title: z.string(), summary: z.string(), roles: z.array(z.string()) })
const before = { title: 'Old', summary: 'One.\nTwo.', roles: ['mentor'] }
const now = { title: 'Theirs', summary: 'Theirs too', roles: ['mentee'] }
const merged = (typed: z.infer<typeof schema>) => mergedForm({ schema, typed, before, now })

test('what was left alone follows the other person, line ends of the browser or not', () => {
  expect(merged({ title: 'Old', summary: 'One.\r\nTwo.', roles: ['mentor'] })).toEqual(now)
})

test('what was changed stays as it was typed', () => {
  const typed = { title: 'Mine', summary: '', roles: [] }
  expect(merged(typed)).toEqual(typed)
  expect(merged({ ...before, title: 'Mine' })).toEqual({ ...now, title: 'Mine' })
})
