/** For tests: the markup that the design system publishes for its components, and how to compare. */
import { createRequire } from 'node:module'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import * as z from 'zod'

const fixturesSchema = z.object({
  fixtures: z.array(z.object({ name: z.string(), html: z.string() })),
})

const requireFromHere = createRequire(import.meta.url)

/** The first of the published examples with this name, and with this in its markup. */
export const publishedMarkup = (component: string, name: string, containing = ''): string => {
  const path = `nhsuk-frontend/dist/nhsuk/components/${component}/fixtures.json`
  const { fixtures } = fixturesSchema.parse(requireFromHere(path))
  const found = fixtures.find(
    (fixture) => fixture.name === name && fixture.html.includes(containing),
  )
  if (found === undefined) throw new Error(`the design system has no ${component} named ${name}`)
  return normalised(found.html)
}

export const markupOf = (element: ReactElement): string => normalised(renderToStaticMarkup(element))

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
}

const decoded = (text: string): string =>
  text.replaceAll(/&[#\w]+;/g, (entity) => entities[entity] ?? entity)

const attributesOf = (tag: string): readonly string[] =>
  [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)]
    .slice(1)
    .map(([, name = '', value = '']) => ` ${name.toLowerCase()}="${decoded(value)}"`)
    .toSorted()

const normalisedTag = (tag: string): string => {
  const name = /^<(\/?[\w-]+)/.exec(tag)?.[1] ?? tag
  return `<${name}${attributesOf(tag).join('')}>`
}

/** One line per tag or text; order of attributes, white space and ways of escaping play no part. */
export const normalised = (html: string): string =>
  (html.match(/<[^>]+>|[^<]+/g) ?? [])
    .map((part) =>
      part.startsWith('<') ? normalisedTag(part) : decoded(part).replaceAll(/\s+/g, ' ').trim(),
    )
    .filter((part) => part !== '' && part !== '</path>')
    .join('\n')
