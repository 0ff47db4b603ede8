/**
 * Draws of the sizes that programmes have, and far beyond: CPU time in this process, to prepare and to draw. Beside it
 * what people use who want one optimal pairing, where it is installed: scipy's linear_sum_assignment, without start-up.
 */
import { spawnSync } from 'node:child_process'
import { shuffleAndReject } from '../src/allocation/pairings/shuffle-and-reject.ts'
import { prepareDraw } from '../src/allocation/rules.ts'
import { createRandom } from '../src/lib/random.ts'
import { median, write } from './measure.ts'

const runs = 5

const cpuOf = (work: () => void): number => {
  const started = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1000
}

/** Everybody is willing to mentor one mentee, so that a pairing exists, and others by chance. */
const inputOf = (n: number, willing: number) => {
  const random = createRandom(`${n} ${willing}`)
  const pairs = Array.from({ length: n }, (_, mentor) => {
    const mentees = new Set([mentor])
    while (mentees.size < willing) mentees.add(random.below(n))
    return [...mentees].map((mentee) => ({ mentor: `M${mentor}`, mentee: `C${mentee}` }))
  })
  return {
    mentors: Array.from({ length: n }, (_, mentor) => `M${mentor}`),
    mentees: Array.from({ length: n }, (_, mentee) => `C${mentee}`),
    willing: pairs.flat(),
    supervised: [],
    supervisorRule: 'ask' as const,
  }
}

const benchDraw = (n: number, willing: number): void => {
  const input = inputOf(n, willing)
  const said: string[] = []
  const times = Array.from({ length: runs }, (_, run) =>
    cpuOf(() => {
      const draw = prepareDraw(input)
      if (!draw.ok) throw new Error(draw.problem.kind)
      const { method, diagnostics } = draw.value.draw(createRandom(`seed ${run}`))
      const factors = diagnostics.map(({ scaleReduction }) => scaleReduction.toFixed(2))
      said.push([method, ...factors].join(' '))
    }),
  )
  write(`${n} × ${n}, ${willing} willing each: median ${median(times).toFixed(0)} ms (${said[0]})`)
}

const benchOwnForbidden = (n: number): void => {
  const seats = {
    places: n,
    candidates: n,
    isPossible: (candidate: number, place: number) => candidate !== place,
    mayStayFree: () => false,
  }
  const times = Array.from({ length: runs }, (_, run) =>
    cpuOf(() => {
      if (shuffleAndReject(seats, createRandom(`seed ${run}`), 1000) === null)
        throw new Error('No shuffle fitted.')
    }),
  )
  write(`${n} people, only the own supervisor forbidden: median ${median(times).toFixed(0)} ms`)
}

const scipy = `
import time, numpy as np
from scipy.optimize import linear_sum_assignment
cost = (np.random.default_rng(1).random((2000, 2000)) > 0.01).astype(float)
times = []
for _ in range(${runs}):
    started = time.process_time()
    linear_sum_assignment(cost)
    times.append(time.process_time() - started)
print(round(1000 * sorted(times)[${Math.floor(runs / 2)}]))
`

export const benchAllocation = async (): Promise<void> => {
  benchDraw(24, 24)
  benchDraw(30, 10)
  benchDraw(2000, 20)
  benchOwnForbidden(100_000)
  const { status, stdout } = spawnSync('python3', ['-c', scipy], { encoding: 'utf8' })
  write(
    status === 0
      ? `scipy's linear_sum_assignment, 2000 × 2000 (one optimum, not a draw): median ${stdout.trim()} ms`
      : 'python3 with scipy is not installed here: nothing to compare with',
  )
}
