/** What somebody types about a session: the day, how many minutes, how they met. There is nothing else to type. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { readTypedDate, typedDateOf } from '../../questionnaires/windows/typed-dates.ts'
import type { TypedDate } from '../../web/components/date-input.tsx'
import { type SessionMode, sessionModes } from '../store.ts'

export type TypedSession = {
  readonly held: TypedDate
  readonly minutes: string
  readonly mode: string
}

export const nothingTyped: TypedSession = { held: typedDateOf(null), minutes: '', mode: '' }

export type HeldSession = {
  /** YYYY-MM-DD. */
  readonly heldOn: string
  readonly durationMinutes: number
  readonly mode: SessionMode
}

export type SessionFaults = Readonly<
  Partial<{
    held: 'day.missing' | 'day.unknown' | 'day.in_the_future' | 'day.before_the_pair'
    minutes: 'length.missing' | 'length.out_of_range'
    mode: 'mode.missing'
  }>
>

/** Days are YYYY-MM-DD. `pairedOn`: when the two were told of each other; null: not known. */
export type Bounds = { readonly today: string; readonly pairedOn: string | null }

export const longestMinutes = 600

export const readTypedSession = (
  typed: TypedSession,
  bounds: Bounds,
): Result<HeldSession, { readonly kind: 'recording.faulty'; readonly faults: SessionFaults }> => {
  const heldOn = readDay(typed.held, bounds)
  const minutes = readMinutes(typed.minutes)
  const mode = sessionModes.find((known) => known === typed.mode)
  if (heldOn.ok && minutes.ok && mode !== undefined)
    return ok({ heldOn: heldOn.value, durationMinutes: minutes.value, mode })
  const faults = {
    ...(heldOn.ok ? {} : { held: heldOn.problem.kind }),
    ...(minutes.ok ? {} : { minutes: minutes.problem.kind }),
    ...(mode === undefined ? ({ mode: 'mode.missing' } as const) : {}),
  }
  return fail({ kind: 'recording.faulty', faults })
}

type Read<T, Field extends keyof SessionFaults> = Result<
  T,
  { readonly kind: NonNullable<SessionFaults[Field]> }
>

const readDay = (typed: TypedDate, { today, pairedOn }: Bounds): Read<string, 'held'> => {
  const day = readTypedDate(typed)
  if (!day.ok) return fail({ kind: 'day.unknown' })
  if (day.value === null) return fail({ kind: 'day.missing' })
  if (day.value > today) return fail({ kind: 'day.in_the_future' })
  if (pairedOn !== null && day.value < pairedOn) return fail({ kind: 'day.before_the_pair' })
  return ok(day.value)
}

/** Exact, for the statistics: no halves, and nothing rounded. */
const readMinutes = (typed: string): Read<number, 'minutes'> => {
  const text = typed.trim()
  if (text === '') return fail({ kind: 'length.missing' })
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : 0
  return minutes >= 1 && minutes <= longestMinutes
    ? ok(minutes)
    : fail({ kind: 'length.out_of_range' })
}
