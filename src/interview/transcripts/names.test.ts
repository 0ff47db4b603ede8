import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../lib/random.ts'
import type { Passage } from './model.ts'
import { allNames, withoutNames } from './nameless.ts'
import { findNames, replaceNames, wordsOfNames } from './names.ts'

const people = ['Dr Zoë Quill-Rahman', 'Bo Day', 'Prof Jan van der Berg', 'Ann O’Hara']
const names = wordsOfNames(people)
const replaced = (text: string, kept: readonly string[] = []) =>
  replaceNames(text, names, new Set(kept))

describe('a name is replaced', () => {
  test.each([
    ['first name, surname and both', 'Bo, Day and Bo Day', '[name], [name] and [name]'],
    ['with a title', 'Dr Quill-Rahman said', 'Dr [name] said'],
    ['half of a double name', 'Rahman and Quill', '[name] and [name]'],
    ['without accents and in other letters', 'zoe, ZOË, Zoé', '[name], [name], [name]'],
    ['with an s behind it', "Bo’s list, Day's list", "[name]’s list, [name]'s list"],
    ['with a sign in it', "Ann O'Hara and O’Hara’s", '[name] and [name]’s'],
    ['in an address', 'bo.day@hospital.example', '[name]@hospital.example'],
  ])('%s', (_, text, expected) => {
    expect(replaced(text)).toBe(expected)
  })

  test('and no part of another word, no title, no “van der”, no number', () => {
    const text = 'Today the doctor of the van der line bore 1 bob daily, professor.'
    expect(replaceNames(text, wordsOfNames([...people, 'Dr Mentor 1']), new Set())).toBe(text)
  })

  test('unless it is a word where it is written just so', () => {
    expect(replaced('One day Bo Day came', ['day'])).toBe('One day [name] came')
  })
})

test('what is found is told as it is written, how often, and between which words', () => {
  const text = 'One day Bo said so. Bo did. '
  expect(findNames([{ start: null, end: null, speaker: null, text }], names)).toEqual([
    { written: 'Bo', count: 2, before: 'One day ', after: ' said so. Bo did. ' },
    { written: 'day', count: 1, before: 'One ', after: ' Bo said so. Bo did. ' },
  ])
})

test('no name that was found stands in what is stored, wherever it stood', () => {
  const word = fc.constantFrom('Zoë', 'Quill', 'Bo', 'Day', 'Ann', 'she', 'types', 'well', '–', ',')
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const stored = replaced(words.join(' '))
      expect(stored).not.toMatch(/Zoë|Quill|Bo|Day|Ann/)
      expect(stored.match(/she|types|well/g)).toEqual(words.join(' ').match(/she|types|well/g))
    }),
  )
})

describe('speakers', () => {
  const said = (speaker: string, text: string): Passage => ({ start: 1, end: 2, speaker, text })
  const passages = [
    said('Fay Green', 'Shall we begin, Sam?'),
    said('Sam Iphone', 'Yes'),
    said('Bo Day', 'Fay asked'),
    said('Remember', 'it was late'),
    said('Sam Iphone', 'True'),
  ]
  const choice = {
    ...{ facilitators: ['Fay Green'], noSpeakers: ['Remember'], names: people, kept: [] },
  }
  const stored = (seed: string) => withoutNames(passages, choice, createRandom(seed))

  test('become numbers, the same for all that one of them said; a facilitator is called so', () => {
    const [first, second, third, fourth, fifth] = stored('a').map(({ speaker }) => speaker)
    expect(first).toBe('Facilitator')
    expect([second, third].toSorted()).toEqual(['Speaker 1', 'Speaker 2'])
    expect(fourth).toBeNull()
    expect(fifth).toBe(second)
  })

  test('are numbered by chance and not as they begin to speak', () => {
    const numbers = Array.from({ length: 200 }, (_, n) => stored(`seed ${n}`)[1]?.speaker)
    const firsts = numbers.filter((speaker) => speaker === 'Speaker 1').length
    expect(firsts).toBeGreaterThan(70)
    expect(firsts).toBeLessThan(130)
  })

  test('their names are replaced in what others say; who was none has the words back', () => {
    expect(stored('a').map(({ text }) => text)).toEqual([
      'Shall we begin, [name]?',
      'Yes',
      '[name] asked',
      'Remember: it was late',
      'True',
    ])
    expect(allNames(passages, choice).has('remember')).toBe(false)
  })
})
