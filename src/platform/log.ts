/** Structured logs: ids, routes and durations; no names, answers or tokens. */
import { type Logger as PinoLogger, pino } from 'pino'

export type Logger = PinoLogger

export const makeLogger = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: withoutData },
  })

/** A database error's `detail` quotes the row, and its message may quote a value: the code and the place are kept. */
const withoutData = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = 'code' in error ? String(error.code) : null
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? []
  const cause = error.cause === undefined ? {} : { cause: withoutData(error.cause) }
  return { name: error.name, code, stack: frames.slice(0, 12), ...cause }
}
