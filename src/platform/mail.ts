/**
 * The outbox. A mail is written in the transaction of the change it tells about and sent afterwards, so that no change
 * goes untold and no mail tells of a change that did not happen. Without SMTP mails wait in the outbox.
 */
import * as z from 'zod'
import type { ActionContext } from './action.ts'
import type { Transaction } from './database.ts'
import { type Key, seal, unseal } from './keys.ts'
import { inStatements } from './statements.ts'

export const calendarMethods = ['REQUEST', 'CANCEL'] as const
export type CalendarMethod = (typeof calendarMethods)[number]

/** What the recipient's calendar takes in: iCalendar text, and its method once more for the mail around it. */
const calendarSchema = z.object({ method: z.enum(calendarMethods), text: z.string() })

const mailSchema = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  calendar: calendarSchema.exactOptional(),
})
export type Mail = z.infer<typeof mailSchema>

export const mailStates = ['waiting', 'sending', 'sent', 'failed', 'bounced'] as const
export type MailState = (typeof mailStates)[number]

/** What became of a mail, without what it says. */
export type MailRecord = {
  readonly mailId: string
  readonly purpose: string
  /** The participant to whom it goes; null for staff. */
  readonly about: string | null
  readonly state: MailState
  readonly attempts: number
  readonly writtenAt: Date
  readonly nextAttemptAt: Date
  /** The mail server's code, or a word of `mailProblems`; null where there is none. */
  readonly lastProblem: string | null
}
export type StoredMail = Mail & MailRecord

/** Why a mail was not sent, or may not have been, where no mail server said so. */
export const mailProblems = {
  /** The server had begun to take it, and never said that it had: it is not sent again by itself. */
  notKnown: 'not_known',
  /** What stands where the address should be is none. */
  noAddress: 'no_address',
  /** Taken back before it was sent. */
  cancelled: 'cancelled',
} as const

/** The header by which a mail that comes back is known: some services change the Message-ID on the way. */
export const ownHeader = 'X-Turnabout-Mail'

const contextOf = (mailId: string): string => `mails/${mailId}`

/** `about`: the participant to whom it goes; absent for staff. */
export type NewMail = Mail & { readonly purpose: string; readonly about?: string | null }

export const writeMail = (
  context: ActionContext,
  organisationKey: Key,
  mail: NewMail,
): Promise<void> => writeMails(context, organisationKey, [mail])

/** Thousands at once, as when everybody is invited. */
export const writeMails = (
  { tx, organisationId, now }: ActionContext,
  organisationKey: Key,
  mails: readonly NewMail[],
): Promise<void> => {
  const rows = mails.map(({ purpose, about = null, ...mail }) => {
    const mailId = crypto.randomUUID()
    const sealed = seal(organisationKey, JSON.stringify(mail), contextOf(mailId))
    return { mailId, purpose, about, sealed, nextAttemptAt: now, writtenAt: now }
  })
  return inStatements(rows, { organisationId }, (some) =>
    tx.insertInto('mails').values(some).execute(),
  )
}

type Cancelling = {
  readonly organisationId: string
  readonly participantId: string
  /** Purposes of mails that go out all the same. */
  readonly keep?: readonly string[]
}

/**
 * Takes back what still waits for a participant who has declined or withdrawn, or whose link has ended: a reminder that
 * comes after that is worse than none. What is on its way already cannot be taken back.
 */
export const cancelMailsOf = async (
  tx: Transaction,
  { organisationId, participantId, keep = [] }: Cancelling,
): Promise<void> => {
  await tx
    .updateTable('mails')
    .set({ state: 'failed', lastProblem: mailProblems.cancelled })
    .where('organisationId', '=', organisationId)
    .where('about', '=', participantId)
    .where('state', '=', 'waiting')
    .$if(keep.length > 0, (query) => query.where('purpose', 'not in', keep))
    .execute()
}

export const mailRecordColumns = [
  'mailId',
  'purpose',
  'about',
  'state',
  'attempts',
  'writtenAt',
  'nextAttemptAt',
  'lastProblem',
] as const

/** Those that go to no participant, the latest first. */
export const listStaffMails = async (
  tx: Transaction,
  organisationId: string,
  organisationKey: Key,
): Promise<readonly StoredMail[]> => {
  const rows = await mailsOf(tx, organisationId)
    .where('about', 'is', null)
    .orderBy('writtenAt', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => storedMail(row, organisationKey))
}

const mailsOf = (tx: Transaction, organisationId: string) =>
  tx
    .selectFrom('mails')
    .select([...mailRecordColumns, 'sealed'])
    .where('organisationId', '=', organisationId)

type Row = Awaited<ReturnType<ReturnType<typeof mailsOf>['execute']>>[number]

const storedMail = ({ sealed, ...record }: Row, organisationKey: Key): StoredMail => ({
  ...record,
  state: mailStateOf(record.state),
  ...openMail(organisationKey, { mailId: record.mailId, sealed }),
})

/** Null: the organisation has no such mail. */
export const findMail = async (
  tx: Transaction,
  { organisationId, mailId }: { readonly organisationId: string; readonly mailId: string },
  organisationKey: Key,
): Promise<StoredMail | null> => {
  const row = await mailsOf(tx, organisationId).where('mailId', '=', mailId).executeTakeFirst()
  return row === undefined ? null : storedMail(row, organisationKey)
}

/** What it says, without what became of it. */
export const contentOf = (mail: StoredMail): Mail => mailSchema.parse(mail)

export const mailStateOf = (text: string): MailState => {
  const state = mailStates.find((known) => known === text)
  if (state === undefined) throw new Error(`A mail in an unknown state: ${text}`)
  return state
}

export type SealedMail = { readonly mailId: string; readonly sealed: Buffer }

export const openMail = (organisationKey: Key, { mailId, sealed }: SealedMail): Mail =>
  mailSchema.parse(JSON.parse(unseal(organisationKey, sealed, contextOf(mailId)).toString('utf8')))
