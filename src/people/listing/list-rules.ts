/** The people of a programme as its lead sees them: how many stand where, and a page of the list. */
import { type RoleId, roleIds } from '../../protocol/model.ts'
import type { Participant } from '../model.ts'

/** Where somebody stands. Whoever is on the list and has no invitation yet is not invited. */
export const standings = ['not_invited', 'invited', 'agreed', 'declined', 'withdrawn'] as const
export type Standing = (typeof standings)[number]

export type ListedPerson = Participant & {
  readonly standing: Standing
  /** Null: no invitation went out. */
  readonly invitedAt: Date | null
}

type InvitedAt = { readonly participantId: string; readonly invitedAt: Date }

export const listed = (
  participants: readonly Participant[],
  invitations: readonly InvitedAt[],
): readonly ListedPerson[] => {
  const invited = new Map(invitations.map((one) => [one.participantId, one.invitedAt]))
  return participants.map((person) => {
    const invitedAt = invited.get(person.participantId) ?? null
    const isWaiting = person.state === 'invited' && invitedAt === null
    return { ...person, invitedAt, standing: isWaiting ? 'not_invited' : person.state }
  })
}

export type GroupCounts = {
  readonly role: RoleId
  readonly counts: Readonly<Record<Standing, number>>
}

export const countGroups = (people: readonly ListedPerson[]): readonly GroupCounts[] =>
  roleIds.map((role) => {
    const group = people.filter((person) => person.role === role)
    const n = (standing: Standing): number =>
      group.filter((person) => person.standing === standing).length
    return {
      role,
      counts: {
        not_invited: n('not_invited'),
        invited: n('invited'),
        agreed: n('agreed'),
        declined: n('declined'),
        withdrawn: n('withdrawn'),
      },
    }
  })

export const peopleOnPage = 100

export type Asked = { readonly search: string; readonly page: number }

export type ListPage = {
  readonly people: readonly ListedPerson[]
  readonly found: number
  /** From 1; the last one where more was asked for. */
  readonly page: number
  readonly pages: number
}

/** Those whose name or email address holds what was searched for, a hundred at a time. */
export const pageOf = (people: readonly ListedPerson[], { search, page }: Asked): ListPage => {
  const wanted = search.trim().toLowerCase()
  const found = people.filter(({ name, email }) =>
    `${name}\n${email ?? ''}`.toLowerCase().includes(wanted),
  )
  const pages = Math.max(1, Math.ceil(found.length / peopleOnPage))
  const shown = Math.min(Math.max(1, page), pages)
  const start = (shown - 1) * peopleOnPage
  return {
    people: found.slice(start, start + peopleOnPage),
    found: found.length,
    page: shown,
    pages,
  }
}
