/** A study folder whose scores.csv has a million rows: reading, checking and analysing it, as one process. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readStudyFolder } from '../src/report/exchange/study-folder.ts'
import { median, timeCommand, write } from './measure.ts'

const rows = 1_000_000
const runs = 3

export const benchLargeStudy = async (): Promise<void> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'turnabout-bench-'))
  try {
    await cp('examples/sheffield-2022', folder, { recursive: true })
    await writeScores(folder)
    const times: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const time = await timeCommand('node', ['bin/turnabout.js', 'analyse', folder, '--json'])
      if (time === null) throw new Error('analyse failed')
      times.push(time)
    }
    write(`analyse of ${rows} scores: median ${(median(times) / 1000).toFixed(1)} s of ${runs}`)
    const read = await readStudyFolder(folder)
    if (!read.ok) throw new Error(read.problem.kind)
    const { rss } = process.memoryUsage()
    write(`reading it in this process: ${(rss / 2 ** 20).toFixed(0)} MiB resident afterwards`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const measures = ['importance', 'confidence', 'ability']
const domains = [
  'use_of_technology',
  'clinical_practice',
  'approach_to_juniors',
  'time_management',
  'approachability',
  'strengths',
  'areas_for_improvement',
]

/** As many mentors as a million answers take at stage 1. */
const writeScores = async (folder: string): Promise<void> => {
  const perMentor = measures.length * domains.length
  const mentors = Math.ceil(rows / perMentor)
  const ids = Array.from({ length: mentors }, (_, index) => `N${index + 1}`)
  const scores = ids.flatMap((id, index) =>
    measures.flatMap((measure, place) =>
      domains.map(
        (domain, position) =>
          `${id},mentor,1,${measure},${domain},${((index + place + position) % 5) + 1}`,
      ),
    ),
  )
  const file = path.join(folder, 'participants.csv')
  const known = await readFile(file, 'utf8')
  const columns = known.slice(0, known.indexOf('\n')).split(',').length
  const more = ids.map((id) => `${id},mentor${','.repeat(columns - 2)}`)
  await writeFile(file, `${known}${more.join('\n')}\n`)
  const text = ['participant,role,stage,measure,domain,score', ...scores.slice(0, rows)].join('\n')
  await writeFile(path.join(folder, 'scores.csv'), `${text}\n`)
}
