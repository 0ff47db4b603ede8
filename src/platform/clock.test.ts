import { expect, test, vi } from 'vitest'
import { startClock } from './clock.ts'
import { makeLogger } from './log.ts'

const silent = makeLogger('silent')

test('every task is done at once, and again in each round, until the clock stops', async () => {
  const done: string[] = []
  const task = (name: string) => ({ name, run: async () => void done.push(name) })
  const tasks = [task('first'), task('second')]
  const clock = startClock({ everyMilliseconds: 5, tasks, logger: silent })
  await vi.waitFor(() => expect(done.length).toBeGreaterThanOrEqual(6))
  await clock.stop()
  const atTheEnd = done.length
  expect(done.slice(0, 4)).toEqual(['first', 'second', 'first', 'second'])
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(done).toHaveLength(atTheEnd)
})

test('a task that fails is logged by its name, and keeps none of the others from being done', async () => {
  const lines: string[] = []
  const logger = makeLogger('error', { write: (line) => void lines.push(line) })
  const done: string[] = []
  const tasks = [
    { name: 'remind', run: async () => Promise.reject(new Error('Ada has no address')) },
    { name: 'open', run: async () => void done.push('open') },
  ]
  const clock = startClock({ everyMilliseconds: 60_000, tasks, logger })
  await vi.waitFor(() => expect(done).toEqual(['open']))
  await clock.stop()
  expect(lines).toHaveLength(1)
  expect(JSON.parse(String(lines[0]))).toMatchObject({ task: 'remind' })
  expect(lines[0]).not.toContain('Ada')
})

test('stopping waits for the task that has begun', async () => {
  const done: string[] = []
  const run = async () => {
    await new Promise((resolve) => setTimeout(resolve, 30))
    done.push('long')
  }
  const tasks = [
    { name: 'long', run },
    { name: 'next', run: async () => void done.push('next') },
  ]
  const clock = startClock({ everyMilliseconds: 60_000, tasks, logger: silent })
  await clock.stop()
  expect(done).toEqual(['long'])
})
