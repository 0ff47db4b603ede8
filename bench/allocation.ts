/**
 * Draws of the sizes that programmes have, and far beyond: CPU time in this process, to prepare and to draw, or to say why
 * there is none. Beside it what people use who want one optimal pairing, where it is installed: scipy's
 * linear_sum_assignment, without start-up.
 */
import { spawnSync } from 'node:child_process'
import type { AllocationInput } from '../src/allocation/model.ts'
import { shuffleAndReject } from '../src/allocation/pairings/shuffle-and-reject.ts'
import { repairsOf } from '../src/allocation/repairs.ts'
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

/** What is measured says how it went; it is printed as it was the first time. */
const measure = (what: string, work: (seed: string) => string): void => {
  const said: string[] = []
  const times = Array.from({ length: runs }, (_, run) =>
    cpuOf(() => said.push(work(`seed ${run}`))),
  )
  write(`${what}: median ${median(times).toFixed(0)} ms (${said[0]})`)
}

const drawn = (input: AllocationInput, seed: string): string => {
  const draw = prepareDraw(input)
  if (!draw.ok) throw new Error(draw.problem.kind)
  const { method, count, diagnostics } = draw.value.draw(createRandom(seed))
  const factors = diagnostics.map(({ scaleReduction }) => scaleReduction.toFixed(2))
  return [method, ...(count === null ? factors : [`${count} pairings`])].join(' ')
}

const benchDraw = (n: number, willing: number): void => {
  const input = inputOf(n, willing)
  measure(`${n} × ${n}, ${willing} willing each`, (seed) => drawn(input, seed))
}

/** 20 mentees, and 12 mentors of whom each may have two of them. */
const benchRoomForTwo = (willing: number): void => {
  const { mentors, ...others } = inputOf(20, willing)
  const some = mentors.slice(0, 12)
  const most = Object.fromEntries(some.map((mentor) => [mentor, 2]))
  const input = { ...others, mentors: some, capacity: { side: 'mentors', most } } as const
  measure(`12 mentors of two and 20 mentees, ${willing} willing each`, (seed) => drawn(input, seed))
}

/** The first 31 mentees have 30 willing mentors between them. */
const infeasible = (n: number): AllocationInput => {
  const random = createRandom('short')
  const willing = Array.from({ length: n }, (_, mentee) =>
    [mentee, random.below(n), random.below(n)].map((mentor) => ({
      mentor: `M${mentee < 31 ? mentor % 30 : mentor}`,
      mentee: `C${mentee}`,
    })),
  )
  return { ...inputOf(n, 1), willing: willing.flat() }
}

const benchInfeasible = (n: number): void => {
  const input = infeasible(n)
  measure(`${n} × ${n} that cannot be paired, a minimal group`, () => {
    const draw = prepareDraw(input)
    if (draw.ok || draw.problem.kind === 'allocation.nobody') throw new Error('feasible')
    return `of ${draw.problem.because[0]?.members.length} people`
  })
  measure(`${n} × ${n} that cannot be paired, the smallest repairs`, () => {
    const { yeses, newcomers } = repairsOf(input) ?? {}
    return `${yeses} yeses, or ${newcomers} mentors`
  })
}

const benchOwnForbidden = (n: number): void => {
  const seats = {
    places: n,
    candidates: n,
    isPossible: (candidate: number, place: number) => candidate !== place,
    mayStayFree: () => false,
  }
  measure(`${n} people, only the own supervisor forbidden`, (seed) => {
    if (shuffleAndReject(seats, createRandom(seed), 1000) === null)
      throw new Error('No shuffle fitted.')
    return 'rejection'
  })
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
  benchRoomForTwo(6)
  benchInfeasible(200)
  const { status, stdout } = spawnSync('python3', ['-c', scipy], { encoding: 'utf8' })
  write(
    status === 0
      ? `scipy's linear_sum_assignment, 2000 × 2000 (one optimum, not a draw): median ${stdout.trim()} ms`
      : 'python3 with scipy is not installed here: nothing to compare with',
  )
}
