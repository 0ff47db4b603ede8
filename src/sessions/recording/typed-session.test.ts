import { describe, expect, test } from 'vitest'
import { typedDateOf } from '../../questionnaires/windows/typed-dates.ts'
import { bandOf } from './bands.ts'
import { readTypedSession } from './typed-session.ts'

const bounds = { today: '2026-12-10', pairedOn: '2026-12-01' }
const good = { held: typedDateOf('2026-12-05'), minutes: ' 45 ', mode: 'online' }

const faultsOf = (changed: Partial<typeof good>) => {
  const read = readTypedSession({ ...good, ...changed }, bounds)
  return read.ok ? null : read.problem.faults
}

describe('a session', () => {
  test('is a day, exact minutes and a mode', () => {
    expect(readTypedSession(good, bounds)).toEqual({
      ok: true,
      value: { heldOn: '2026-12-05', durationMinutes: 45, mode: 'online' },
    })
  })

  test('is from the day the two were told of each other until today, both included', () => {
    for (const day of ['2026-12-01', '2026-12-10']) {
      expect(faultsOf({ held: typedDateOf(day) })).toBeNull()
    }
    expect(faultsOf({ held: typedDateOf('2026-11-30') })).toEqual({ held: 'day.before_the_pair' })
    expect(faultsOf({ held: typedDateOf('2026-12-11') })).toEqual({ held: 'day.in_the_future' })
    const imported = { ...bounds, pairedOn: null }
    expect(readTypedSession({ ...good, held: typedDateOf('2020-01-01') }, imported).ok).toBe(true)
  })

  test.each(['0', '601', '45.5', '-5', '4 5', '1e2', 'forty', '00000'])(
    'does not last %s minutes',
    (minutes) => {
      expect(faultsOf({ minutes })).toEqual({ minutes: 'length.out_of_range' })
    },
  )

  test('lasts from 1 to 600 minutes', () => {
    for (const minutes of ['1', '600']) expect(faultsOf({ minutes })).toBeNull()
  })

  test('with nothing typed has a fault beside each field', () => {
    const nothing = { held: typedDateOf(null), minutes: '', mode: '' }
    expect(faultsOf(nothing)).toEqual({
      ...{ held: 'day.missing', minutes: 'length.missing', mode: 'mode.missing' },
    })
  })
})

test('bands meet without a gap, and 45 to 60 minutes are one', () => {
  const minutes = [1, 29.5, 30, 44.9, 45, 60, 60.5, 600]
  expect(minutes.map(bandOf)).toEqual([
    ...['under_30', 'under_30', 'from_30', 'from_30'],
    ...['from_45', 'from_45', 'over_60', 'over_60'],
  ])
})
