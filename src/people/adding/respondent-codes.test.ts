import { expect, test } from 'vitest'
import { createRandom } from '../../lib/random.ts'
import { drawCodes } from './respondent-codes.ts'

const random = () => createRandom('codes')
const mentors = (n: number) => Array.from({ length: n }, () => 'mentor' as const)

test('codes say the role, are of chance, and are never given twice', () => {
  const first = drawCodes(['mentor', 'mentee', 'mentor'], [], random())
  expect(first).toEqual([
    expect.stringMatching(/^M\d{3}$/),
    expect.stringMatching(/^C\d{3}$/),
    expect.stringMatching(/^M\d{3}$/),
  ])
  const more = drawCodes(mentors(400), first, random())
  expect(new Set([...first, ...more]).size).toBe(403)
  expect(more).not.toEqual(more.toSorted())
})

test('codes grow by a digit before they become scarce', () => {
  expect(drawCodes(mentors(500), [], random()).every((code) => code.length === 4)).toBe(true)
  expect(drawCodes(mentors(501), [], random()).every((code) => code.length === 5)).toBe(true)
})
