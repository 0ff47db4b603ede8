import { expect, test } from 'vitest'
import { allRoutes } from './all-routes.ts'
import { frameFor, navigationOrder } from './frame.ts'
import type { Person } from './route.ts'

const programmeId = '6f2b1c1e-0000-4000-8000-000000000001'
const base = `/programmes/${programmeId}`
const lead: Person = {
  kind: 'staff',
  organisationId: '6f2b1c1e-0000-4000-8000-000000000002',
  organisationName: 'Northgate Hospital',
  isExample: false,
  personId: '6f2b1c1e-0000-4000-8000-000000000003',
  name: 'Asha Rao',
  organisationRoles: ['administrator'],
  programmeIds: [programmeId],
  programmes: [{ programmeId, name: 'Gastroenterology', roles: ['lead'] }],
}

const navigationAt = (path: string, person = lead) => {
  const [route] = allRoutes
  if (route === undefined) throw new Error('There are no routes.')
  const assets = { css: '', js: '' }
  const rest = { title: '', hasErrors: false, nonce: null, newKey: () => '' }
  return frameFor(allRoutes, assets, { person, route, path, ...rest }).navigation
}

test('every label of the navigation has its place in the order', () => {
  const labels = allRoutes.flatMap(({ navigation }) => navigation ?? [])
  expect(labels.filter((label) => !navigationOrder.includes(label))).toEqual([])
})

test('a lead who is administrator too finds the programme first and the organisation last', () => {
  const labels = navigationAt(base).map(({ label }) => label)
  expect(labels.slice(0, 4)).toEqual(['Overview', 'Set-up', 'People', 'Questionnaires'])
  expect(labels.slice(-3)).toEqual(['Staff', 'Outbox', 'Audit log'])
})

test('a page below another is marked there, and not at the overview', () => {
  const marked = (path: string) =>
    navigationAt(path)
      .filter(({ current }) => current)
      .map(({ label }) => label)
  expect(marked(base)).toEqual(['Overview'])
  expect(marked(`${base}/set-up/name`)).toEqual(['Set-up'])
  expect(marked(`${base}/people/add`)).toEqual(['People'])
})

test('of two that lie within each other the inner one is marked', () => {
  const programmes = [{ programmeId, name: 'Gastroenterology', roles: ['facilitator'] as const }]
  const person: Person = { ...lead, organisationRoles: [], programmes }
  const marked = navigationAt(`${base}/interview/recordings/upload`, person)
  expect(marked.filter(({ current }) => current).map(({ label }) => label)).toEqual(['Recordings'])
})
