/** `npm run bench -- [analyse] [start] [pages] [statistics] [questionnaire] [interview] [allocation] [large]`: measures and prints; nothing is asserted. */
import { cpus, totalmem } from 'node:os'
import { benchAllocation } from './allocation.ts'
import { benchAnalyse } from './analyse.ts'
import { benchInterview } from './interview.ts'
import { benchLargeStudy } from './large-study.ts'
import { write } from './measure.ts'
import { benchPages } from './pages.ts'
import { benchQuestionnaire } from './questionnaire.ts'
import { benchStart } from './start.ts'
import { benchStatistics } from './statistics.ts'

const benches: Readonly<Record<string, () => Promise<void>>> = {
  analyse: benchAnalyse,
  start: benchStart,
  pages: benchPages,
  statistics: benchStatistics,
  questionnaire: benchQuestionnaire,
  interview: benchInterview,
  allocation: benchAllocation,
  large: benchLargeStudy,
}

const gigabytes = Math.round(totalmem() / 2 ** 30)
write(`Node ${process.version}, ${cpus().length} cores, ${gigabytes} GB, ${process.platform}`)
const named = process.argv.slice(2)
for (const [name, bench] of Object.entries(benches)) {
  if (named.length > 0 && !named.includes(name)) continue
  write(`\n${name}`)
  await bench()
}
