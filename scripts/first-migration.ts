/** Writes the first migration from the table files. After the first release migrations are append-only and written by hand. */
import { writeFile } from 'node:fs/promises'
import { readTableFiles } from '../src/platform/table-files.ts'

const files = await readTableFiles(process.cwd())
const head = '-- The tables as they were at the first release.\n'
await writeFile(
  'migrations/0001-the-first-tables.sql',
  [head, ...files.map((file) => file.sql)].join('\n'),
)
