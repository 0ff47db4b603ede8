/** What a room offers on the command line. `run` loads what it needs only when called, so that others start fast. */
import type { Problem } from '../lib/result.ts'

export type CommandOption = {
  /** As commander reads it: `--seed <seed>`, `--json`. */
  readonly flags: string
  readonly description: string
  readonly choices?: readonly string[]
  readonly default?: string
  readonly isRequired?: boolean
}

export type CommandInput = {
  readonly arguments: readonly string[]
  /** camelCase name of the option → its value; a flag without a value is `true`. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly stdin: NodeJS.ReadableStream
  readonly write: (text: string) => void
}

/** A command ends well, or with a problem: its sentence goes to stderr, the exit code is 1. */
export type CommandOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly problem: Problem
      readonly sentence: string
      /** The command has already printed its own JSON about the problem. */
      readonly isReported?: boolean
    }

export type Command = {
  readonly name: string
  readonly summary: string
  /** As commander reads it: `<folder>` required, `[folder]` optional. */
  readonly arguments: readonly string[]
  readonly options: readonly CommandOption[]
  readonly run: (input: CommandInput) => Promise<CommandOutcome>
}
