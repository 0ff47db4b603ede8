/**
 * How a mail passes through the outbox: waiting → sending → sent, or waiting again, or failed.
 *
 * `sending` is committed before the mail server is spoken to, with a time by which it must be over. A mail found in that
 * state afterwards was in the hands of a server that has died; whether it went out, nobody knows, so it is never sent
 * again by itself. These changes are no actions: see docs/decisions/0016-a-clock-instead-of-a-queue.md.
 */
import { sql } from 'kysely'
import type { Transaction } from './database.ts'
import { type MailState, mailProblems, type SealedMail } from './mail.ts'

/** `attempts`: this one counted. */
export type TakenMail = SealedMail & { readonly attempts: number }

type Taking = { readonly now: Date; readonly until: Date }

/** Takes the next mail that is due, for this server alone. Null: none is due. */
export const takeDueMail = async (
  tx: Transaction,
  organisationId: string,
  { now, until }: Taking,
): Promise<TakenMail | null> => {
  const next = tx
    .selectFrom('mails')
    .select('mailId')
    .where('organisationId', '=', organisationId)
    .where('state', '=', 'waiting')
    .where('nextAttemptAt', '<=', now)
    .orderBy('nextAttemptAt')
    .limit(1)
    .forUpdate()
    .skipLocked()
  const row = await tx
    .updateTable('mails')
    .set({ state: 'sending', nextAttemptAt: until, attempts: sql`attempts + 1` })
    .where('organisationId', '=', organisationId)
    .where('mailId', '=', next)
    .returning(['mailId', 'sealed', 'attempts'])
    .executeTakeFirst()
  return row ?? null
}

export type Fate = {
  readonly state: Extract<MailState, 'sent' | 'waiting' | 'failed'>
  readonly nextAttemptAt: Date
  readonly lastProblem: string | null
}

/** Does nothing where the mail has been given up in the meantime: whoever took it was too slow. */
export const recordFate = async (
  tx: Transaction,
  organisationId: string,
  { mailId, attempts, fate }: Pick<TakenMail, 'mailId' | 'attempts'> & { readonly fate: Fate },
): Promise<void> => {
  await tx
    .updateTable('mails')
    .set(fate)
    .where('organisationId', '=', organisationId)
    .where('mailId', '=', mailId)
    .where('state', '=', 'sending')
    .where('attempts', '=', attempts)
    .execute()
}

/** Mails that a server took and did not come back about. */
export const giveUpAbandoned = async (
  tx: Transaction,
  organisationId: string,
  now: Date,
): Promise<void> => {
  await tx
    .updateTable('mails')
    .set({ state: 'failed', lastProblem: mailProblems.notKnown })
    .where('organisationId', '=', organisationId)
    .where('state', '=', 'sending')
    .where('nextAttemptAt', '<', now)
    .execute()
}

export const hasMail = async (
  tx: Transaction,
  organisationId: string,
  mailId: string,
): Promise<boolean> => {
  const row = await tx
    .selectFrom('mails')
    .select('mailId')
    .where('organisationId', '=', organisationId)
    .where('mailId', '=', mailId)
    .executeTakeFirst()
  return row !== undefined
}

/** False: there is no such mail, or it is known already that it did not arrive. */
export const markCameBack = async (
  tx: Transaction,
  organisationId: string,
  { mailId, lastProblem }: { readonly mailId: string; readonly lastProblem: string | null },
): Promise<boolean> => {
  const row = await tx
    .updateTable('mails')
    .set({ state: 'bounced', lastProblem })
    .where('organisationId', '=', organisationId)
    .where('mailId', '=', mailId)
    .where((is) =>
      is.or([
        is('state', 'in', ['sending', 'sent']),
        is.and([is('state', '=', 'failed'), is('lastProblem', '=', mailProblems.notKnown)]),
      ]),
    )
    .returning('mailId')
    .executeTakeFirst()
  return row !== undefined
}
