/** Adding one person, and correcting what is known of somebody. */
import { createElement } from 'react'
import * as z from 'zod'
import { fail, ok } from '../../lib/result.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import type { Participant } from '../model.ts'
import { findParticipant, listSupervisions } from '../store.ts'
import { addPeople, changePerson } from './adding-actions.ts'
import { sentenceOfAddingProblem } from './adding-problems.ts'
import { findInSurroundings, type InSurroundings } from './load-surroundings.ts'
import { type PersonForm, PersonFormPage, type PersonFormProps } from './person-form-pages.tsx'
import { checkPeople } from './read-people/check-people.ts'
import { tidied } from './read-people/headings.ts'
import type { PersonFault } from './read-people/model.ts'
import { sentenceOfPersonFault } from './read-people/sentences.ts'

const programmeParams = z.object({ programme: z.uuid() })
const personParams = programmeParams.extend({ participant: z.uuid() })
type Params = z.infer<typeof programmeParams>
type PersonParams = z.infer<typeof personParams>
const nothing = z.object({})

const cell = z.string().optional().default('').transform(tidied)
const details = { name: cell, email: cell, permanentId: cell, supervisor: cell }
const addForm = z.object({ idempotencyKey: z.uuid(), role: cell, ...details })
const changeForm = z.object({ idempotencyKey: z.uuid(), ...details })

type Context<P extends Params> = RouteContext<P, unknown>

const load = ({ scope, params, read }: Context<Params>): Promise<InSurroundings | null> =>
  read((tx) => findInSurroundings(tx, scope.organisationId, params.programme))

const baseOf = ({ params }: Context<Params>): string => `/programmes/${params.programme}/people`

type Wrong = { readonly faults: readonly PersonFault[]; readonly problem: string | null }
const nothingWrong: Wrong = { faults: [], problem: null }

type Asked = Pick<PersonFormProps, 'action' | 'role' | 'form' | 'heading' | 'button'>

const formPage = (
  { newKey }: Context<Params>,
  { programme: { protocol }, surroundings }: InSurroundings,
  { faults, problem, ...asked }: Asked & Wrong,
): Reply => {
  const errors = Object.fromEntries(
    faults.map((fault) => [fault.field, sentenceOfPersonFault(fault, protocol.roles)]),
  )
  const mentees = surroundings.people.filter(({ role }) => role === 'mentee')
  const page = { ...asked, protocol, errors, problem, mentees, idempotencyKey: newKey() }
  const isInOrder = faults.length === 0 && problem === null
  const body = createElement(PersonFormPage, page)
  return { kind: 'page', title: asked.heading, body, ...(isInOrder ? {} : { status: 422 }) }
}

const emptyForm: PersonForm = { role: '', name: '', email: '', permanentId: '', supervisor: '' }

const addingPage = async (
  context: Context<Params>,
  form: PersonForm,
  wrong: Wrong,
): Promise<Reply> => {
  const loaded = await load(context)
  if (loaded === null) return { kind: 'not_found' }
  const action = `${baseOf(context)}/add`
  const [heading, button] = ['Add one person', 'Add this person']
  return formPage(context, loaded, { action, role: null, form, heading, button, ...wrong })
}

const add = async (context: RouteContext<Params, z.infer<typeof addForm>>): Promise<Reply> => {
  const { scope, params, input } = context
  const { idempotencyKey: _, ...cells } = input
  const added = await addPeople(scope, {
    programmeId: params.programme,
    choose: (surroundings) => {
      const { people, faults } = checkPeople([{ row: 1, cells }], surroundings)
      return faults.length === 0 ? ok(people) : fail({ kind: 'person.faulty', faults })
    },
  })
  if (added.ok) return { kind: 'redirect', to: `${baseOf(context)}?added=1` }
  return addingPage(context, cells, wrongBy(added.problem))
}

type Refused = Parameters<typeof sentenceOfAddingProblem>[0]

const wrongBy = (problem: Refused): Wrong =>
  problem.kind === 'person.faulty'
    ? { faults: problem.faults, problem: null }
    : { faults: [], problem: sentenceOfAddingProblem(problem) }

type LoadedPerson = InSurroundings & { readonly person: Participant; readonly supervisorId: string }

const loadPerson = async (context: Context<PersonParams>): Promise<LoadedPerson | null> => {
  const loaded = await load(context)
  if (loaded === null) return null
  const { scope, params, read } = context
  const { organisationId } = scope
  const place = { organisationId, programmeId: params.programme }
  const found = await read(async (tx) => ({
    person: await findParticipant(tx, organisationId, params.participant),
    supervisions: await listSupervisions(tx, place),
  }))
  const { person, supervisions } = found
  if (person?.programmeId !== params.programme) return null
  const supervision = supervisions.find(({ mentorId }) => mentorId === person.participantId)
  return { ...loaded, person, supervisorId: supervision?.menteeId ?? '' }
}

const changingPage = async (
  context: Context<PersonParams>,
  written: Omit<PersonForm, 'role'> | null,
  wrong: Wrong,
): Promise<Reply> => {
  const loaded = await loadPerson(context)
  if (loaded === null) return { kind: 'not_found' }
  const { person, supervisorId } = loaded
  const known = {
    name: person.name,
    email: person.email ?? '',
    permanentId: person.permanentId ?? '',
    supervisor: supervisorId,
  }
  const action = `${baseOf(context)}/${person.participantId}/details`
  const form = { role: person.role, ...(written ?? known) }
  const [heading, button] = [`Change the details of ${person.name}`, 'Save']
  return formPage(context, loaded, { action, role: person.role, form, heading, button, ...wrong })
}

const change = async (
  context: RouteContext<PersonParams, z.infer<typeof changeForm>>,
): Promise<Reply> => {
  const { scope, params, input } = context
  const { idempotencyKey: _, ...cells } = input
  const { programme: programmeId, participant: participantId } = params
  const changed = await changePerson(scope, { programmeId, participantId, cells })
  if (changed.ok) return { kind: 'redirect', to: `${baseOf(context)}/${participantId}?changed=1` }
  return changingPage(context, cells, wrongBy(changed.problem))
}

const people = '/programmes/:programme/people'

export const addingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${people}/add`,
    who: ['lead'],
    params: programmeParams,
    input: nothing,
    handle: (context) => addingPage(context, emptyForm, nothingWrong),
  }),
  route({
    method: 'POST',
    path: `${people}/add`,
    who: ['lead'],
    params: programmeParams,
    input: addForm,
    handle: add,
  }),
]

export const changingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${people}/:participant/details`,
    who: ['lead'],
    params: personParams,
    input: nothing,
    handle: (context) => changingPage(context, null, nothingWrong),
  }),
  route({
    method: 'POST',
    path: `${people}/:participant/details`,
    who: ['lead'],
    params: personParams,
    input: changeForm,
    handle: change,
  }),
]
