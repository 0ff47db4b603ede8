/** Writes src/platform/database-types.ts from the tables, in a database made for the purpose. `--check` compares only. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { readConfig } from '../src/platform/config.ts'
import { openConnections } from '../src/platform/connections.ts'
import { migrate } from '../src/platform/migrations.ts'

const folder = await mkdtemp('/tmp/turnabout-types-')
const config = readConfig({ TURNABOUT_DATA: folder })
if (!config.ok) throw new Error(config.problem.kind)
const connections = await openConnections(config.value)
try {
  await migrate(connections.owner, 'migrations')
  const { user, password, host, database } = connections.owner
  const url = `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(String(host))}`
  const verify = process.argv.includes('--check') ? ['--verify'] : []
  await promisify(execFile)(path.resolve('node_modules/.bin/kysely-codegen'), [
    ...['--url', url, '--dialect', 'postgres', '--camel-case'],
    ...['--numeric-parser', 'number', '--date-parser', 'string'],
    ...['--out-file', 'src/platform/database-types.ts'],
    ...['--exclude-pattern', 'public.kysely_*'],
    ...verify,
  ])
} finally {
  await connections.close()
  await rm(folder, { recursive: true })
}
