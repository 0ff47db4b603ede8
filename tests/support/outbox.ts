/** The outbox of an organisation of its own: writing mails, delivering them, looking what became of them. */
import { ok } from '../../src/lib/result.ts'
import { deliverAll } from '../../src/organisations/delivery.ts'
import { loadOrganisationKey } from '../../src/organisations/store.ts'
import { type ActionScope, action } from '../../src/platform/action.ts'
import { enterOrganisation, type Transaction } from '../../src/platform/database.ts'
import { type Mail, type StoredMail, writeMail } from '../../src/platform/mail.ts'
import { makeSend, type SmtpLimits } from '../../src/platform/smtp.ts'
import { mailsOf } from './mailbox.ts'

export const mailFrom = 'turnabout@hospital.example'

export const aMail: Mail = {
  to: 'nadia.rahman@hospital.example',
  subject: 'Your link, Zoë',
  text: 'Dear Dr Rahman,\n\nhttps://turnabout.example/sign-in/link/secret\n',
}

export const post = action('mail.written', async (context, mail: Mail) => {
  const key = await loadOrganisationKey(context.tx, context.organisationId, context.masterKey)
  await writeMail(context, key, { purpose: 'staff_link', ...mail })
  return ok({ value: null })
})

/** Short, so that a server that hangs is given up within the patience of a test. */
export const shortLimits: SmtpLimits = {
  connectMilliseconds: 300,
  silenceMilliseconds: 300,
  wholeMilliseconds: 1000,
}

type Round = { readonly url: string; readonly limits?: SmtpLimits; readonly clock?: () => Date }

/** One round over every outbox, as a server makes it again and again. */
export const deliver = ({ database, masterKey }: ActionScope, round: Round): Promise<void> => {
  const { url: smtpUrl, limits = shortLimits } = round
  const send = makeSend({ smtpUrl, mailFrom }, limits)
  const clock = round.clock === undefined ? {} : { clock: round.clock }
  return deliverAll({ database, masterKey, send, limits, ...clock })
}

export const outboxOf = ({
  database,
  organisationId,
}: ActionScope): Promise<readonly StoredMail[]> => mailsOf(database, organisationId)

export const inOutbox = <T>(
  { database, organisationId }: ActionScope,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> =>
  database.transaction().execute(async (tx) => {
    await enterOrganisation(tx, organisationId)
    return work(tx)
  })

/** As if the time until the next attempt had passed. */
export const makeDue = (scope: ActionScope): Promise<unknown> =>
  inOutbox(scope, (tx) =>
    tx
      .updateTable('mails')
      .set({ nextAttemptAt: new Date(0) })
      .where('state', '=', 'waiting')
      .execute(),
  )
