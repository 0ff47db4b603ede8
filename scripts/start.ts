/** `npm start`: builds what is needed, then serves. */
import { buildIfNeeded } from './build.ts'

const program = await buildIfNeeded()
process.argv.splice(2, 0, 'serve')
await import(program)
