/** Sends what is in the outbox, as soon as there is a mail server; retries for two days, then says that it failed. */
import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'
import type { ActionScope } from '../platform/action.ts'
import type { Config } from '../platform/config.ts'
import { type Database, enterOrganisation, installationId, read } from '../platform/database.ts'
import type { Key } from '../platform/keys.ts'
import type { Logger } from '../platform/log.ts'
import { recordDelivery, takeWaitingMail, type WaitingMail } from '../platform/mail.ts'
import { listOrganisations, loadOrganisationKey } from './store.ts'

type DeliveryParts = {
  readonly database: Database
  readonly masterKey: Key
  readonly config: Pick<Config, 'smtpUrl' | 'mailFrom'>
  readonly logger: Logger
}

type Send = (mail: WaitingMail) => Promise<void>

const pauseMilliseconds = 1000
/** 1, 2, 4 … minutes, one hour at most: with 54 attempts a mail server may be away for two days. */
const mostAttempts = 54
const delayMinutes = (attempt: number): number => Math.min(2 ** attempt, 60)

export const startDelivery = (parts: DeliveryParts): { readonly stop: () => Promise<void> } => {
  const { smtpUrl } = parts.config
  if (smtpUrl === null) return { stop: async () => undefined }
  const stopping = new AbortController()
  const running = run(parts, smtpUrl, stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

const run = async (parts: DeliveryParts, smtpUrl: string, stopping: AbortSignal): Promise<void> => {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport(smtpUrl)
  const send: Send = async ({ to, subject, text }) => {
    await transport.sendMail({ from: parts.config.mailFrom, to, subject, text })
  }
  while (!stopping.aborted) {
    await deliverAll(parts, send).catch((error: unknown) => {
      parts.logger.error({ error }, 'delivery failed')
    })
    await wait(pauseMilliseconds, null, { signal: stopping }).catch(() => null)
  }
  transport.close()
}

/** Every mail that is due, of every organisation; what is wrong in one holds up no other, and is told at the end. */
export const deliverAll = async (
  { database, masterKey }: Pick<DeliveryParts, 'database' | 'masterKey'>,
  send: Send,
): Promise<void> => {
  const organisations = await read(database, installationId, listOrganisations)
  const faults: unknown[] = []
  for (const { organisationId } of organisations) {
    const scope = { database, masterKey, organisationId }
    await deliverAllOf(scope, send).catch((error: unknown) => faults.push(error))
  }
  if (faults.length > 0) throw new AggregateError(faults, 'Some mails could not be handled.')
}

const deliverAllOf = async (scope: Scope, send: Send): Promise<void> => {
  while (await deliverNext(scope, send));
}

type Scope = Pick<ActionScope, 'database' | 'masterKey' | 'organisationId'>

/** The row stays locked while the mail is sent, so that another server does not send it too. */
const deliverNext = ({ database, masterKey, organisationId }: Scope, send: Send) =>
  database.transaction().execute(async (tx) => {
    await enterOrganisation(tx, organisationId)
    const organisationKey = await loadOrganisationKey(tx, organisationId, masterKey)
    const now = new Date()
    const mail = await takeWaitingMail(tx, organisationId, { organisationKey, now })
    if (mail === null) return false
    const problem = await send(mail).then(() => null, replyCode)
    await recordDelivery(tx, organisationId, fateOf(mail, problem, now))
    return true
  })

const refusal = z.object({ responseCode: z.number().optional(), code: z.string().optional() })

/** The mail server's code alone: its words often quote the address. */
const replyCode = (error: unknown): string => {
  const known = refusal.safeParse(error)
  const code = known.success ? (known.data.responseCode ?? known.data.code) : undefined
  return String(code ?? 'no reply')
}

const fateOf = (mail: WaitingMail, problem: string | null, now: Date) => {
  const isFinal = problem !== null && (mail.attempts + 1 >= mostAttempts || /^5\d\d$/.test(problem))
  const state = problem === null ? 'sent' : isFinal ? 'failed' : 'waiting'
  const nextAttemptAt = new Date(now.getTime() + delayMinutes(mail.attempts) * 60_000)
  return { mailId: mail.mailId, state, nextAttemptAt, lastProblem: problem } as const
}
