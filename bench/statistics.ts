/** The signed-rank test with ties and zeros at the largest n for which it is exact: CPU time in this process. */
import { signedRank } from '../src/statistics/signed-rank.ts'
import { median, write } from './measure.ts'

const runs = 10
const n = 1000

export const benchStatistics = async (): Promise<void> => {
  const before = Array.from({ length: n }, (_, index) => (index * 7919) % 36)
  const after = before.map((score, index) => score + ((index * 104_729) % 13) - 4)
  const times: number[] = []
  for (let run = 0; run <= runs; run += 1) {
    const started = process.cpuUsage()
    const result = signedRank({ before, after })
    const { user, system } = process.cpuUsage(started)
    if (!result.ok) throw new Error(result.problem.kind)
    if (run > 0) times.push((user + system) / 1000)
  }
  write(`signed-rank, n = ${n} with ties and zeros: median ${median(times).toFixed(0)} ms CPU`)
}
