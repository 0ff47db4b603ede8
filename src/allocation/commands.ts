import type { Command, CommandInput, CommandOutcome } from '../cli/command.ts'
import { supervisorRules } from './model.ts'

const runAllocate = async (input: CommandInput): Promise<CommandOutcome> => {
  const { allocate } = await import('./from-files/allocate.ts')
  return allocate(input)
}

export const commands: readonly Command[] = [
  {
    name: 'allocate',
    summary: 'Draw who mentors whom: uniformly from all pairings within the willingness',
    arguments: ['<willingness.csv>'],
    options: [
      {
        flags: '--supervises <file>',
        description: 'table of mentor, mentee: the mentee supervises the mentor',
      },
      {
        flags: '--supervisor <rule>',
        description:
          'a mentor and their own supervisor: as they are willing, in as few pairs as possible, or never',
        choices: supervisorRules,
        default: 'ask',
      },
      {
        flags: '--excluded <file>',
        description: 'table of mentor, mentee: pairs that are never drawn, whoever is willing',
      },
      {
        flags: '--mentees-per-mentor <n>',
        description: 'how many mentees a mentor may have, from 1 to 5',
      },
      {
        flags: '--mentors-per-mentee <n>',
        description: 'how many mentors a mentee may have, from 1 to 5; not together with the above',
      },
      { flags: '--seed <seed>', description: 'any text; the same seed repeats the draw' },
      { flags: '--draws <n>', description: 'draw so many times and tally the pairings' },
      { flags: '--json', description: 'print JSON' },
    ],
    run: runAllocate,
  },
]
