/** Setting up the installation, an organisation of one's own, and letting its staff in. */
import { fail, ok, type Result } from '../lib/result.ts'
import { type ActionContext, action, type Done } from '../platform/action.ts'
import { enterOrganisation, installationId } from '../platform/database.ts'
import { lookupKey, newKey } from '../platform/keys.ts'
import { writeMail } from '../platform/mail.ts'
import {
  beginSignIn,
  isUsable,
  linkNotUsable,
  minutesAfter,
  staffLinkMinutes,
} from '../platform/sign-in.ts'
import { countOpenLinks, findLink, insertLink, spendSetUpLinks } from '../platform/sign-in-store.ts'
import { newToken, type Token } from '../platform/tokens.ts'
import type { Organisation } from './model.ts'
import {
  findOrganisation,
  findStaff,
  insertOrganisation,
  insertStaff,
  listOrganisations,
  listStaff,
  loadOrganisationKey,
  renameOrganisation,
} from './store.ts'

const setUpLinkHours = 24
const linksAtOnce = 5

/** Makes the row that stands for the installation, once. */
export const prepareInstallation = action(
  'installation.prepared',
  async (context, name: string) => {
    const { tx, masterKey } = context
    if (await findOrganisation(tx, installationId)) return fail({ kind: 'installation.exists' })
    const installation = { organisationId: installationId, kind: 'installation', name } as const
    await insertOrganisation(tx, installation, { masterKey, organisationKey: newKey() })
    return ok({ value: null })
  },
)

/** A link for whoever started the server: it opens the set-up page until somebody has set up. */
export const makeSetUpLink = action('set_up_link.made', async (context, token: Token) => {
  const expiresAt = minutesAfter(context.now, setUpLinkHours * 60)
  await insertLink(context.tx, { token, purpose: 'set_up', personId: null, expiresAt })
  return ok({ value: null })
})

export type NewOrganisation = {
  readonly link: Token
  readonly organisationId: string
  readonly staffId: string
  readonly organisationName: string
  readonly name: string
  readonly email: string
  /** Of the administrator's first sign-in. */
  readonly signIn: (organisationId: string) => Token
}

/**
 * Spends the set-up link, and all others of its kind: the organisation, its first administrator, and the administrator's sign-in.
 * An organisation that an import made, and that nobody runs yet, becomes theirs.
 */
export const setUpOrganisation = action(
  'organisation.set_up',
  async (context, input: NewOrganisation) => {
    const { tx } = context
    const link = await findLink(tx, input.link)
    if (!isUsable(link, context.now) || link.purpose !== 'set_up') return fail(linkNotUsable)
    await spendSetUpLinks(tx, context.now)
    const own = (await listOrganisations(tx)).filter(({ kind }) => kind === 'own')
    const waiting = await findWithoutStaff(context, own)
    const organisationId = waiting?.organisationId ?? input.organisationId
    await within(context, organisationId, async () => {
      if (waiting === null) await insertOwn(context, organisationId, input.organisationName)
      else await renameOrganisation(tx, organisationId, input.organisationName)
      await insertAdministrator(context, organisationId, input)
    })
    return ok({ value: { organisationId }, subject: organisationId })
  },
)

const findWithoutStaff = async (
  context: ActionContext,
  organisations: readonly Organisation[],
): Promise<Organisation | null> => {
  for (const organisation of organisations) {
    const { organisationId } = organisation
    const staff = await within(context, organisationId, () => listStaff(context.tx, organisationId))
    if (staff.length === 0) return organisation
  }
  return null
}

const insertOwn = async (
  { tx, masterKey }: ActionContext,
  organisationId: string,
  name: string,
): Promise<void> => {
  const organisation: Organisation = { organisationId, kind: 'own', name }
  await insertOrganisation(tx, organisation, { masterKey, organisationKey: newKey() })
}

const insertAdministrator = async (
  context: ActionContext,
  organisationId: string,
  { staffId, name, email, signIn }: NewOrganisation,
): Promise<void> => {
  const emailKey = lookupKey(context.masterKey, email)
  const roles = ['administrator'] as const
  await insertStaff(context.tx, organisationId, { staffId, name, email, emailKey, roles })
  const person = { organisationId, personKind: 'staff', personId: staffId } as const
  await beginSignIn(context, person, signIn(organisationId))
}

export type NewStaff = { readonly staffId: string; readonly name: string; readonly email: string }

/** Somebody who will run programmes; which roles they get is decided in each programme. */
export const addStaff = action(
  'staff.added',
  async (context, member: NewStaff): Promise<Result<Done<null>, StaffProblem>> => {
    const { tx, organisationId, masterKey } = context
    const emailKey = lookupKey(masterKey, member.email)
    const isKnown = (await listStaff(tx, organisationId)).some((known) =>
      lookupKey(masterKey, known.email).equals(emailKey),
    )
    if (isKnown) return fail({ kind: 'staff.email_taken' })
    await insertStaff(tx, organisationId, { ...member, emailKey, roles: [] })
    return ok({ value: null, subject: member.staffId })
  },
)

export type StaffProblem = { readonly kind: 'staff.email_taken' }

/** An organisation without anybody in it yet, made at the command line. */
export const foundOrganisation = action(
  'organisation.founded',
  async (context, organisation: Organisation) => {
    const { tx, masterKey } = context
    const { organisationId } = organisation
    await within(context, organisationId, () =>
      insertOrganisation(tx, organisation, { masterKey, organisationKey: newKey() }),
    )
    return ok({ value: null, subject: organisationId })
  },
)

/** Works for another organisation inside this transaction, then comes back (the audit entry is this one's). */
export const within = async <T>(
  context: ActionContext,
  organisationId: string,
  work: () => Promise<T>,
): Promise<T> => {
  await enterOrganisation(context.tx, organisationId)
  const result = await work()
  await enterOrganisation(context.tx, context.organisationId)
  return result
}

type StaffLinkProblem = { readonly kind: 'staff.unknown' | 'links.too_many' }

/** Mails a member of staff a link that lets in once, for ten minutes. */
export const mailStaffLink = action(
  'sign_in_link.mailed',
  async (
    context,
    input: { readonly staffId: string; readonly publicUrl: string },
  ): Promise<Result<Done<null>, StaffLinkProblem>> => {
    const { tx, organisationId, now } = context
    const member = await findStaff(tx, organisationId, input.staffId)
    if (member === null) return fail({ kind: 'staff.unknown' })
    const open = await countOpenLinks(tx, organisationId, { personId: member.staffId, now })
    if (open >= linksAtOnce) return fail({ kind: 'links.too_many' })
    const token = newToken(organisationId)
    await insertStaffLink(context, member.staffId, token)
    const key = await loadOrganisationKey(tx, organisationId, context.masterKey)
    await writeMail(context, key, {
      purpose: 'staff_link',
      to: member.email,
      subject: 'Your link to sign in to Turnabout',
      text: staffMailText(member.name, linkAddress(input.publicUrl, token)),
    })
    return ok({ value: null, subject: member.staffId })
  },
)

export type StaffLink = { readonly staffId: string; readonly token: Token }

/** The same link for the operator to hand on: when there is no mail, or nobody can sign in any more. */
export const makeStaffLink = action(
  'sign_in_link.made',
  async (context, { staffId, token }: StaffLink) => {
    await insertStaffLink(context, staffId, token)
    return ok({ value: null, subject: staffId })
  },
)

const insertStaffLink = async (
  { tx, now }: ActionContext,
  personId: string,
  token: Token,
): Promise<void> => {
  const expiresAt = minutesAfter(now, staffLinkMinutes)
  await insertLink(tx, { token, purpose: 'staff', personId, expiresAt })
}

export const linkAddress = (publicUrl: string, token: Token): string =>
  `${publicUrl}/sign-in/link/${token.text}`

const staffMailText = (name: string, link: string): string => `Dear ${name},

Open this link and press the button to sign in:

${link}

The link works once, for ${staffLinkMinutes} minutes. If you did not ask for it, you do not need to do anything.
`
