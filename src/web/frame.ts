/** What stands around a page for this person: their organisation, their programme's navigation, their way out. */
import { kindsOf, mayEnter } from './access.ts'
import type { Assets } from './document.tsx'
import type { PageFrame } from './layout.tsx'
import type { Person, Route } from './route.ts'
import { viewChoices } from './view-as.ts'

type Asked = {
  readonly person: Person
  readonly route: Route
  readonly title: string
  readonly hasErrors: boolean
  readonly nonce: string | null
  readonly path: string
  readonly newKey: () => string
}

export const frameFor = (routes: readonly Route[], assets: Assets, asked: Asked): PageFrame => {
  const { person, title, hasErrors, nonce, newKey } = asked
  const common = { title, hasErrors, nonce, assets, breadcrumbs: [] }
  if (person.kind === 'visitor') {
    return { ...common, organisation: null, person: null, navigation: [] }
  }
  const { organisationName, isExample, name } = person
  return {
    ...common,
    organisation: { name: organisationName, isExample },
    person: { name, roles: rolesInWords(person) },
    navigation: navigationFor(routes, asked),
    signOut: { action: '/sign-out', idempotencyKey: newKey() },
    ...(isExample
      ? { viewAs: { ...viewChoices(person), action: '/example/view-as', idempotencyKey: newKey() } }
      : {}),
  }
}

const labels = {
  administrator: 'administrator',
  auditor: 'auditor',
  lead: 'programme lead',
  facilitator: 'facilitator',
  researcher: 'researcher',
  mentor: 'mentor',
  mentee: 'mentee',
} as const

const rolesInWords = (person: Person): readonly string[] => [
  ...new Set(kindsOf(person, null).map((kind) => labels[kind])),
]

/** The programme of the page, or the only one that the person has. */
const programmeOf = ({ person, path }: Asked): string | null => {
  const inPath = /^\/programmes\/([0-9a-f-]{36})(?:\/|$)/.exec(path)?.[1]
  if (inPath !== undefined) return inPath
  if (person.kind === 'participant') return person.programmeId
  if (person.kind === 'visitor' || person.programmes.length !== 1) return null
  return person.programmes[0]?.programmeId ?? null
}

/** First what a programme is run by, then its study, then the organisation. */
export const navigationOrder: readonly string[] = [
  ...['Overview', 'Consent', 'About you', 'Set-up', 'People', 'Questionnaires', 'Protocol'],
  ...[
    'Interview',
    'Recordings',
    'Documents',
    'Sign-off',
    'Allocation',
    'Pairs',
    'Partner',
    'Session',
    'Feedback',
    'Reflection pack',
  ],
  'Questions to the group',
  ...[
    'Characteristics',
    'Stages',
    'Willingness',
    'Sessions',
    'Time used',
    'Comparisons',
    'Table 1',
  ],
  ...['Results', 'Follow-ups', 'Report', 'Withdraw', 'Roles', 'Staff', 'Outbox', 'Audit log'],
]

const navigationFor = (routes: readonly Route[], asked: Asked) => {
  const programme = programmeOf(asked)
  const offered = routes.flatMap(({ navigation: label, path, who }) => {
    if (label === undefined || !mayEnter(who, asked.person, programme)) return []
    const href = programme === null ? path : path.replace(':programme', programme)
    return href.includes(':') ? [] : [{ label, href }]
  })
  const current = nearest(offered.filter(({ href }) => isAt(asked.path, href)))
  return offered
    .map((item) => ({ ...item, current: item === current }))
    .toSorted((a, b) => navigationOrder.indexOf(a.label) - navigationOrder.indexOf(b.label))
}

/** Of pages that lie within each other, the innermost. */
const nearest = <Item extends { readonly href: string }>(items: readonly Item[]) =>
  items.toSorted((a, b) => b.href.length - a.href.length)[0]

/** On the page itself or on one below it; everything of a programme is below its overview. */
const isAt = (path: string, href: string): boolean =>
  path === href || (!/^\/programmes\/[^/]+$/.test(href) && path.startsWith(`${href}/`))
