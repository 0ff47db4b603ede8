/** Where the overview leads besides the pages of the study, and which programme this one follows. */
import type { Programme } from '../protocol/store.ts'
import { mayEnter } from '../web/access.ts'
import type { Kind, Person } from '../web/route.ts'
import type { PageLink } from './pages/overview.tsx'

const furtherPages: readonly (PageLink & { readonly who: readonly Kind[] })[] = [
  {
    who: ['lead'],
    href: '/closing',
    label: 'End of the programme',
    summary: 'Closing it, the letter to everybody who took part, the next cohort.',
  },
  {
    who: ['lead', 'facilitator', 'researcher'],
    href: '/outcomes',
    label: 'Does it work here?',
    summary: 'What earlier programmes found, as those who are invited read it.',
  },
]

export const furtherLinks = (base: string, kinds: readonly Kind[]): readonly PageLink[] =>
  furtherPages
    .filter(({ who }) => who.some((kind) => kinds.includes(kind)))
    .map(({ href, label, summary }) => ({ href: `${base}${href}`, label, summary }))

/** `href`: null for whoever has no role there. */
export type Followed = { readonly name: string; readonly href: string | null }

const overviewIsFor = ['lead', 'researcher', 'facilitator', 'auditor', 'administrator'] as const

export const followedBy = (person: Person, earlier: Programme | null): Followed | null => {
  if (earlier === null) return null
  const { name, programmeId } = earlier
  const mayOpen = mayEnter(overviewIsFor, person, programmeId)
  return { name, href: mayOpen ? `/programmes/${programmeId}` : null }
}
