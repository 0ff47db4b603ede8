/** People come into a programme, are corrected, and leave it again before they have answered. */
import { createRandom, freshSeed } from '../../lib/random.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionContext, action, type Done } from '../../platform/action.ts'
import { respondentOf } from '../../platform/keys.ts'
import { cancelMailsOf, writeMail } from '../../platform/mail.ts'
import { endAccess } from '../../platform/sign-in-store.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import { addressChangedText } from '../inviting/invitation-words.ts'
import { deletePerson, replaceSupervisor, updatePerson } from '../listing/person-store.ts'
import type { Participant } from '../model.ts'
import { findParticipant, insertPeople, listRespondents } from '../store.ts'
import type { AddingProblem, PersonProblem } from './adding-problems.ts'
import { loadSurroundings } from './load-surroundings.ts'
import { newPeople } from './new-people.ts'
import { checkPeople } from './read-people/check-people.ts'
import type { CheckedPerson, Surroundings, WrittenPerson } from './read-people/model.ts'

export type PeopleAddition = {
  readonly programmeId: string
  /** Whom, once it is known who is there: a table is read, or a form checked, against the list as it is. */
  readonly choose: (surroundings: Surroundings) => Result<readonly CheckedPerson[], AddingProblem>
}

export type PeopleAdded = { readonly count: number }

/** All of them, or nobody. */
export const addPeople = action(
  'people.added',
  async (
    context,
    { programmeId, choose }: PeopleAddition,
  ): Promise<Result<Done<PeopleAdded>, AddingProblem>> => {
    const { tx, organisationId } = context
    const programme = await findOpen(context, programmeId)
    if (!programme.ok) return programme
    const chosen = choose(await loadSurroundings(tx, organisationId, programme.value))
    if (!chosen.ok) return chosen
    await insertChosen(context, programme.value, chosen.value)
    const count = chosen.value.length
    return ok({ value: { count }, subject: programmeId, details: { count } })
  },
)

const findOpen = async (
  { tx, organisationId, masterKey }: ActionContext,
  programmeId: string,
): Promise<Result<OpenProgramme, PersonProblem>> => {
  const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
  if (programme === null) return fail({ kind: 'programme.unknown' })
  return programme.state === 'closed' ? fail({ kind: 'programme.closed' }) : ok(programme)
}

const insertChosen = async (
  { tx, organisationId }: ActionContext,
  { programmeId, programmeKey }: OpenProgramme,
  people: readonly CheckedPerson[],
): Promise<void> => {
  const place = { organisationId, programmeId }
  const takenCodes = (await listRespondents(tx, place)).map(({ code }) => code)
  const random = createRandom(freshSeed())
  const newId = () => crypto.randomUUID()
  await insertPeople(tx, place, newPeople({ people, programmeKey, takenCodes }, { random, newId }))
}

type ChosenPerson = { readonly programmeId: string; readonly participantId: string }

export type PersonChange = ChosenPerson & {
  readonly cells: Omit<WrittenPerson['cells'], 'role'>
}

/** The group stays as it is: whoever was added to the wrong one is removed and added again. */
export const changePerson = action(
  'person.changed',
  async (context, input: PersonChange): Promise<Result<Done<null>, PersonProblem>> => {
    const { tx, organisationId } = context
    const found = await findPerson(context, input)
    if (!found.ok) return found
    const { programme, person } = found.value
    const surroundings = await loadSurroundings(tx, organisationId, programme)
    const others = surroundings.people.filter((one) => one.participantId !== person.participantId)
    const written = { row: 1, cells: { ...input.cells, role: person.role } }
    const { people, faults } = checkPeople([written], { ...surroundings, people: others })
    const [changed] = people
    if (faults.length > 0 || changed === undefined) return fail({ kind: 'person.faulty', faults })
    await saveChange(context, found.value, changed)
    return ok({ value: null, subject: person.participantId })
  },
)

type Found = { readonly programme: OpenProgramme; readonly person: Participant }

const findPerson = async (
  context: ActionContext,
  { programmeId, participantId }: ChosenPerson,
): Promise<Result<Found, PersonProblem>> => {
  const programme = await findOpen(context, programmeId)
  if (!programme.ok) return programme
  const person = await findParticipant(context.tx, context.organisationId, participantId)
  if (person?.programmeId !== programmeId) return fail({ kind: 'person.unknown' })
  return ok({ programme: programme.value, person })
}

const saveChange = async (
  context: ActionContext,
  { programme, person }: Found,
  { name, email, permanentId, supervisor }: CheckedPerson,
): Promise<void> => {
  const { tx, organisationId } = context
  const { programmeId, participantId } = person
  const place = { organisationId, programmeId }
  await updatePerson(tx, place, { participantId, name, email, permanentId })
  const menteeId = supervisor?.kind === 'participant' ? supervisor.participantId : null
  if (person.role === 'mentor')
    await replaceSupervisor(tx, place, { mentorId: participantId, menteeId })
  await tellOldAddress(context, { programme, person }, email)
}

/** A new link goes to the new address: whoever takes part is told at the old one, should it not have been their wish. */
const tellOldAddress = async (
  context: ActionContext,
  { programme, person }: Found,
  email: string | null,
): Promise<void> => {
  if (person.state === 'invited' || person.email === null || person.email === email) return
  await writeMail(context, programme.organisationKey, {
    purpose: 'address_changed',
    about: person.participantId,
    to: person.email,
    ...addressChangedText({ name: person.name, programme: programme.name }),
  })
}

/** With the link and everything that waits for them; only while nothing was answered. */
export const removePerson = action(
  'person.removed',
  async (context, input: ChosenPerson): Promise<Result<Done<null>, PersonProblem>> => {
    const { tx, organisationId } = context
    const found = await findPerson(context, input)
    if (!found.ok) return found
    const { programme, person } = found.value
    if (person.state !== 'invited') return fail({ kind: 'person.has_answered' })
    const { programmeId, participantId } = person
    await cancelMailsOf(tx, { organisationId, participantId })
    await endAccess(tx, { organisationId, personKind: 'participant', personId: participantId })
    const respondent = respondentOf(programme.programmeKey, participantId)
    await deletePerson(tx, { organisationId, programmeId }, { participantId, respondent })
    return ok({ value: null, subject: participantId })
  },
)
