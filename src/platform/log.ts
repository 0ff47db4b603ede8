/** Structured logs: ids, routes and durations; no names, answers or tokens. */
import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino'

export type Logger = PinoLogger

/** @param destination where the lines go; the standard output unless told */
export const makeLogger = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: withoutData },
    },
    destination,
  )

/** A database error's `detail` quotes the row, and its message may quote a value: the code and the place are kept. */
const withoutData = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = 'code' in error ? String(error.code) : null
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? []
  const cause = error.cause === undefined ? {} : { cause: withoutData(error.cause) }
  const several = error instanceof AggregateError ? { errors: error.errors.map(withoutData) } : {}
  return { name: error.name, code, stack: frames.slice(0, 12), ...cause, ...several }
}
