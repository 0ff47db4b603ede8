/** What a draw gives for a seed, and the tally of many. That it is uniform: `uniformity.test.ts`. */
import { describe, expect, test } from 'vitest'
import { fiveOfThePaper } from '../../tests/support/draw-instances.ts'
import { written } from '../../tests/support/every-allocation.ts'
import { createRandom } from '../lib/random.ts'
import { drawAllocation, prepareDraw, tallyDraws } from './rules.ts'

describe('the draw of the five mentors of the paper', () => {
  const prepared = prepareDraw(fiveOfThePaper)
  if (!prepared.ok) throw new Error(prepared.problem.kind)
  const draw = prepared.value

  test('gives for the seed sheffield these pairs, for ever and everywhere', () => {
    const { pairs } = drawAllocation(draw, createRandom('sheffield'))
    expect(written(pairs)).toBe('M1–C3 M2–C2 M3–C4 M4–C5 M5–C1')
  })

  test('has a tally that adds up, most frequent first, and starts with the allocation itself', () => {
    const { first, tally } = tallyDraws(draw, createRandom('tally'), 1000)
    expect(first).toEqual(drawAllocation(draw, createRandom('tally')))
    expect(tally.reduce((sum, { n }) => sum + n, 0)).toBe(1000)
    expect(tally.map(({ n }) => n)).toEqual(tally.map(({ n }) => n).sort((a, b) => b - a))
    expect(tallyDraws(draw, createRandom('tally'), 1).tally).toEqual([{ pairs: first.pairs, n: 1 }])
  })
})
