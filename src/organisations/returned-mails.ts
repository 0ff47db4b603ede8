/** What the operator hands in from the mailbox of the sender: marks the mails that came back. */
import { fail, ok, type Result } from '../lib/result.ts'
import { action, type Done } from '../platform/action.ts'
import { installationId, read } from '../platform/database.ts'
import { type Installation, type Outcome, withInstallation } from '../platform/installation.ts'
import { hasMail, markCameBack } from '../platform/mail-delivery.ts'
import { messagesIn, type ReturnedMail, readReturnedMail } from './returned-mail.ts'
import { operatorScope } from './set-up.ts'
import { listOrganisations } from './store.ts'

/** `unknown`: it came back, but it is no mail of this installation, or is known to have come back. */
export type Marking =
  | { readonly kind: 'marked'; readonly mailId: string }
  | { readonly kind: 'unknown' | 'late' | 'not_returned' }

type Returned = { readonly mailId: string; readonly code: string | null }
type MarkProblem = { readonly kind: 'mail.not_sent' }

const markReturned = action(
  'mail.came_back',
  async (
    { tx, organisationId },
    { mailId, code }: Returned,
  ): Promise<Result<Done<null>, MarkProblem>> => {
    const isNew = await markCameBack(tx, organisationId, { mailId, lastProblem: code })
    return isNew ? ok({ value: null, subject: mailId }) : fail({ kind: 'mail.not_sent' })
  },
)

/** From the command line; one marking for each message in the text. */
export const markReturnedMails = (
  environment: Readonly<Record<string, string | undefined>>,
  text: string,
): Promise<Outcome<readonly Marking[]>> =>
  withInstallation(environment, async (installation) =>
    ok(await markMessages(installation, messagesIn(text))),
  )

export const markMessages = async (
  installation: Pick<Installation, 'database' | 'masterKey'>,
  messages: readonly string[],
): Promise<readonly Marking[]> => {
  const markings: Marking[] = []
  for (const message of messages) {
    markings.push(await mark(installation, readReturnedMail(message)))
  }
  return markings
}

const mark = async (
  installation: Pick<Installation, 'database' | 'masterKey'>,
  mail: ReturnedMail,
): Promise<Marking> => {
  if (mail.kind !== 'returned') return mail
  const { database } = installation
  for (const { organisationId } of await read(database, installationId, listOrganisations)) {
    for (const mailId of mail.mailIds) {
      const isHere = await read(database, organisationId, (tx) =>
        hasMail(tx, organisationId, mailId),
      )
      if (!isHere) continue
      const scope = operatorScope(installation, organisationId)
      const marked = await markReturned(scope, { mailId, code: mail.code })
      if (marked.ok) return { kind: 'marked', mailId }
    }
  }
  return { kind: 'unknown' }
}
