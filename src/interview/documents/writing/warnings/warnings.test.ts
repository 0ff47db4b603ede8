import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { type Surroundings, type Warning, warningKinds } from './warning.ts'
import { warningsOf } from './warnings-of.ts'

const read = (name: string): unknown =>
  JSON.parse(readFileSync(path.resolve('tests/fixtures/feedback-points', name), 'utf8'))
const doubtful = z
  .array(z.tuple([z.string(), z.array(z.enum(warningKinds))]))
  .parse(read('doubtful.json'))
const good = z.array(z.string()).parse(read('good.json'))

const around: Surroundings = {
  anonymityFloor: 5,
  notes: [],
  supporters: null,
  names: [
    ...[
      'Dr Priya Raghunathan',
      'Grace May',
      'Prof. Jean-Luc Will',
      'Søren Mark',
      'Anneke de Young',
    ],
    ...['Dr Mentor 1', 'The facilitator', 'Hope Marks', 'Wei Li'],
  ],
}
const raised = (text: string): readonly Warning[] => warningsOf({ text, noteIds: [] }, around)
const kindsIn = (text: string) => [...new Set(raised(text).map(({ kind }) => kind))]

describe('a doubtful point raises its warnings and no other', () => {
  test('there are sixty of them at least, and of every kind that the words alone can raise', () => {
    expect(doubtful.length).toBeGreaterThanOrEqual(60)
    const kinds = new Set(doubtful.flatMap(([, kindsOfOne]) => kindsOfOne))
    expect(warningKinds.filter((kind) => !kinds.has(kind))).toEqual([
      'few_supporters',
      'words_of_a_note',
    ])
  })
  test.each(doubtful)('%s', (text, kinds) => {
    expect(kindsIn(text)).toEqual(kinds)
  })
})

describe('a plain point raises none', () => {
  test('there are forty of them at least', () => {
    expect(good.length).toBeGreaterThanOrEqual(40)
  })
  test.each(good)('%s', (text) => {
    expect(raised(text)).toEqual([])
  })
})

test('every warning says what is wrong and what to do, and shows words of the point', () => {
  for (const [text] of doubtful) {
    for (const { found, sentence, wayOut } of raised(text)) {
      expect(sentence).toMatch(/^.+[.]$/)
      expect(wayOut.length).toBeGreaterThan(10)
      expect(sentence).toContain(found)
    }
  }
})

describe('words of a note', () => {
  const notes = [
    { noteId: 'a', text: 'She never, ever answers the BLEEP; when it’s busy – at night.' },
    { noteId: 'b', text: 'Always thanks the whole team after a shift and smiles' },
  ]
  const sameAs = (text: string) =>
    warningsOf({ text, noteIds: [] }, { ...around, notes }).filter(
      ({ kind }) => kind === 'words_of_a_note',
    )

  test('six in a row are found whatever the case, the punctuation and the white space', () => {
    const [warning] = sameAs('Juniors find that nobody answers the bleep when\n its busy, at night')
    expect(warning?.found).toBe('answers the bleep when\n its busy, at night')
    expect(warning?.sentence).toContain('8 words in a row')
  })
  test('five in a row are not', () => {
    expect(sameAs('Thanks the whole team after surgery')).toEqual([])
    expect(sameAs('thanks the whole team after a long shift')[0]?.sentence).toContain('6 words')
  })
  test('the longest run is told where there are several', () => {
    const text = 'Thanks the whole team after a shift. Never ever answers the bleep when busy'
    expect(sameAs(text).map(({ found }) => found)).toEqual(['Thanks the whole team after a shift'])
  })
  test('accents and the form in which they are written make no difference', () => {
    const note = { noteId: 'c', text: 'naïve questions are met with real patience' }
    const text = 'Nai\u0308ve questions are met with real patience'
    const found = warningsOf({ text, noteIds: [] }, { ...around, notes: [note] })
    expect(found.map(({ kind }) => kind)).toEqual(['words_of_a_note'])
  })
})

describe('supporters', () => {
  const supporters = new Map([
    ['a', 4],
    ['b', 5],
  ])
  const kinds = (noteIds: readonly string[], counted: Surroundings['supporters'] = supporters) =>
    warningsOf({ text: 'Explains plans well.', noteIds }, { ...around, supporters: counted }).map(
      ({ sentence }) => sentence,
    )

  test('fewer than k raise a warning, k do not', () => {
    expect(kinds(['a'])[0]).toContain('Only 4 said')
    expect(kinds(['b'])).toEqual([])
    expect(kinds(['a', 'b'])).toEqual([])
  })
  test('a note without ballots has nobody behind it, and a point without notes is told apart', () => {
    expect(kinds(['c'])[0]).toContain('Nobody said')
    expect(kinds([])[0]).toContain('comes from no note')
  })
  test('without ballots nothing is said', () => {
    expect(kinds(['a'], null)).toEqual([])
  })
})

test('names that are ordinary words are names only with a capital letter within a sentence', () => {
  expect(kindsIn('Grace is given to new colleagues. Will listen, and may hope for more.')).toEqual(
    [],
  )
  expect(kindsIn('Gives Hope the list.')).toEqual(['name'])
  expect(kindsIn('The facilitator summed this up well for the mentor group.')).toEqual([])
})

test('words that are found within longer ones are told once', () => {
  const text = 'Forgets letters, one of us said.'
  expect(raised(text).map(({ found }) => found)).toEqual(['one of us said'])
})
