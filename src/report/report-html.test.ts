import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { exampleStudy } from '../../tests/support/example-study.ts'
import { analyseStudy } from './analyse-study.ts'
import { renderReportHtml } from './report-html.ts'

const builtAssets = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'report-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify({ css: 'a.css', js: 'a.js' }))
  await writeFile(path.join(folder, 'a.css'), 'h1{color:red;background:url("./tick.svg")}')
  return folder
}

test('the report is one file that fetches nothing', async () => {
  const study = await exampleStudy()
  const html = await renderReportHtml({
    name: 'Northgate <2026>',
    study,
    analysis: analyseStudy(study),
    madeAt: new Date('2026-11-22T09:00:00Z'),
    assetFolder: await builtAssets(),
  })
  expect(html).toContain('h1{color:red;background:none}')
  expect(html).toContain('Northgate &lt;2026&gt;')
  expect(html).toContain('22 November 2026 at 09:00')
  expect(html).not.toMatch(/<link|<script|url\(|src=/)
})
