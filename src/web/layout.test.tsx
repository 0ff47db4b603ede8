import { expect, test } from 'vitest'
import { type PageFrame, renderPage, renderProblemPage } from './layout.tsx'

const frame: PageFrame = {
  title: 'Comparisons',
  organisation: { name: 'Northbridge Hospitals', isExample: true },
  person: { name: 'A. Rao', roles: ['programme lead'] },
  navigation: [{ label: 'Overview', href: '/overview', current: true }],
  breadcrumbs: [{ label: 'Home', href: '/' }],
  assets: { css: '/assets/a.css', js: '/assets/a.js', icon: '/assets/a.svg' },
  nonce: 'n0nce',
  viewAs: {
    current: 'lead',
    choices: [{ value: 'lead', label: 'Programme lead' }],
    action: '/example/view-as',
    idempotencyKey: '1',
  },
  signOut: { action: '/sign-out', idempotencyKey: '2' },
}
const page = renderPage(frame, <h1>Comparisons</h1>)

test('a page is a whole document in British English, named after itself and the service', () => {
  expect(page).toMatch(/^<!doctype html><html lang="en-GB"><head><meta charSet="utf-8"\/>/)
  expect(page).toContain('<title>Comparisons – Turnabout</title>')
})

test('a form that came back with errors says so in the title', () => {
  const withErrors = renderPage({ ...frame, hasErrors: true }, <h1>Comparisons</h1>)
  expect(withErrors).toContain('<title>Error: Comparisons – Turnabout</title>')
})

test('every script carries the nonce', () => {
  const scripts = page.match(/<script[^>]*>/g)
  expect(scripts).toHaveLength(2)
  expect(scripts?.every((script) => script.includes('nonce="n0nce"'))).toBe(true)
})

test('a page without a nonce has no script at all', () => {
  expect(renderPage({ ...frame, nonce: null }, <h1>Comparisons</h1>)).not.toContain('<script')
})

test('no element has a style or an event of its own', () => {
  expect(page).not.toMatch(/ (?:style|on[a-z]+)=/)
})

test('only the example organisation says that its people are made up', () => {
  const real = renderPage(
    { ...frame, organisation: { name: 'Northbridge Hospitals', isExample: false } },
    <h1>Comparisons</h1>,
  )
  expect(page).toContain('Look at it as')
  expect(real).not.toContain('Look at it as')
  expect(real).not.toContain('made up')
})

test('a visitor sees neither organisation nor account', () => {
  const visitor = renderPage({ ...frame, organisation: null, person: null }, <h1>Welcome</h1>)
  expect(visitor).not.toContain('Northbridge')
  expect(visitor).not.toContain('Sign out')
})

test('a notice stands above the content', () => {
  const noticed = renderPage(
    { ...frame, notice: { kind: 'success', text: 'The programme was imported.' } },
    <h1>Comparisons</h1>,
  )
  expect(noticed).toMatch(/<main[^>]*><div class="nhsuk-notification-banner[\s\S]*<h1>/)
})

test('names are escaped', () => {
  const named = renderPage(
    { ...frame, person: { name: '<b>A</b>', roles: [] }, title: '</title><script>' },
    <h1>Comparisons</h1>,
  )
  expect(named).toContain('&lt;b&gt;A&lt;/b&gt;')
  expect(named).toContain('<title>&lt;/title&gt;&lt;script&gt; – Turnabout</title>')
})

test('two refusals with the same words are the same bytes, without scripts', () => {
  const refusal = {
    title: 'Page not found',
    sentences: ['There is nothing here.'],
    next: [{ label: 'Go to the start page', href: '/' }],
    assets: frame.assets,
  }
  const [one, other] = [renderProblemPage(refusal), renderProblemPage({ ...refusal })]
  expect(one).toBe(other)
  expect(one).not.toContain('<script')
  expect(one).toContain('There is nothing here.')
})
