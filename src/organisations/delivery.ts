/**
 * Sends what is in the outbox, as soon as there is a mail server. A mail is sent once at most: it is marked before the
 * server is spoken to, and what is found marked later is not sent again.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { ActionScope } from '../platform/action.ts'
import type { Config } from '../platform/config.ts'
import {
  type Database,
  enterOrganisation,
  installationId,
  read,
  type Transaction,
} from '../platform/database.ts'
import type { Key } from '../platform/keys.ts'
import type { Logger } from '../platform/log.ts'
import { openMail } from '../platform/mail.ts'
import { giveUpAbandoned, recordFate, takeDueMail } from '../platform/mail-delivery.ts'
import { type Send, type SmtpLimits, usualLimits } from '../platform/smtp.ts'
import { fateAfter } from './mail-fate.ts'
import { listOrganisations, loadOrganisationKey } from './store.ts'

type DeliveryParts = {
  readonly database: Database
  readonly masterKey: Key
  readonly config: Pick<Config, 'smtpUrl' | 'mailFrom'>
  readonly logger: Logger
}

const pauseMilliseconds = 1000
/** What is on its way when the server is asked to stop may still arrive. */
const drainMilliseconds = 5000
/** Mails under way at once, so that one that hangs holds up no other. Some mail services allow three and no more. */
const lanes = 3
/** Beyond the time that a mail may take: how long until a mail that nobody reports about is given up. */
const graceMilliseconds = 60_000

export const startDelivery = (
  parts: DeliveryParts,
  limits: SmtpLimits = usualLimits,
): { readonly stop: () => Promise<void> } => {
  const { smtpUrl } = parts.config
  if (smtpUrl === null) return { stop: async () => undefined }
  const [stopping, cutting] = [new AbortController(), new AbortController()]
  const running = run({ ...parts, smtpUrl, limits }, stopping.signal, cutting.signal)
  return {
    stop: async () => {
      stopping.abort()
      const drain = setTimeout(() => cutting.abort(), drainMilliseconds)
      await running
      clearTimeout(drain)
    },
  }
}

type RunParts = DeliveryParts & { readonly smtpUrl: string; readonly limits: SmtpLimits }

const run = async (parts: RunParts, stopping: AbortSignal, cutting: AbortSignal): Promise<void> => {
  const { database, masterKey, config, limits, smtpUrl } = parts
  const { makeSend } = await import('../platform/smtp.ts')
  const send = makeSend({ smtpUrl, mailFrom: config.mailFrom }, limits)
  const delivery = { database, masterKey, send, limits, stopping, cutting }
  while (!stopping.aborted) {
    await deliverAll(delivery).catch((error: unknown) => {
      parts.logger.error({ error }, 'delivery failed')
    })
    await wait(pauseMilliseconds, null, { signal: stopping }).catch(() => null)
  }
}

export type Delivery = {
  readonly database: Database
  readonly masterKey: Key
  readonly send: Send
  readonly limits: SmtpLimits
  /** Nothing new is begun from then on; absent: all that is due is sent. */
  readonly stopping?: AbortSignal
  /** What has begun is cut off. */
  readonly cutting?: AbortSignal
  /** What time it is. */
  readonly clock?: () => Date
}

/** Every mail that is due, of every organisation; what is wrong in one holds up no other, and is told at the end. */
export const deliverAll = async (delivery: Delivery): Promise<void> => {
  const { database, masterKey } = delivery
  const organisations = await read(database, installationId, listOrganisations)
  const faults: unknown[] = []
  for (const { organisationId } of organisations) {
    const scope = { database, masterKey, organisationId }
    await deliverAllOf(scope, delivery).catch((error: unknown) => faults.push(error))
  }
  if (faults.length > 0) throw new AggregateError(faults, 'Some mails could not be handled.')
}

type Scope = Pick<ActionScope, 'database' | 'masterKey' | 'organisationId'>

const deliverAllOf = async (scope: Scope, delivery: Delivery): Promise<void> => {
  const { organisationId } = scope
  await write(scope, (tx) => giveUpAbandoned(tx, organisationId, timeOf(delivery)))
  const lane = async () => {
    while (delivery.stopping?.aborted !== true && (await deliverNext(scope, delivery)));
  }
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane))
  const faults = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
  if (faults.length > 0) throw new AggregateError(faults, 'Some mails could not be handled.')
}

const timeOf = ({ clock }: Delivery): Date => clock?.() ?? new Date()

const write = <T>({ database, organisationId }: Scope, work: (tx: Transaction) => Promise<T>) =>
  database.transaction().execute(async (tx) => {
    await enterOrganisation(tx, organisationId)
    return work(tx)
  })

/** False: nothing is due. No transaction is open while the mail server is spoken to. */
const deliverNext = async (scope: Scope, delivery: Delivery): Promise<boolean> => {
  const taken = await write(scope, (tx) => takeNext(tx, scope, delivery))
  if (taken === null) return false
  const { mailId, attempts, organisationKey } = taken
  // Should it not open, it is given up like one that nobody reports about: it holds up no other.
  const mail = { mailId, ...openMail(organisationKey, taken) }
  const outcome = await delivery.send(mail, delivery.cutting ?? new AbortController().signal)
  const fate = fateAfter(outcome, { attempts, now: timeOf(delivery) })
  await write(scope, (tx) => recordFate(tx, scope.organisationId, { mailId, attempts, fate }))
  return true
}

const takeNext = async (
  tx: Transaction,
  { organisationId, masterKey }: Scope,
  delivery: Delivery,
) => {
  const now = timeOf(delivery)
  const { wholeMilliseconds } = delivery.limits
  const until = new Date(now.getTime() + wholeMilliseconds + graceMilliseconds)
  const taken = await takeDueMail(tx, organisationId, { now, until })
  if (taken === null) return null
  const organisationKey = await loadOrganisationKey(tx, organisationId, masterKey)
  return { ...taken, organisationKey }
}
