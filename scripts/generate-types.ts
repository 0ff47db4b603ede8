/** Writes the row types of the tables, made in a database for the purpose. `--check` compares only. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { readConfig } from '../src/platform/config.ts'
import { openConnections } from '../src/platform/connections.ts'
import { migrate } from '../src/platform/migrations.ts'
import { readTableFiles } from '../src/platform/table-files.ts'
import { splitTypes } from './split-types.ts'

const folder = await mkdtemp('/tmp/turnabout-types-')
const config = readConfig({ TURNABOUT_DATA: folder })
if (!config.ok) throw new Error(config.problem.kind)
const connections = await openConnections(config.value)
try {
  await migrate(connections.owner, 'migrations')
  const { user, password, host, database } = connections.owner
  const url = `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(String(host))}`
  const whole = path.join(folder, 'types.ts')
  await promisify(execFile)(path.resolve('node_modules/.bin/kysely-codegen'), [
    ...['--url', url, '--dialect', 'postgres', '--camel-case'],
    ...['--numeric-parser', 'number', '--date-parser', 'string'],
    ...['--out-file', whole],
    ...['--exclude-pattern', 'public.kysely_*'],
  ])
  const tables = await readTableFiles(process.cwd())
  await mkdir('src/platform/database-types', { recursive: true })
  for (const [name, text] of splitTypes(await readFile(whole, 'utf8'), tables)) {
    const file = path.join('src/platform', name)
    if (!process.argv.includes('--check')) await writeFile(file, text)
    else if ((await readFile(file, 'utf8')) !== text)
      throw new Error(`${file} is not what the tables give.`)
  }
} finally {
  await connections.close()
  await rm(folder, { recursive: true })
}
