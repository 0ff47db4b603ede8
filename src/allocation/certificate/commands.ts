import type { Command, CommandInput, CommandOutcome } from '../../cli/command.ts'

const runVerify = async (input: CommandInput): Promise<CommandOutcome> => {
  const { verify } = await import('./verify-files.ts')
  return verify(input)
}

export const commands: readonly Command[] = [
  {
    name: 'verify',
    summary: 'Check the certificate of a draw; with its inputs, make the draw again',
    arguments: ['<certificate>'],
    options: [
      {
        flags: '--inputs <file>',
        description: 'the inputs of the draw, as an auditor opened them',
      },
      { flags: '--json', description: 'print JSON' },
    ],
    run: runVerify,
  },
]
