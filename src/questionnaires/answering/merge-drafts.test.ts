import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Change, mark, mergeDrafts } from './merge-drafts.ts'

const isText = (field: string): boolean => field.startsWith('text')
const merge = (stored: Record<string, string>, ...changes: readonly Change[]) =>
  mergeDrafts(stored, changes, isText)

describe('a choice', () => {
  test('that two devices made differently is the later one', () => {
    const first = merge({}, { field: 'score', from: [''], to: '4' })
    const second = merge(first.draft, { field: 'score', from: [''], to: '2' })
    expect(second).toEqual({ draft: { score: '2' }, joined: [] })
  })
})

describe('a text', () => {
  test('that one device went on writing is what was written last, shorter or longer', () => {
    const first = merge({}, { field: 'text', from: [''], to: 'Time is short' })
    const second = merge(first.draft, { field: 'text', from: ['Time is short'], to: 'Time' })
    expect(second).toEqual({ draft: { text: 'Time' }, joined: [] })
  })

  test('that two devices wrote is both, with a mark between, the sender’s own first', () => {
    const { draft, joined } = merge({ text: 'One' }, { field: 'text', from: [''], to: 'Two' })
    expect(draft).toEqual({ text: `Two${mark}One` })
    expect(joined).toEqual(['text'])
  })

  test('that only the other device wrote stays', () => {
    const { draft } = merge({ text: 'New' }, { field: 'text', from: ['Old'], to: 'Old' })
    expect(draft).toEqual({ text: 'New' })
  })

  test('that was stored without the device hearing so is no conflict', () => {
    const lost = merge({}, { field: 'text', from: [''], to: 'Hal' })
    const again = merge(lost.draft, { field: 'text', from: ['', 'Hal'], to: 'Half a sentence' })
    expect(again).toEqual({ draft: { text: 'Half a sentence' }, joined: [] })
  })
})

const words = fc.string({ maxLength: 12 })
/** What a device does with one text: types something new, then saves, perhaps more than once. */
const typing = fc.array(
  fc.record({ device: fc.nat(2), text: words, times: fc.integer({ min: 1, max: 3 }) }),
  { maxLength: 12 },
)

test('of texts written on three devices at once nothing is ever lost, however often it is sent', () => {
  fc.assert(
    fc.property(typing, (steps) => {
      let stored: Readonly<Record<string, string>> = {}
      const sent: string[] = []
      // Each device starts from the empty page and never hears of the others.
      for (const { device, text, times } of steps) {
        const own = `${device}:${text}.`
        sent.push(own)
        for (let time = 0; time < times; time += 1) {
          stored = merge(stored, { field: 'text', from: [''], to: own }).draft
        }
      }
      for (const own of sent) expect(stored.text).toContain(own)
    }),
  )
})

test('a change sent again changes nothing', () => {
  fc.assert(
    fc.property(words, words, words, (before, from, to) => {
      const change = { field: 'text', from: [from], to }
      const once = merge({ text: before }, change)
      const twice = merge(once.draft, change)
      expect(twice.draft).toEqual(once.draft)
    }),
  )
})

test('changes of different fields give the same in every order', () => {
  const change = (field: string) =>
    fc.record({ field: fc.constant(field), from: fc.array(words, { maxLength: 2 }), to: words })
  const stored = fc.record({ text_a: words, text_b: words, score: words })
  fc.assert(
    fc.property(stored, change('text_a'), change('text_b'), change('score'), (before, a, b, c) => {
      const one = merge(before, a, b, c)
      const other = merge(before, c, b, a)
      expect(other.draft).toEqual(one.draft)
      expect(other.joined.toSorted()).toEqual(one.joined.toSorted())
    }),
  )
})
