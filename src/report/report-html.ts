/** The report as one file that needs nothing beside it: for `analyse --out`, an email or an archive. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import * as z from 'zod'
import type { Analysis } from './analysis.ts'
import { ReportPage } from './pages/report.tsx'
import type { Study } from './study.ts'

export type ReportFile = {
  readonly name: string
  readonly study: Study
  readonly analysis: Analysis
  readonly madeAt: Date
  /** The folder of the built style sheet, with its manifest. */
  readonly assetFolder: string
}

const manifest = z.object({ css: z.string() })

/**
 * Run from its sources, the program has no built style sheet, and the report none either.
 * Pictures that the style sheet fetches would be missing beside a single file, so they are taken out.
 */
const readStyles = async (assetFolder: string): Promise<string> => {
  const list = path.join(assetFolder, 'manifest.json')
  if (!existsSync(list)) return ''
  const text = await readFile(list, 'utf8')
  const { css } = manifest.parse(JSON.parse(text))
  const styles = await readFile(path.join(assetFolder, css), 'utf8')
  return styles.replaceAll(/url\((?!["']?data:)[^)]*\)/g, 'none').replaceAll('</', '<\\/')
}

export const renderReportHtml = async (file: ReportFile): Promise<string> => {
  const { assetFolder, ...report } = file
  const styles = await readStyles(assetFolder)
  const head = [
    createElement('meta', { key: 'charset', charSet: 'utf-8' }),
    createElement('title', { key: 'title' }, `Report: ${report.name}`),
    createElement('meta', {
      key: 'viewport',
      name: 'viewport',
      content: 'width=device-width, initial-scale=1',
    }),
    // biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet
    createElement('style', { key: 'style', dangerouslySetInnerHTML: { __html: styles } }),
  ]
  const main = createElement(
    'main',
    { className: 'nhsuk-width-container nhsuk-main-wrapper', id: 'maincontent' },
    createElement(ReportPage, report),
  )
  const document = createElement(
    'html',
    { lang: 'en-GB' },
    createElement('head', null, head),
    createElement('body', null, main),
  )
  return `<!doctype html>${renderToStaticMarkup(document)}\n`
}
