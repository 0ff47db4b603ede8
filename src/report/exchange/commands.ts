/** `import` and `export`: a study folder into and out of a programme, without loss. */
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Command, CommandInput, CommandOutcome } from '../../cli/command.ts'

const textOf = (value: string | boolean | undefined): string | null =>
  typeof value === 'string' ? value : null

const importFolder = async (input: CommandInput): Promise<CommandOutcome> => {
  const [folder = ''] = input.arguments
  const { readStudyFolder } = await import('./study-folder.ts')
  const read = await readStudyFolder(folder)
  if (!read.ok) {
    const { sentenceOfReportProblem } = await import('../problems.ts')
    return refuse(input, { problem: read.problem, sentence: sentenceOfReportProblem(read.problem) })
  }
  const { importIntoDatabase } = await import('./database.ts')
  const imported = await importIntoDatabase(process.env, {
    study: read.value,
    organisation: textOf(input.options.organisation),
    name: textOf(input.options.name) ?? read.value.protocol.title,
  })
  if (!imported.ok) return refuse(input, imported)
  const { programmeId, name, organisation } = imported.value
  const words = `Imported into ${organisation} as the programme ${name}: ${programmeId}\n`
  input.write(isJson(input) ? `${JSON.stringify(imported.value)}\n` : words)
  return { ok: true }
}

const exportProgramme = async (input: CommandInput): Promise<CommandOutcome> => {
  const [programme = ''] = input.arguments
  const folder = path.resolve(textOf(input.options.out) ?? '')
  if (existsSync(folder) && (await readdir(folder).catch(() => ['file'])).length > 0) {
    const sentence = `${folder} is not an empty folder. Give --out another one: nothing is overwritten.`
    return refuse(input, { problem: { kind: 'export.folder_not_empty' }, sentence })
  }
  const { readFromDatabase } = await import('./database.ts')
  const found = await readFromDatabase(process.env, programme)
  if (!found.ok) return refuse(input, found)
  const { studyFolderFiles } = await import('./write-study-folder.ts')
  const { writeFiles } = await import('./write-files.ts')
  const files = studyFolderFiles(found.value.study)
  const written = await writeFiles(folder, files)
  if (!written.ok) {
    const { sentenceOfReportProblem } = await import('../problems.ts')
    const { problem } = written
    return refuse(input, { problem, sentence: sentenceOfReportProblem(problem) })
  }
  const { programmeId, name } = found.value.programme
  const report = { programmeId, name, folder, files: [...files.keys()] }
  input.write(isJson(input) ? `${JSON.stringify(report)}\n` : `Exported ${name} to ${folder}\n`)
  return { ok: true }
}

const isJson = (input: CommandInput): boolean => input.options.json === true

/** With --json the program that reads gets everything that people get. */
const refuse = (
  input: CommandInput,
  { problem, sentence }: Pick<Extract<CommandOutcome, { ok: false }>, 'problem' | 'sentence'>,
): CommandOutcome => {
  if (isJson(input)) input.write(`${JSON.stringify({ problem })}\n`)
  return { ok: false, problem, sentence, isReported: true }
}

const json = { flags: '--json', description: 'print JSON' }

export const commands: readonly Command[] = [
  {
    name: 'import',
    summary: 'Take a study folder into a new programme',
    arguments: ['<folder>'],
    options: [
      {
        flags: '--organisation <name>',
        description: 'whose programme it becomes: made when there is none of this name',
      },
      { flags: '--name <name>', description: 'what to call the programme' },
      json,
    ],
    run: importFolder,
  },
  {
    name: 'export',
    summary: 'Write a programme as a study folder',
    arguments: ['<programme>'],
    options: [
      { flags: '--out <folder>', description: 'a new or empty folder', isRequired: true },
      json,
    ],
    run: exportProgramme,
  },
]
