/** The outermost markup of every page: language, title, style sheet, scripts. */
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { SkipLink } from './components/skip-link.tsx'

export const serviceName = 'Turnabout'

export type Assets = {
  readonly css: string
  readonly js: string
  readonly icon?: string | undefined
}

type DocumentProps = {
  readonly title: string
  readonly assets: Assets
  /** The nonce that the content security policy allows; null = a page without scripts. */
  readonly nonce: string | null
  readonly children: ReactNode
}

/** Tells the design system's styles that its scripts will run. Must stand before what it changes. */
const announceScripts =
  "document.body.className+=' js-enabled'+('noModule' in HTMLScriptElement.prototype?' nhsuk-frontend-supported':'')"

const Head = ({ title, assets }: Pick<DocumentProps, 'title' | 'assets'>) => (
  <head>
    <meta charSet="utf-8" />
    <title>{title === serviceName ? title : `${title} – ${serviceName}`}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="theme-color" content="#005eb8" />
    {assets.icon === undefined ? null : (
      <link rel="icon" href={assets.icon} type="image/svg+xml" sizes="any" />
    )}
    <link rel="stylesheet" href={assets.css} />
  </head>
)

const Document = ({ title, assets, nonce, children }: DocumentProps) => (
  <html lang="en-GB">
    <Head title={title} assets={assets} />
    <body>
      {nonce === null ? null : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: announceScripts }} />
      )}
      <SkipLink />
      {children}
      {nonce === null ? null : <script nonce={nonce} src={assets.js} defer />}
    </body>
  </html>
)

export const renderDocument = (props: DocumentProps): string =>
  `<!doctype html>${renderToStaticMarkup(<Document {...props} />)}`
