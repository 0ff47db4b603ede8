/** Links and sign-ins in the database. */
import { sql } from 'kysely'
import { installationId, type Transaction } from './database.ts'
import { inStatements } from './statements.ts'
import type { Token } from './tokens.ts'

export type LinkPurpose = 'set_up' | 'staff' | 'participant'
export type PersonKind = 'staff' | 'participant'

export type Link = {
  readonly linkId: string
  readonly purpose: LinkPurpose
  readonly personId: string | null
  readonly expiresAt: Date | null
  readonly spentAt: Date | null
}

export type NewLink = {
  readonly token: Token
  readonly purpose: LinkPurpose
  readonly personId: string | null
  readonly expiresAt: Date | null
}

export const insertLink = (tx: Transaction, link: NewLink): Promise<void> => insertLinks(tx, [link])

/** Thousands at once, as when everybody is invited. */
export const insertLinks = (tx: Transaction, links: readonly NewLink[]): Promise<void> => {
  const rows = links.map(({ token, ...rest }) => ({
    organisationId: token.organisationId,
    linkId: crypto.randomUUID(),
    tokenHash: token.hash,
    ...rest,
  }))
  return inStatements(rows, {}, (some) => tx.insertInto('signInLinks').values(some).execute())
}

export const findLink = async (tx: Transaction, token: Token): Promise<Link | null> => {
  const row = await tx
    .selectFrom('signInLinks')
    .select(['linkId', 'purpose', 'personId', 'expiresAt', 'spentAt'])
    .where('organisationId', '=', token.organisationId)
    .where('tokenHash', '=', token.hash)
    .executeTakeFirst()
  return row === undefined ? null : { ...row, purpose: purposeOf(row.purpose) }
}

const purposeOf = (text: string): LinkPurpose => {
  if (text === 'set_up' || text === 'staff' || text === 'participant') return text
  throw new Error(`A sign-in link for an unknown purpose: ${text}`)
}

export const spendLink = async (tx: Transaction, token: Token, now: Date): Promise<void> => {
  await tx
    .updateTable('signInLinks')
    .set({ spentAt: now })
    .where('organisationId', '=', token.organisationId)
    .where('tokenHash', '=', token.hash)
    .execute()
}

/** All set-up links that are still open: each start of the server makes one, and one set-up closes them all. */
export const spendSetUpLinks = async (tx: Transaction, now: Date): Promise<void> => {
  await tx
    .updateTable('signInLinks')
    .set({ spentAt: now })
    .where('organisationId', '=', installationId)
    .where('purpose', '=', 'set_up')
    .where('spentAt', 'is', null)
    .execute()
}

/** Links of one person that could still be used: a limit on how many mails somebody can be sent. */
export const countOpenLinks = async (
  tx: Transaction,
  organisationId: string,
  { personId, now }: { readonly personId: string; readonly now: Date },
): Promise<number> => {
  const { n } = await tx
    .selectFrom('signInLinks')
    .select(sql<number>`count(*)::integer`.as('n'))
    .where('organisationId', '=', organisationId)
    .where('personId', '=', personId)
    .where('spentAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirstOrThrow()
  return n
}

export type SignIn = {
  readonly organisationId: string
  readonly personKind: PersonKind
  readonly personId: string
}

export const insertSignIn = async (
  tx: Transaction,
  signIn: SignIn & { readonly token: Token; readonly expiresAt: Date },
): Promise<void> => {
  const { token, ...rest } = signIn
  await tx
    .insertInto('signIns')
    .values({ signInId: crypto.randomUUID(), tokenHash: token.hash, ...rest })
    .execute()
}

export const findSignIn = async (
  tx: Transaction,
  token: Token,
  now: Date,
): Promise<SignIn | null> => {
  const row = await tx
    .selectFrom('signIns')
    .select(['organisationId', 'personKind', 'personId'])
    .where('organisationId', '=', token.organisationId)
    .where('tokenHash', '=', token.hash)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  if (row === undefined) return null
  return { ...row, personKind: row.personKind === 'staff' ? 'staff' : 'participant' }
}

export const deleteSignIn = async (tx: Transaction, token: Token): Promise<void> => {
  await tx
    .deleteFrom('signIns')
    .where('organisationId', '=', token.organisationId)
    .where('tokenHash', '=', token.hash)
    .execute()
}

/** Their links no longer let them in, and wherever they are signed in they are signed out. */
export const endAccess = async (
  tx: Transaction,
  { organisationId, personKind, personId }: SignIn,
): Promise<void> => {
  await tx
    .deleteFrom('signInLinks')
    .where('organisationId', '=', organisationId)
    .where('purpose', '=', personKind)
    .where('personId', '=', personId)
    .execute()
  await tx
    .deleteFrom('signIns')
    .where('organisationId', '=', organisationId)
    .where('personKind', '=', personKind)
    .where('personId', '=', personId)
    .execute()
}
