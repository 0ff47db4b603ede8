import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PageHeading } from './page-heading.tsx'

test('the markup of the design system: the caption stands inside the heading, before its words', () => {
  expect(
    renderToStaticMarkup(<PageHeading caption="Gastroenterology 2027">Pairs</PageHeading>),
  ).toBe(
    '<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">Gastroenterology 2027</span> Pairs</h1>',
  )
})
