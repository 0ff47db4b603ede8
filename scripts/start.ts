/** `npm start`: builds what is needed, then serves. */
import { buildIfNeeded } from './build.ts'

await buildIfNeeded()
process.argv.splice(2, 0, 'serve')
// The path is made here so that the type checker does not look for what is not built yet.
await import(new URL('../dist/main.js', import.meta.url).href)
