/** A cold `analyse` of the example study, in turn with Python loading scipy.stats where that is installed. */
import { median, timeCommand, write } from './measure.ts'

const runs = 10
const ours = ['bin/turnabout.js', 'analyse', 'examples/sheffield-2022', '--json']

export const benchAnalyse = async (): Promise<void> => {
  const [analyse, scipy]: [number[], number[]] = [[], []]
  await timeCommand('node', ours)
  for (let run = 0; run < runs; run += 1) {
    const own = await timeCommand('node', ours)
    if (own === null) throw new Error('analyse failed')
    analyse.push(own)
    const peer = await timeCommand('python3', ['-c', 'import scipy.stats'])
    if (peer !== null) scipy.push(peer)
  }
  write(`analyse, cold: median ${median(analyse).toFixed(0)} ms of ${runs} runs`)
  if (scipy.length < runs) {
    write('python3 with scipy is not installed here: nothing to compare with')
    return
  }
  const ratios = analyse.map((time, run) => time / (scipy[run] ?? Number.NaN))
  write(`python3 -c "import scipy.stats": median ${median(scipy).toFixed(0)} ms`)
  write(`ratio, run by run: median ${median(ratios).toFixed(2)}`)
}
