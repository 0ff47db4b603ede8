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
import { countOpenLinks, findLink, insertLink, spendLink } from '../platform/sign-in-store.ts'
import { newToken, type Token } from '../platform/tokens.ts'
import type { Organisation } from './model.ts'
import {
  findOrganisation,
  findStaff,
  insertOrganisation,
  insertStaff,
  loadOrganisationKey,
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

/** Spends the set-up link: the organisation, its first administrator, and the administrator's sign-in. */
export const setUpOrganisation = action(
  'organisation.set_up',
  async (context, input: NewOrganisation) => {
    const link = await findLink(context.tx, input.link)
    if (!isUsable(link, context.now) || link.purpose !== 'set_up') return fail(linkNotUsable)
    await spendLink(context.tx, input.link, context.now)
    const { organisationId, staffId } = input
    await within(context, organisationId, () => insertWithAdministrator(context, input))
    return ok({ value: { organisationId, staffId }, subject: organisationId })
  },
)

const insertWithAdministrator = async (
  context: ActionContext,
  input: NewOrganisation,
): Promise<void> => {
  const { tx, masterKey } = context
  const { organisationId, staffId, name, email } = input
  const organisation: Organisation = { organisationId, kind: 'own', name: input.organisationName }
  await insertOrganisation(tx, organisation, { masterKey, organisationKey: newKey() })
  const emailKey = lookupKey(masterKey, email)
  await insertStaff(tx, organisationId, {
    staffId,
    name,
    email,
    emailKey,
    roles: ['administrator'],
  })
  const person = { organisationId, personKind: 'staff', personId: staffId } as const
  await beginSignIn(context, person, input.signIn(organisationId))
}

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
    const expiresAt = minutesAfter(now, staffLinkMinutes)
    await insertLink(tx, { token, purpose: 'staff', personId: member.staffId, expiresAt })
    const key = await loadOrganisationKey(tx, organisationId, context.masterKey)
    const text = staffMailText(member.name, `${input.publicUrl}/sign-in/link/${token.text}`)
    await writeMail(context, key, {
      purpose: 'staff_link',
      to: member.email,
      subject: 'Your link to sign in to Turnabout',
      text,
    })
    return ok({ value: null, subject: member.staffId })
  },
)

const staffMailText = (name: string, link: string): string => `Dear ${name},

Open this link and press the button to sign in:

${link}

The link works once, for ${staffLinkMinutes} minutes. If you did not ask for it, you do not need to do anything.
`
