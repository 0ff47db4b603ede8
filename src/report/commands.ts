import path from 'node:path'
import type { Command, CommandInput, CommandOutcome } from '../cli/command.ts'
import { fail, ok, type Result } from '../lib/result.ts'
import type { Analysis, QuartileDefinition } from './analysis.ts'
import type { CannotWriteProblem, ReportProblem } from './problems.ts'
import type { Reported } from './reported.ts'
import type { Study } from './study.ts'

const quartileDefinitions: readonly QuartileDefinition[] = ['tukey', 'haverage', 'type7']

const analyse = async (input: CommandInput): Promise<CommandOutcome> => {
  const [folder = ''] = input.arguments
  const { readStudyFolder } = await import('./exchange/study-folder.ts')
  const study = await readStudyFolder(folder)
  if (!study.ok) return refuse(study.problem, input)
  const { analyseStudy } = await import('./analyse-study.ts')
  const quartiles = quartileDefinitions.find((entry) => entry === input.options.quartiles)
  const analysis = analyseStudy(study.value, { quartiles })
  const written = await writeTo(input.options.out, { study: study.value, analysis })
  if (!written.ok) return refuse(written.problem, input)
  input.write(await shown(study.value, analysis, input.options.json === true))
  return { ok: true }
}

const shown = async (study: Study, analysis: Analysis, isJson: boolean): Promise<string> => {
  if (isJson) return (await import('./analysis-files.ts')).analysisJson(analysis)
  return (await import('./text-report.ts')).textReport(study, analysis)
}

/** What `--out` leaves in a folder: a further kind of report is a further entry of the map. */
const writeTo = async (
  folder: string | boolean | undefined,
  { study, analysis }: Reported,
): Promise<Result<null, CannotWriteProblem>> => {
  if (typeof folder !== 'string') return ok(null)
  const { analysisFiles } = await import('./analysis-files.ts')
  const { figureFiles } = await import('./figures.ts')
  const { renderReportHtml } = await import('./report-html.ts')
  const { writeFiles } = await import('./exchange/write-files.ts')
  const html = await renderReportHtml({
    ...{ name: study.protocol.title, study, analysis, madeAt: new Date() },
    assetFolder: path.join(import.meta.dirname, 'assets'),
  })
  const figures = figureFiles({ study, analysis })
  return writeFiles(
    folder,
    new Map([...analysisFiles(analysis), ...figures, ['report.html', html]]),
  )
}

/** With --json the program that reads gets everything that people get. */
const refuse = async (problem: ReportProblem, input: CommandInput): Promise<CommandOutcome> => {
  const { sentenceOfReportProblem } = await import('./problems.ts')
  const isReported = input.options.json === true
  if (isReported) input.write(`${JSON.stringify({ problem })}\n`)
  return { ...fail(problem), sentence: sentenceOfReportProblem(problem), isReported }
}

export const commands: readonly Command[] = [
  {
    name: 'analyse',
    summary: 'Compute every summary and comparison of a study folder',
    arguments: ['<folder>'],
    options: [
      {
        flags: '--quartiles <definition>',
        description: 'the quartiles to show; the protocol says which when not given',
        choices: quartileDefinitions,
      },
      { flags: '--json', description: 'print JSON, with all three kinds of quartiles' },
      {
        flags: '--out <folder>',
        description: 'also write the report, its tables and figures as files',
      },
    ],
    run: analyse,
  },
]
