/** What is done because time has passed, and not because somebody asked. Each task finds out for itself what is due. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from './log.ts'

export type Task = { readonly name: string; readonly run: (now: Date) => Promise<void> }

type ClockParts = {
  readonly everyMilliseconds: number
  readonly tasks: readonly Task[]
  readonly logger: Logger
}

/** The first round is made at once: what fell due while no server ran is done then. */
export const startClock = (parts: ClockParts): { readonly stop: () => Promise<void> } => {
  const stopping = new AbortController()
  const running = run(parts, stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

const run = async (parts: ClockParts, stopping: AbortSignal): Promise<void> => {
  while (!stopping.aborted) {
    for (const task of parts.tasks) {
      if (!stopping.aborted) await attempt(task, parts.logger)
    }
    await wait(parts.everyMilliseconds, null, { signal: stopping }).catch(() => null)
  }
}

/** A task that fails is logged and tried again in the next round; the others are done all the same. */
const attempt = async ({ name, run }: Task, logger: Logger): Promise<void> => {
  try {
    await run(new Date())
  } catch (error) {
    logger.error({ error, task: name }, 'a task of the clock failed')
  }
}
