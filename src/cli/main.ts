/** `turnabout …`: collects the rooms' commands. A problem exits 1 with one sentence, wrong usage exits 2. */
import { inspect } from 'node:util'
import { CommanderError, Option, Command as Program } from 'commander'
import { commands } from './all-commands.ts'
import type { Command, CommandInput, CommandOutcome } from './command.ts'

const exitProblem = 1
const exitUsage = 2

const write = (text: string): void => {
  process.stdout.write(text)
}

/** A reader that stops early (`| head`) is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const report = (outcome: CommandOutcome, isJson: boolean): void => {
  if (outcome.ok) return
  process.stderr.write(`${outcome.sentence}\n`)
  if (isJson && !outcome.isReported) {
    write(`${JSON.stringify({ problem: { kind: outcome.problem.kind } })}\n`)
  }
  process.exitCode = exitProblem
}

const add = (program: Program, command: Command): void => {
  const entry = program.command(command.name).description(command.summary)
  for (const argument of command.arguments) entry.argument(argument)
  for (const { flags, description, choices, default: preset, isRequired } of command.options) {
    const option = new Option(flags, description).makeOptionMandatory(isRequired === true)
    if (choices !== undefined) option.choices(choices)
    if (preset !== undefined) option.default(preset)
    entry.addOption(option)
  }
  entry.action(async () => {
    const input: CommandInput = {
      arguments: entry.args,
      options: entry.opts(),
      stdin: process.stdin,
      write,
    }
    report(await command.run(input), input.options.json === true)
  })
}

const program = new Program('turnabout')
  .description('Runs a reverse mentoring programme and evaluates it.')
  .exitOverride()
for (const command of commands) add(program, command)

/** What stops a command that nobody foresaw: its words and their cause; where in the program, only on request. */
const describeFailure = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (process.env.TURNABOUT_LOG === 'debug') return inspect(error)
  const cause = error.cause instanceof Error ? `\nThe cause: ${error.cause.message}` : ''
  return `${error.message}${cause}\nTo see where in the program, run it again with TURNABOUT_LOG=debug.`
}

const exitCodeOf = (error: unknown): number | null =>
  error instanceof CommanderError ? (error.exitCode === 0 ? 0 : exitUsage) : null

try {
  await program.parseAsync()
} catch (error) {
  const usage = exitCodeOf(error)
  if (usage === null) process.stderr.write(`${describeFailure(error)}\n`)
  process.exitCode = usage ?? exitProblem
}
