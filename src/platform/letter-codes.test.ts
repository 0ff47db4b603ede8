import { describe, expect, test } from 'vitest'
import { newKey } from './keys.ts'
import { inGroups, letterCodeOf, readLetterCode } from './letter-codes.ts'

const key = newKey()
const codes = Array.from({ length: 2000 }, (_, n) => letterCodeOf(key, ['participant', String(n)]))

describe('a letter code', () => {
  test('is ten characters that are not mistaken for each other, the same each time', () => {
    expect(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{10}$/.test(code))).toBe(true)
    expect(new Set(codes).size).toBe(codes.length)
    expect(letterCodeOf(key, ['participant', '0'])).toBe(codes[0])
    expect(letterCodeOf(newKey(), ['participant', '0'])).not.toBe(codes[0])
  })

  test('uses each character in each place', () => {
    const places = Array.from(
      { length: 10 },
      (_, place) => new Set(codes.map((code) => code[place])),
    )
    expect(places.map(({ size }) => size)).toEqual(Array.from({ length: 10 }, () => 32))
  })

  test('is read however it was typed', () => {
    for (const code of codes.slice(0, 200)) {
      const letter = inGroups(code)
      expect(letter).toMatch(/^.{5}-.{5}$/)
      const typed = ` ${letter.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'i')} `
      for (const one of [code, letter, typed, letter.replaceAll('1', 'L')]) {
        expect(readLetterCode(one)).toBe(code)
      }
    }
  })

  test.each(['', '7K2QX', '7K2QX-9M4TDX', 'U'.repeat(10), '7K2QX-9M4T!', ' '.repeat(1000)])(
    'is not %j',
    (typed) => {
      expect(readLetterCode(typed)).toBeNull()
    },
  )
})
