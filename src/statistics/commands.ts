import { createInterface } from 'node:readline'
import type { Command, CommandInput, CommandOutcome } from '../cli/command.ts'
import { fail, type Result } from '../lib/result.ts'
import type { NamedStatistic } from './named-statistics.ts'
import { type InputProblem, type StatisticProblem, sentenceOf } from './problems.ts'

const computeLine = (
  line: string,
  compute: NamedStatistic,
): Result<object, StatisticProblem | InputProblem> => {
  try {
    return compute(JSON.parse(line))
  } catch (error) {
    if (error instanceof SyntaxError) return fail({ kind: 'statistic.not_json' })
    throw error
  }
}

const replyTo = (line: string, compute: NamedStatistic): object => {
  const outcome = computeLine(line, compute)
  if (outcome.ok) return outcome.value
  return { problem: { ...outcome.problem, sentence: sentenceOf(outcome.problem) } }
}

/** One reply for each line, in order, as the lines come; a problem in one line does not stop the next. */
const replyToLines = async ({ arguments: [name = ''], stdin, write }: CommandInput) => {
  const { namedStatistics } = await import('./named-statistics.ts')
  const compute = namedStatistics.get(name)
  if (!compute) {
    const available = [...namedStatistics.keys()]
    const problem: InputProblem = { kind: 'statistic.unknown', name, available }
    return { ...fail(problem), sentence: sentenceOf(problem) } satisfies CommandOutcome
  }
  for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    write(`${JSON.stringify(replyTo(line, compute))}\n`)
  }
  return { ok: true } satisfies CommandOutcome
}

export const commands: readonly Command[] = [
  {
    name: 'statistic',
    summary: 'Compute one statistic: a JSON object a line in, a JSON object a line out',
    arguments: ['<name>'],
    options: [],
    run: replyToLines,
  },
]
