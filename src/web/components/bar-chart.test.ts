import { expect, test } from 'vitest'
import { drawBars } from './bar-chart.tsx'

const widthsIn = (svg: string): readonly number[] =>
  [...svg.matchAll(/<rect x="216"[^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))

test('a bar is as long as its number, the longest fills the room, and nothing is still a line', () => {
  const bars = [
    { label: 'Strengths', value: 4 },
    { label: 'Areas for improvement', value: 2 },
    { label: 'Time management', value: 0 },
  ]
  const svg = drawBars('Points', bars)
  expect(widthsIn(svg)).toEqual([224, 112, 1])
  for (const { label, value } of bars) expect(svg).toMatch(new RegExp(`${label}.*>${value}<`, 's'))
})

test('where there is nothing at all no bar is longer than a line', () => {
  expect(widthsIn(drawBars('Points', [{ label: 'Strengths', value: 0 }]))).toEqual([1])
})

test('a long label is cut, so that it stays beside its bar', () => {
  const svg = drawBars('Points', [{ label: 'How leading and deciding happens here', value: 1 }])
  expect(svg).toContain('How leading and decidin…')
})
