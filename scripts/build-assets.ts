/** Builds what the browser loads: one style sheet, one script and the icon, named by their content. */
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild'

const projectFolder = fileURLToPath(new URL('..', import.meta.url))

/**
 * The design system's style sheet asks another host for a licensed font: take the request out, and
 * its own fallback (Arial) applies. Its images become files beside the style sheet.
 */
const designSystem: Plugin = {
  name: 'design-system',
  setup: ({ onLoad, onResolve }) => {
    onLoad({ filter: /nhsuk-frontend\.css$/ }, async ({ path }) => {
      const css = await readFile(path, 'utf8')
      return { contents: css.replaceAll(/@font-face\s*\{[^}]*\}/g, ''), loader: 'css' }
    })
    onResolve({ filter: /^\/assets\/images\// }, ({ path }) => ({
      path: join(projectFolder, 'node_modules/nhsuk-frontend/dist/nhsuk', path),
    }))
  },
}

const options = (outFolder: string): BuildOptions => ({
  absWorkingDir: projectFolder,
  entryPoints: [
    'src/web/styles/turnabout.css',
    'src/web/browser/turnabout.ts',
    'src/web/styles/turnabout.svg',
  ],
  outdir: outFolder,
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  loader: { '.svg': 'copy' },
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['chrome100', 'firefox100', 'safari15'],
  plugins: [designSystem],
  metafile: true,
  logLevel: 'error',
})

const fileWithEnding = (metafile: Metafile, start: string, ending: string): string => {
  const names = Object.keys(metafile.outputs).map((path) => basename(path))
  const found = names.find((name) => name.startsWith(start) && name.endsWith(ending))
  if (found === undefined) throw new Error(`the build left no ${start}…${ending}`)
  return found
}

/** Writes the assets and `manifest.json` (`css`, `js`, `icon`: file names in the same folder). */
export const buildAssets = async (outFolder: string): Promise<void> => {
  const { metafile } = await build({ ...options(outFolder), metafile: true })
  const manifest = {
    css: fileWithEnding(metafile, 'turnabout-', '.css'),
    js: fileWithEnding(metafile, 'turnabout-', '.js'),
    icon: fileWithEnding(metafile, 'turnabout-', '.svg'),
  }
  await writeFile(join(outFolder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}
