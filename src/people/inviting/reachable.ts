/** Who can be told something by email, and how they come in. */
import type { ActionContext } from '../../platform/action.ts'
import type { Participant } from '../model.ts'
import { listParticipants, type Place } from '../store.ts'
import { linkFor } from './invitation-links.ts'
import { listInvitations } from './invitation-store.ts'

export type Reachable = Participant & {
  readonly email: string
  /** Opens their own pages; null: they were not invited from here. */
  readonly personalLink: string | null
}

/** Everybody with an email address, in any state; the caller says who of them is meant. */
export const listReachable = async (
  { tx, organisationId, masterKey }: Pick<ActionContext, 'tx' | 'organisationId' | 'masterKey'>,
  place: Place,
  publicUrl: string,
): Promise<readonly Reachable[]> => {
  const invitations = new Map(
    (await listInvitations(tx, place)).map((one) => [one.participantId, one]),
  )
  return (await listParticipants(tx, place)).flatMap((participant) => {
    const { email, participantId } = participant
    const invitation = invitations.get(participantId)
    if (email === null) return []
    const personalLink =
      invitation === undefined
        ? null
        : linkFor({ masterKey, publicUrl }, { organisationId, ...invitation }).address
    return [{ ...participant, email, personalLink }]
  })
}

/** The end of a mail that leads to a page. */
export const wayIn = (personalLink: string | null): string =>
  personalLink === null
    ? ''
    : `
If you are asked to sign in, open your personal link first. Do not pass it on:

${personalLink}
`
