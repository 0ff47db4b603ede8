/**
 * The outbox. A mail is written in the transaction of the change it tells about and sent afterwards, so that no change
 * goes untold and no mail tells of a change that did not happen. Without SMTP mails wait in the outbox, where an
 * administrator can read them and copy the links.
 */
import { sql } from 'kysely'
import * as z from 'zod'
import type { ActionContext } from './action.ts'
import type { Transaction } from './database.ts'
import { type Key, seal, unseal } from './keys.ts'

const mailSchema = z.object({ to: z.string(), subject: z.string(), text: z.string() })
export type Mail = z.infer<typeof mailSchema>

export const mailStates = ['waiting', 'sending', 'sent', 'failed', 'bounced'] as const
export type MailState = (typeof mailStates)[number]

export type StoredMail = Mail & {
  readonly mailId: string
  readonly state: MailState
  readonly attempts: number
  readonly writtenAt: Date
  readonly lastProblem: string | null
}

const contextOf = (mailId: string): string => `mails/${mailId}`

/** `about`: the participant to whom it goes; absent for staff. */
export type NewMail = Mail & { readonly purpose: string; readonly about?: string | null }

export const writeMail = async (
  context: ActionContext,
  organisationKey: Key,
  { purpose, about = null, ...mail }: NewMail,
): Promise<void> => {
  const mailId = crypto.randomUUID()
  await context.tx
    .insertInto('mails')
    .values({
      organisationId: context.organisationId,
      mailId,
      purpose,
      about,
      sealed: seal(organisationKey, JSON.stringify(mail), contextOf(mailId)),
      nextAttemptAt: context.now,
      writtenAt: context.now,
    })
    .execute()
}

/** The latest first. */
export const listMails = async (
  tx: Transaction,
  organisationId: string,
  organisationKey: Key,
): Promise<readonly StoredMail[]> => {
  const rows = await tx
    .selectFrom('mails')
    .select(['mailId', 'sealed', 'state', 'attempts', 'writtenAt', 'lastProblem'])
    .where('organisationId', '=', organisationId)
    .orderBy('writtenAt', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    state: stateOf(row.state),
    ...openMail(organisationKey, row.mailId, sealed),
  }))
}

const stateOf = (text: string): MailState => {
  const state = mailStates.find((known) => known === text)
  if (state === undefined) throw new Error(`A mail in an unknown state: ${text}`)
  return state
}

const openMail = (organisationKey: Key, mailId: string, sealed: Buffer): Mail =>
  mailSchema.parse(JSON.parse(unseal(organisationKey, sealed, contextOf(mailId)).toString('utf8')))

export type WaitingMail = Mail & { readonly mailId: string; readonly attempts: number }

/** Takes the next mail that is due and keeps others from taking it until the transaction ends. */
export const takeWaitingMail = async (
  tx: Transaction,
  organisationId: string,
  { organisationKey, now }: { readonly organisationKey: Key; readonly now: Date },
): Promise<WaitingMail | null> => {
  const row = await tx
    .selectFrom('mails')
    .select(['mailId', 'sealed', 'attempts'])
    .where('organisationId', '=', organisationId)
    .where('state', '=', 'waiting')
    .where('nextAttemptAt', '<=', now)
    .orderBy('nextAttemptAt')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (row === undefined) return null
  const { sealed, ...rest } = row
  return { ...rest, ...openMail(organisationKey, row.mailId, sealed) }
}

export const recordDelivery = async (
  tx: Transaction,
  organisationId: string,
  fate: {
    readonly mailId: string
    readonly state: StoredMail['state']
    readonly nextAttemptAt: Date
    readonly lastProblem: string | null
  },
): Promise<void> => {
  const { mailId, ...changes } = fate
  await tx
    .updateTable('mails')
    .set({ ...changes, attempts: sql`attempts + 1` })
    .where('organisationId', '=', organisationId)
    .where('mailId', '=', mailId)
    .execute()
}
