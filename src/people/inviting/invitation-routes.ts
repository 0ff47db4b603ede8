/** Inviting, the letters of an invitation, and a new link in the place of a lost one. */
import { createElement } from 'react'
import * as z from 'zod'
import { inGroups } from '../../platform/letter-codes.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { listed } from '../listing/list-rules.ts'
import { NewLinkPage } from '../listing/person-pages.tsx'
import type { Participant } from '../model.ts'
import { findParticipant, listParticipants } from '../store.ts'
import { invitePeople, renewLink } from './invitation-actions.ts'
import { linkFor } from './invitation-links.ts'
import { InvitePage, type Letter, LettersPage } from './invitation-pages.tsx'
import { sentenceOfInvitationProblem } from './invitation-problems.ts'
import { findInvitation, type Invitation, listInvitations } from './invitation-store.ts'
import { type Inviting, loadInviting } from './load-inviting.ts'

const programmeParams = z.object({ programme: z.uuid() })
const personParams = programmeParams.extend({ participant: z.uuid() })
type Params = z.infer<typeof programmeParams>
type PersonParams = z.infer<typeof personParams>
const nothing = z.object({})
const button = z.object({ idempotencyKey: z.uuid() })
const inviteForm = button.extend({ participant: z.uuid().optional() })

type Context<P extends Params> = RouteContext<P, unknown>

const baseOf = ({ params }: Context<Params>): string => `/programmes/${params.programme}`

type Loaded = {
  readonly inviting: Inviting
  readonly people: readonly Participant[]
  readonly invitations: readonly Invitation[]
}

const load = ({ scope, params, read }: Context<Params>): Promise<Loaded | null> =>
  read(async (tx) => {
    const { organisationId, masterKey } = scope
    const place = { organisationId, programmeId: params.programme }
    const inviting = await loadInviting(tx, { ...place, masterKey })
    if (inviting === null) return null
    const people = await listParticipants(tx, place)
    return { inviting, people, invitations: await listInvitations(tx, place) }
  })

const showInvite = async (context: Context<Params>): Promise<Reply> => {
  const loaded = await load(context)
  if (loaded === null) return { kind: 'not_found' }
  const { inviting, people, invitations } = loaded
  const waiting = listed(people, invitations).filter(({ standing }) => standing === 'not_invited')
  const letters = waiting.filter(({ email }) => email === null).length
  const page = {
    base: baseOf(context),
    state: inviting.state,
    programme: inviting,
    mails: waiting.length - letters,
    letters,
    first: waiting.find(({ email }) => email !== null) ?? null,
    idempotencyKey: context.newKey(),
  }
  return { kind: 'page', title: 'Invite people', body: createElement(InvitePage, page) }
}

const refused = (problem: Parameters<typeof sentenceOfInvitationProblem>[0]): Reply =>
  problem.kind === 'programme.unknown' || problem.kind === 'person.unknown'
    ? { kind: 'not_found' }
    : {
        kind: 'problem',
        title: 'Nobody was invited',
        sentences: [sentenceOfInvitationProblem(problem)],
      }

const invite = async (
  context: RouteContext<Params, z.infer<typeof inviteForm>>,
): Promise<Reply> => {
  const { scope, params, input, service } = context
  const invited = await invitePeople(scope, {
    programmeId: params.programme,
    participantId: input.participant ?? null,
    publicUrl: service.publicUrl,
  })
  if (!invited.ok) return refused(invited.problem)
  const { mails, letters } = invited.value
  if (input.participant !== undefined) {
    return { kind: 'redirect', to: `${baseOf(context)}/people/${input.participant}` }
  }
  return { kind: 'redirect', to: `${baseOf(context)}/people?mails=${mails}&letters=${letters}` }
}

const joinAddress = ({ service }: Context<Params>): string => `${service.publicUrl}/join`

const letterOf = (
  { scope, service }: Context<Params>,
  { participantId, name, role }: Participant,
  { generation }: Invitation,
): Letter => {
  const { organisationId, masterKey } = scope
  const by = { masterKey, publicUrl: service.publicUrl }
  const { code } = linkFor(by, { organisationId, participantId, generation })
  return { name, role, code }
}

/** Of whoever was invited and has not answered: after that their code is theirs alone. */
const lettersOf = (
  context: Context<Params>,
  { people, invitations }: Loaded,
  isWanted: (person: Participant) => boolean,
): readonly Letter[] => {
  const byPerson = new Map(invitations.map((one) => [one.participantId, one]))
  return people.flatMap((person) => {
    const invitation = byPerson.get(person.participantId)
    if (invitation === undefined || person.state !== 'invited' || !isWanted(person)) return []
    return [letterOf(context, person, invitation)]
  })
}

const lettersPage = (
  context: Context<Params>,
  { inviting }: Loaded,
  page: { readonly heading: string; readonly letters: readonly Letter[]; readonly none: string },
): Reply => {
  const base = `${baseOf(context)}/people`
  const props = { base, programme: inviting, joinAddress: joinAddress(context), ...page }
  return { kind: 'page', title: page.heading, body: createElement(LettersPage, props) }
}

const showLetters = async (context: Context<Params>): Promise<Reply> => {
  const loaded = await load(context)
  if (loaded === null) return { kind: 'not_found' }
  const letters = lettersOf(context, loaded, ({ email }) => email === null)
  const heading = `Letters (${letters.length})`
  const none = 'There is no letter to print: nobody without an email address waits to answer.'
  return lettersPage(context, loaded, { heading, letters, none })
}

const showLetter = async (context: Context<PersonParams>): Promise<Reply> => {
  const loaded = await load(context)
  const wanted = context.params.participant
  const person = loaded?.people.find(({ participantId }) => participantId === wanted)
  if (loaded === null || person === undefined) return { kind: 'not_found' }
  const letters = lettersOf(context, loaded, (one) => one === person)
  const heading = `Letter to ${person.name}`
  const none =
    person.state === 'invited'
      ? 'There is no letter yet: invite this person first.'
      : 'There is no letter: this person has answered, and their code is theirs alone.'
  return lettersPage(context, loaded, { heading, letters, none })
}

const renew = async (
  context: RouteContext<PersonParams, z.infer<typeof button>>,
): Promise<Reply> => {
  const { scope, params, service } = context
  const { programme: programmeId, participant: participantId } = params
  const asked = { programmeId, participantId, publicUrl: service.publicUrl }
  const renewed = await renewLink(scope, asked)
  if (!renewed.ok) return refused(renewed.problem)
  const found = await findRenewed(context)
  if (found === null) return { kind: 'not_found' }
  const { person, invitation } = found
  const base = `${baseOf(context)}/people/${participantId}`
  if (person.state === 'invited' || person.email !== null) {
    return { kind: 'redirect', to: `${base}?renewed=1` }
  }
  const { organisationId, masterKey } = scope
  const { generation } = invitation
  const by = { masterKey, publicUrl: service.publicUrl }
  const { address, code } = linkFor(by, { organisationId, participantId, generation })
  const shown = { address, code: inGroups(code), joinAddress: joinAddress(context) }
  const body = createElement(NewLinkPage, { base, name: person.name, ...shown })
  return { kind: 'page', title: `A new link for ${person.name}`, body }
}

const findRenewed = ({ scope, params, read }: Context<PersonParams>) =>
  read(async (tx) => {
    const { organisationId } = scope
    const place = { organisationId, programmeId: params.programme }
    const person = await findParticipant(tx, organisationId, params.participant)
    const invitation = await findInvitation(tx, place, params.participant)
    return person === null || invitation === null ? null : { person, invitation }
  })

const people = '/programmes/:programme/people'
const asLead = { who: ['lead'], params: programmeParams } as const
const ofPerson = { who: ['lead'], params: personParams } as const

export const invitationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${people}/invite`,
    ...asLead,
    input: nothing,
    handle: showInvite,
  }),
  route({
    method: 'POST',
    path: `${people}/invite`,
    ...asLead,
    input: inviteForm,
    handle: invite,
  }),
  route({
    method: 'GET',
    path: `${people}/letters`,
    ...asLead,
    input: nothing,
    handle: showLetters,
  }),
]

export const personInvitationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${people}/:participant/letter`,
    ...ofPerson,
    input: nothing,
    handle: showLetter,
  }),
  route({
    method: 'POST',
    path: `${people}/:participant/link`,
    ...ofPerson,
    input: button,
    handle: renew,
  }),
]
