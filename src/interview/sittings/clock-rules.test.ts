import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  endedClock,
  movedClock,
  pausedClock,
  resumedClock,
  secondsSince,
  stoppedClock,
  type Ticked,
} from './clock-rules.ts'
import type { Clock } from './model.ts'

const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 22, 9) + seconds * 1000)
const [anna, ben] = ['anna', 'ben']
const cell = (mentee: string, domain = 'strengths') => ({ mentee, domain })
const move = (clock: Clock, to: ReturnType<typeof cell>, seconds: number) =>
  movedClock(clock, to, { now: at(seconds), isSitting: true })

describe('moving', () => {
  test('to the first mentee starts the clock', () => {
    expect(move(stoppedClock, cell(anna), 5)).toEqual({
      clock: { ...cell(anna), since: at(5) },
      spent: null,
    })
  })

  test('to another mentee gives the one before the time so far', () => {
    const { clock } = move(stoppedClock, cell(anna), 0)
    expect(move(clock, cell(ben), 90)).toEqual({
      clock: { ...cell(ben), since: at(90) },
      spent: { mentee: anna, seconds: 90 },
    })
  })

  test('within a mentee keeps counting', () => {
    const { clock } = move(stoppedClock, cell(anna), 0)
    expect(move(clock, cell(anna, 'approachability'), 60)).toEqual({
      clock: { ...cell(anna, 'approachability'), since: at(0) },
      spent: null,
    })
  })

  test('in a break shows the other mentee, and the break goes on', () => {
    const clock = { ...cell(anna), since: null }
    expect(move(clock, cell(ben), 60)).toEqual({
      clock: { ...cell(ben), since: null },
      spent: null,
    })
  })

  test('outside a sitting shows the mentee, and no time passes', () => {
    const outside = { now: at(0), isSitting: false }
    const { clock } = movedClock(stoppedClock, cell(anna), outside)
    expect(clock).toEqual({ ...cell(anna), since: null })
  })
})

describe('a break', () => {
  const running = { ...cell(anna), since: at(0) }

  test('gives the mentee the time so far, and time stands still', () => {
    const { clock, spent } = pausedClock(running, at(30))
    expect([clock.since, spent]).toEqual([null, { mentee: anna, seconds: 30 }])
    expect(endedClock(clock, at(500)).spent).toBeNull()
  })

  test('in a break changes nothing', () => {
    const { clock } = pausedClock(running, at(30))
    expect(pausedClock(clock, at(60))).toEqual({ clock, spent: null })
  })

  test('ends with the mentee who was spoken about before', () => {
    const { clock } = pausedClock(running, at(30))
    const resumed = resumedClock(clock, at(100))
    expect(resumed).toEqual({ clock: { ...cell(anna), since: at(100) }, spent: null })
    expect(resumedClock(resumed.clock, at(200))).toEqual(resumed)
  })

  test('before the first mentee is none', () => {
    expect(pausedClock(stoppedClock, at(0)).clock).toEqual(stoppedClock)
    expect(resumedClock(stoppedClock, at(0)).clock).toEqual(stoppedClock)
  })
})

test('the end of a sitting gives the mentee the time so far, and nobody is spoken about', () => {
  expect(endedClock({ ...cell(anna), since: at(0) }, at(61))).toEqual({
    clock: stoppedClock,
    spent: { mentee: anna, seconds: 61 },
  })
})

test('of two who move at once the second finds the clock as the first left it', () => {
  const { clock } = move(stoppedClock, cell(anna), 0)
  const first = move(clock, cell(ben), 40)
  expect(move(first.clock, cell(ben), 40)).toEqual({ clock: first.clock, spent: null })
})

test('a server whose clock is behind takes no time away', () => {
  expect(secondsSince(at(10), at(4))).toBe(0)
  expect(move({ ...cell(anna), since: at(10) }, cell(ben), 4).spent).toBeNull()
})

describe('whatever happens in whatever order', () => {
  type Step = {
    readonly what: 'move' | 'pause' | 'resume'
    readonly to: string
    readonly wait: number
  }
  const step = fc.record<Step>({
    what: fc.constantFrom('move', 'pause', 'resume'),
    to: fc.constantFrom(anna, ben, 'chris'),
    wait: fc.integer({ min: 0, max: 10_000 }),
  })

  const after = (clock: Clock, { what, to }: Step, now: Date): Ticked => {
    if (what === 'move') return movedClock(clock, cell(to), { now, isSitting: true })
    return (what === 'pause' ? pausedClock : resumedClock)(clock, now)
  }

  test('the times of all mentees together are the time in which the clock ran', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let [clock, seconds, given, ran] = [stoppedClock, 0, 0, 0]
        for (const one of steps) {
          seconds += one.wait
          if (clock.since !== null) ran += one.wait
          const ticked = after(clock, one, at(seconds))
          given += ticked.spent?.seconds ?? 0
          clock = ticked.clock
        }
        expect(given + secondsSince(clock.since, at(seconds))).toBe(ran)
      }),
    )
  })
})
