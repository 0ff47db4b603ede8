/** One person's page for the lead, and taking somebody off the list. */
import { createElement } from 'react'
import * as z from 'zod'
import { findProgramme } from '../../protocol/store.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { removePerson } from '../adding/adding-actions.ts'
import { sentenceOfAddingProblem } from '../adding/adding-problems.ts'
import { linkFor } from '../inviting/invitation-links.ts'
import { findInvitation } from '../inviting/invitation-store.ts'
import { findParticipant, listSupervisions } from '../store.ts'
import { listed } from './list-rules.ts'
import { PersonPage, RemovePage } from './person-pages.tsx'

const params = z.object({ programme: z.uuid(), participant: z.uuid() })
type Params = z.infer<typeof params>
const nothing = z.object({})
const button = z.object({ idempotencyKey: z.uuid() })
const flag = z.literal('1').optional().catch(undefined)
const query = z.object({ changed: flag, renewed: flag })

type Context = RouteContext<Params, unknown>

const baseOf = ({ programme, participant }: Params): string =>
  `/programmes/${programme}/people/${participant}`

const load = ({ scope: { organisationId }, params, read }: Context) =>
  read(async (tx) => {
    const place = { organisationId, programmeId: params.programme }
    const programme = await findProgramme(tx, organisationId, params.programme)
    const participant = await findParticipant(tx, organisationId, params.participant)
    if (programme === null || participant?.programmeId !== params.programme) return null
    const invitation = await findInvitation(tx, place, params.participant)
    const [person] = listed([participant], invitation === null ? [] : [invitation])
    if (person === undefined) return null
    const supervision = (await listSupervisions(tx, place)).find(
      ({ mentorId }) => mentorId === person.participantId,
    )
    const supervisor =
      supervision === undefined
        ? null
        : await findParticipant(tx, organisationId, supervision.menteeId)
    return { programme, person, invitation, supervisor }
  })

/** The lead sees a person's link while it stands in for the person alone, and not once there is something behind it. */
const show = async (context: RouteContext<Params, z.infer<typeof query>>): Promise<Reply> => {
  const { scope, params, input, service, newKey } = context
  const loaded = await load(context)
  if (loaded === null) return { kind: 'not_found' }
  const { programme, person, invitation, supervisor } = loaded
  const { organisationId, masterKey } = scope
  const { participantId } = person
  const isShown = invitation !== null && person.state === 'invited'
  const by = { masterKey, publicUrl: service.publicUrl }
  const page = {
    base: baseOf(params),
    protocol: programme.protocol,
    isOpen: programme.state === 'open',
    isClosed: programme.state === 'closed',
    person,
    supervisor: supervisor?.name ?? null,
    address: isShown
      ? linkFor(by, { organisationId, participantId, generation: invitation.generation }).address
      : null,
    isChanged: input.changed !== undefined,
    isRenewed: input.renewed !== undefined,
    newKey,
  }
  return { kind: 'page', title: person.name, body: createElement(PersonPage, page) }
}

const askToRemove = async (context: Context): Promise<Reply> => {
  const loaded = await load(context)
  if (loaded === null) return { kind: 'not_found' }
  const { person } = loaded
  const base = baseOf(context.params)
  const body = createElement(RemovePage, { base, person, idempotencyKey: context.newKey() })
  return { kind: 'page', title: `Remove ${person.name}?`, body }
}

const remove = async ({ scope, params }: Context): Promise<Reply> => {
  const { programme: programmeId, participant: participantId } = params
  const removed = await removePerson(scope, { programmeId, participantId })
  if (removed.ok) return { kind: 'redirect', to: `/programmes/${programmeId}/people?removed=1` }
  const { problem } = removed
  if (problem.kind === 'person.unknown') return { kind: 'not_found' }
  const sentences = [sentenceOfAddingProblem(problem)]
  return { kind: 'problem', title: 'Nobody was removed', sentences }
}

const path = '/programmes/:programme/people/:participant'

export const personRoutes: readonly Route[] = [
  route({ method: 'GET', path, who: ['lead'], params, input: query, handle: show }),
  route({
    method: 'GET',
    path: `${path}/remove`,
    who: ['lead'],
    params,
    input: nothing,
    handle: askToRemove,
  }),
  route({
    method: 'POST',
    path: `${path}/remove`,
    who: ['lead'],
    params,
    input: button,
    handle: remove,
  }),
]
