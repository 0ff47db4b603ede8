import { expect, test } from 'vitest'
import { Breadcrumb } from './breadcrumb.tsx'
import { ExampleBanner } from './example-banner.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { markupOf, publishedMarkup } from './published-markup.ts'
import { SkipLink } from './skip-link.tsx'

/** The lines from the first that starts so to the first that ends it, both included. */
const part = (markup: string, start: string, end: string): string => {
  const from = markup.indexOf(start)
  return markup.slice(from, markup.indexOf(end, from) + end.length)
}

const header = (current: string) =>
  markupOf(
    <Header
      organisation="Northbridge Hospitals"
      service="Turnabout"
      account={{
        name: 'florence.nightingale@nhs.net',
        roles: [],
        signOut: { action: '#', idempotencyKey: '1' },
      }}
      navigation={[
        'Health A to Z',
        'Live Well',
        'Mental health',
        'Care and support',
        'Pregnancy',
        'NHS services',
      ].map((label) => ({ label, href: '#', current: label === current }))}
    />,
  )

test('the navigation is the published one', () => {
  const start = '<nav aria-label="Menu"'
  const published = part(publishedMarkup('header', 'with navigation'), start, '</nav>')
  const ours = part(header('Pregnancy'), start, '</nav>')
  expect(ours.replace(' type="button"', '')).toBe(published)
})

test('the account line is the published one, with a key against signing out twice', () => {
  const start = '<nav aria-label="Account"'
  const published = part(publishedMarkup('header', 'with account (logged in)'), start, '</nav>')
  const ours = part(header(''), start, '</nav>')
    .replace('<input name="idempotencyKey" type="hidden" value="1">\n', '')
    .replace(' type="submit"', '')
  const asText = published
    .replace('<a class="nhsuk-header__account-link" href="#">\n', '')
    .replace('</a>\n', '')
    .replace('Log out', 'Sign out')
  expect(ours).toBe(asText)
})

test('the header names the organisation in words and shows no logo', () => {
  const markup = header('')
  expect(markup).toContain('Northbridge Hospitals')
  expect(markup).not.toContain('nhsuk-header__logo')
  expect(markup).not.toContain('<img')
})

test('the account line names the person and their roles', () => {
  const markup = markupOf(
    <Header
      organisation={null}
      service="Turnabout"
      account={{ name: 'A. Rao', roles: ['programme lead', 'researcher'], signOut: undefined }}
      navigation={[]}
    />,
  )
  expect(markup).toContain('A. Rao, programme lead, researcher')
  expect(markup).not.toContain('Sign out')
})

test('the breadcrumb is the published one', () => {
  const crumbs = ['Home', 'NHS services', 'Hospitals'].map((label) => ({ label, href: '#' }))
  expect(markupOf(<Breadcrumb crumbs={crumbs} />)).toBe(publishedMarkup('breadcrumb', 'default'))
})

test('the first page has no breadcrumb', () => {
  expect(markupOf(<Breadcrumb crumbs={[]} />)).toBe('')
})

test('the skip link is the published one', () => {
  expect(markupOf(<SkipLink />)).toBe(publishedMarkup('skip-link', 'default'))
})

test('the footer is the published one with our links and our version', () => {
  const published = publishedMarkup('footer', 'with meta links')
    .replace(' role="contentinfo"', '')
    .replace(
      'href="#">\nAccessibility statement',
      'href="/accessibility">\nAccessibility statement',
    )
    .replace(/<li class="nhsuk-footer__list-item">\n<a[^>]*>\nContact us\n<\/a>\n<\/li>\n/, '')
    .replace(/<li class="nhsuk-footer__list-item">\n<a[^>]*>\nCookies\n<\/a>\n<\/li>\n/, '')
    .replace('href="#">\nPrivacy policy', 'href="/privacy">\nPrivacy')
    .replace(
      /<li class="nhsuk-footer__list-item">\n<a[^>]*>\nTerms and conditions\n<\/a>\n<\/li>\n/,
      '',
    )
    .replace('© NHS England', 'Turnabout 1.2.3')
  expect(markupOf(<Footer service="Turnabout" version="1.2.3" />)).toBe(published)
})

test('the example can be looked at as somebody else without scripts', () => {
  const banner = markupOf(
    <ExampleBanner
      viewAs={{
        current: 'mentor',
        choices: [
          { value: 'lead', label: 'Programme lead' },
          { value: 'mentor', label: 'Mentor' },
        ],
        action: '/example/view-as',
        idempotencyKey: '5d1e',
      }}
    />,
  )
  expect(banner).toContain('action="/example/view-as"')
  expect(banner).toContain('<option selected="" value="mentor">')
  expect(banner).toContain('<button class="app-example__button" type="submit">')
})
