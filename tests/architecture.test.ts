/** The style guide as tests. What each rule looks at, and that it finds a breach: `tests/architecture/`. */
import path from 'node:path'
import { expect, test } from 'vitest'
import { codeRules } from './architecture/code-rules.ts'
import { importRules } from './architecture/import-rules.ts'
import { nameRules } from './architecture/name-rules.ts'
import { readSourceFiles } from './architecture/source-files.ts'
import { tableRules } from './architecture/table-rules.ts'

const files = await readSourceFiles(path.resolve(import.meta.dirname, '..'))

const rules = [importRules, nameRules, codeRules, tableRules].flatMap((some) => Object.values(some))

test.each(rules)('$fact', ({ breachesIn }) => {
  expect(breachesIn(files)).toEqual([])
})
