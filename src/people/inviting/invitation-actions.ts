/** People get their way in: a mail with a personal link, or a letter with a code; and a new one when the old is lost. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionContext, action, type Done } from '../../platform/action.ts'
import { cancelMailsOf, writeMails } from '../../platform/mail.ts'
import { endAccess, insertLinks } from '../../platform/sign-in-store.ts'
import { sessionCancelled } from '../delivery-log/model.ts'
import type { Participant } from '../model.ts'
import { findParticipant, listParticipants } from '../store.ts'
import { type InvitationLink, linkFor } from './invitation-links.ts'
import type { InvitationProblem } from './invitation-problems.ts'
import {
  findInvitation,
  insertInvitations,
  listInvitations,
  type NewInvitation,
  replaceInvitation,
} from './invitation-store.ts'
import { invitationMail, newLinkMail } from './invitation-words.ts'
import { type Inviting, loadInviting } from './load-inviting.ts'

export type PeopleInvited = {
  readonly programmeId: string
  /** Null: everybody who has not been invited yet. */
  readonly participantId: string | null
  readonly publicUrl: string
}

export type CountInvited = { readonly mails: number; readonly letters: number }

export const invitePeople = action(
  'people.invited',
  async (context, input: PeopleInvited): Promise<Result<Done<CountInvited>, InvitationProblem>> => {
    const { programmeId, participantId, publicUrl } = input
    const inviting = await findOpen(context, programmeId)
    if (!inviting.ok) return inviting
    const waiting = await listNotInvited(context, programmeId)
    const people = waiting.filter(
      (one) => participantId === null || one.participantId === participantId,
    )
    if (people.length === 0) return fail({ kind: 'invitation.nobody_left' })
    const ways = people.map((person) => wayIn(context, publicUrl, { person, generation: 1 }))
    const place = { organisationId: context.organisationId, programmeId }
    const invitations = ways.map(({ invitation }) => invitation)
    await insertInvitations(context.tx, place, invitations)
    await handOut(context, inviting.value, { ways, words: invitationMail })
    const mails = people.filter(({ email }) => email !== null).length
    const value = { mails, letters: people.length - mails }
    return ok({ value, subject: participantId ?? programmeId, details: value })
  },
)

const findOpen = async (
  { tx, organisationId, masterKey }: ActionContext,
  programmeId: string,
): Promise<Result<Inviting, InvitationProblem>> => {
  const inviting = await loadInviting(tx, { organisationId, programmeId, masterKey })
  if (inviting === null) return fail({ kind: 'programme.unknown' })
  return inviting.state === 'open' ? ok(inviting) : fail({ kind: 'programme.not_open' })
}

const listNotInvited = async (
  { tx, organisationId }: ActionContext,
  programmeId: string,
): Promise<readonly Participant[]> => {
  const place = { organisationId, programmeId }
  const invited = new Set((await listInvitations(tx, place)).map((one) => one.participantId))
  return (await listParticipants(tx, place)).filter(
    ({ participantId, state }) => state === 'invited' && !invited.has(participantId),
  )
}

type WayIn = {
  readonly person: Participant
  readonly link: InvitationLink
  readonly invitation: NewInvitation
}

const wayIn = (
  { masterKey, organisationId, now }: ActionContext,
  publicUrl: string,
  { person, generation }: { readonly person: Participant; readonly generation: number },
): WayIn => {
  const { participantId } = person
  const link = linkFor({ masterKey, publicUrl }, { organisationId, participantId, generation })
  const invitation = { participantId, generation, invitedAt: now, codeKey: link.codeKey }
  return { person, link, invitation }
}

type HandedOut = { readonly ways: readonly WayIn[]; readonly words: typeof invitationMail }

/** The links open from now on, and whoever has an address is told theirs. */
const handOut = async (
  context: ActionContext,
  inviting: Inviting,
  { ways, words }: HandedOut,
): Promise<void> => {
  const common = { purpose: 'participant', expiresAt: null } as const
  const links = ways.map(({ person, link: { token } }) => ({
    ...common,
    token,
    personId: person.participantId,
  }))
  await insertLinks(context.tx, links)
  const mails = ways.flatMap(({ person, link: { address } }) => {
    if (person.email === null) return []
    const mail = words(inviting, person, address)
    return [{ purpose: 'invitation', about: person.participantId, to: person.email, ...mail }]
  })
  await writeMails(context, inviting.organisationKey, mails)
}

export type LinkRenewal = {
  readonly programmeId: string
  readonly participantId: string
  readonly publicUrl: string
}

/** The old link and code stop letting anybody in, and whoever came in by them is signed out. */
export const renewLink = action(
  'invitation.renewed',
  async (context, input: LinkRenewal): Promise<Result<Done<null>, InvitationProblem>> => {
    const { tx, organisationId, masterKey } = context
    const { programmeId, participantId, publicUrl } = input
    const inviting = await loadInviting(tx, { organisationId, programmeId, masterKey })
    if (inviting === null) return fail({ kind: 'programme.unknown' })
    const found = await findInvited(context, input)
    if (!found.ok) return found
    const { person, generation } = found.value
    const way = wayIn(context, publicUrl, { person, generation: generation + 1 })
    const keep = ['address_changed', sessionCancelled]
    await cancelMailsOf(tx, { organisationId, participantId, keep })
    await endAccess(tx, { organisationId, personKind: 'participant', personId: participantId })
    await replaceInvitation(tx, { organisationId, programmeId }, way.invitation)
    await handOut(context, inviting, { ways: [way], words: newLinkMail })
    const details = { generation: way.invitation.generation }
    return ok({ value: null, subject: participantId, details })
  },
)

type Found = { readonly person: Participant; readonly generation: number }

const findInvited = async (
  { tx, organisationId }: ActionContext,
  { programmeId, participantId }: LinkRenewal,
): Promise<Result<Found, InvitationProblem>> => {
  const person = await findParticipant(tx, organisationId, participantId)
  if (person?.programmeId !== programmeId) return fail({ kind: 'person.unknown' })
  if (person.state === 'withdrawn') return fail({ kind: 'invitation.over' })
  const invitation = await findInvitation(tx, { organisationId, programmeId }, participantId)
  if (invitation !== null) return ok({ person, generation: invitation.generation })
  return fail({ kind: 'invitation.not_yet' })
}
