import { expect, test } from 'vitest'
import { playingAt, rateBeside, startAfter, startBefore } from './playing-place.ts'

const starts = [0, 3.5, null, 10, 20]

test('the passage that plays is the last that has begun', () => {
  const playing = [-1, 0, 3.4, 3.5, 9.9, 10, 999].map((seconds) => playingAt(starts, seconds))
  expect(playing).toEqual([null, 0, 0, 1, 1, 3, 4])
  expect(playingAt([null, null], 5)).toBeNull()
})

test('back goes to the beginning of the passage, and from there to the one before', () => {
  expect([0, 5.5, 3.6, 12, 10.5].map((seconds) => startBefore(starts, seconds))).toEqual([
    0, 3.5, 0, 10, 3.5,
  ])
})

test('on goes to the next passage that has a time; behind the last there is none', () => {
  expect([0, 3.5, 12, 20].map((seconds) => startAfter(starts, seconds))).toEqual([
    3.5,
    10,
    20,
    null,
  ])
})

test('the speed has an end in both directions', () => {
  expect([rateBeside(1, 'faster'), rateBeside(1, 'slower')]).toEqual([1.25, 0.75])
  expect([rateBeside(2, 'faster'), rateBeside(0.5, 'slower')]).toEqual([2, 0.5])
})
