/** Every command, in the order in which `turnabout --help` lists them. */
import { commands as certificate } from '../allocation/certificate/commands.ts'
import { commands as allocation } from '../allocation/commands.ts'
import { commands as organisations } from '../organisations/commands.ts'
import { commands as report } from '../report/commands.ts'
import { commands as exchange } from '../report/exchange/commands.ts'
import { commands as statistics } from '../statistics/commands.ts'
import { commands as web } from '../web/commands.ts'
import type { Command } from './command.ts'

export const commands: readonly Command[] = [
  ...web,
  ...organisations,
  ...report,
  ...exchange,
  ...allocation,
  ...certificate,
  ...statistics,
]
