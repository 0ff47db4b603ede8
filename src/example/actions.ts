/** Loads the example programme once, and lets whoever explores it look as each kind of person. */
import { fail, ok, type Result } from '../lib/result.ts'
import { within } from '../organisations/actions.ts'
import type { Organisation } from '../organisations/model.ts'
import {
  findOrganisation,
  insertOrganisation,
  insertStaff,
  listOrganisations,
  listStaff,
} from '../organisations/store.ts'
import { listParticipants } from '../people/store.ts'
import { type ActionContext, action, type Done } from '../platform/action.ts'
import { lookupKey, newKey } from '../platform/keys.ts'
import { beginSignIn, isUsable, type LinkProblem, linkNotUsable } from '../platform/sign-in.ts'
import { findLink, type SignIn } from '../platform/sign-in-store.ts'
import type { Token } from '../platform/tokens.ts'
import { insertProgrammeStaff, listProgrammes } from '../protocol/store.ts'
import { insertStudy } from '../report/exchange/import-study.ts'
import type { Study } from '../report/study.ts'
import { emailOf, organisationName, participantNames, programmeName, staff } from './people.ts'

const firstView = 'lead-and-researcher'

export type OpenExample = {
  readonly link: Token
  readonly study: Study
  readonly signIn: (organisationId: string) => Token
}

/** The set-up link stays as it is: looking at the example does not set anything up. */
export const openExample = action(
  'example.opened',
  async (
    context,
    input: OpenExample,
  ): Promise<Result<Done<{ readonly organisationId: string }>, LinkProblem>> => {
    const link = await findLink(context.tx, input.link)
    if (!isUsable(link, context.now) || link.purpose !== 'set_up') return fail(linkNotUsable)
    const existing = (await listOrganisations(context.tx)).find(({ kind }) => kind === 'example')
    const organisationId = existing?.organisationId ?? crypto.randomUUID()
    await within(context, organisationId, async () => {
      const there = { ...context, organisationId }
      if (existing === undefined) await makeExample(there, input.study)
      const signIn = await findView(there, firstView)
      if (signIn === null) throw new Error('The example organisation has lost its people.')
      await beginSignIn(there, signIn, input.signIn(organisationId))
    })
    return ok({ value: { organisationId }, subject: organisationId })
  },
)

const makeExample = async (context: ActionContext, study: Study): Promise<void> => {
  const { tx, organisationId, masterKey } = context
  const organisation: Organisation = { organisationId, kind: 'example', name: organisationName }
  await insertOrganisation(tx, organisation, { masterKey, organisationKey: newKey() })
  const programmeId = crypto.randomUUID()
  const nameOf = ({ participant }: { readonly participant: string }) =>
    participantNames[participant] ?? participant
  await insertStudy(context, { programmeId, name: programmeName, study, nameOf })
  for (const member of staff) await insertExampleStaff(context, programmeId, member)
}

const insertExampleStaff = async (
  { tx, organisationId, masterKey }: ActionContext,
  programmeId: string,
  member: (typeof staff)[number],
): Promise<void> => {
  const staffId = crypto.randomUUID()
  const email = emailOf(member.view)
  const { name, organisationRoles: roles } = member
  const emailKey = lookupKey(masterKey, email)
  await insertStaff(tx, organisationId, { staffId, name, email, emailKey, roles })
  const rows = member.programmeRoles.map((role) => ({ programmeId, staffId, role }))
  await insertProgrammeStaff(tx, organisationId, rows)
}

/** Who one is when one looks as this kind of person: that member of staff, or the first mentor or mentee. */
const findView = async (
  { tx, organisationId }: Pick<ActionContext, 'tx' | 'organisationId'>,
  view: string,
): Promise<SignIn | null> => {
  const members = await listStaff(tx, organisationId)
  const member = members.find(({ email }) => email === emailOf(view))
  if (member !== undefined) return { organisationId, personKind: 'staff', personId: member.staffId }
  const [programme] = await listProgrammes(tx, organisationId)
  if (programme === undefined) return null
  const people = await listParticipants(tx, { organisationId, programmeId: programme.programmeId })
  const person = people.find(({ role, state }) => role === view && state === 'agreed')
  if (person === undefined) return null
  return { organisationId, personKind: 'participant', personId: person.participantId }
}

export type ViewProblem = { readonly kind: 'view.not_in_example' | 'view.unknown' }

/** Begins another sign-in, as somebody else of the example organisation. The one before stays, so that a double click does no harm. */
export const lookAs = action(
  'example.looked_at_as',
  async (
    context,
    input: { readonly view: string; readonly to: Token },
  ): Promise<Result<Done<null>, ViewProblem>> => {
    const organisation = await findOrganisation(context.tx, context.organisationId)
    if (organisation?.kind !== 'example') return fail({ kind: 'view.not_in_example' })
    const signIn = await findView(context, input.view)
    if (signIn === null) return fail({ kind: 'view.unknown' })
    await beginSignIn(context, signIn, input.to)
    return ok({ value: null, details: { view: input.view } })
  },
)
