/** The folder of the project: where migrations, protocols, examples and the built assets are. */
import { existsSync } from 'node:fs'
import path from 'node:path'

/** From src/ in tests and from dist/ when built, the first folder upwards that has a `migrations`. */
export const findProjectRoot = (start: string = import.meta.dirname): string => {
  if (existsSync(path.join(start, 'migrations', '0001-the-first-tables.sql'))) return start
  const parent = path.dirname(start)
  if (parent === start) throw new Error('The folder `migrations` is missing beside the program.')
  return findProjectRoot(parent)
}
