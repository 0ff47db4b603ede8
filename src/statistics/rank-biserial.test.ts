import { expect, test } from 'vitest'
import { rankBiserial } from './rank-biserial.ts'

test('four rises against the smallest fall give 0.867', () => {
  const effect = rankBiserial({ wPlus: 14, wMinus: 1 })
  expect(effect.ok && effect.value).toBeCloseTo(0.867, 3)
})

test('all up is 1, all down is −1, even is 0', () => {
  expect(rankBiserial({ wPlus: 15, wMinus: 0 })).toEqual({ ok: true, value: 1 })
  expect(rankBiserial({ wPlus: 0, wMinus: 15 })).toEqual({ ok: true, value: -1 })
  expect(rankBiserial({ wPlus: 5, wMinus: 5 })).toEqual({ ok: true, value: 0 })
})

test('no change has no effect size', () => {
  expect(rankBiserial({ wPlus: 0, wMinus: 0 })).toEqual({
    ok: false,
    problem: { kind: 'statistic.no_change' },
  })
})
