import { expect, test } from 'vitest'
import type { StoredPulse } from '../../sessions/pulse/model.ts'
import { summarisePulses } from './pulses.ts'

const useful = (value: number): StoredPulse => ({ number: 1, question: 'useful', value })

test('gives n and median for each session and question, and nothing below k', () => {
  const rows = [
    ...[2, 3, 4, 4, 5].map(useful),
    ...[1, 2].map((value) => ({ ...useful(value), number: 2 })),
  ]
  const summaries = summarisePulses(rows, { sessions: 2, floor: 5 })
  expect(summaries).toHaveLength(6)
  expect(summaries[0]).toEqual({ number: 1, question: 'useful', spread: { n: 5, median: 4 } })
  expect(summaries.slice(1).map(({ spread }) => spread)).toEqual([null, null, null, null, null])
})

test('is the same whether nobody or one fewer than k have answered', () => {
  const asked = { sessions: 1, floor: 5 }
  expect(summarisePulses([1, 1, 5, 5].map(useful), asked)).toEqual(summarisePulses([], asked))
})
