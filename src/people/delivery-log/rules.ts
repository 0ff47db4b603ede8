/** What the lead can do about a message that did not arrive. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { mailProblems } from '../../platform/mail.ts'
import type { Delivery } from './model.ts'
import type { DeliveryProblem } from './problems.ts'

/** Whether it is known, or feared, that it did not arrive. */
export const hasFailed = ({ mail: { state, lastProblem } }: Delivery): boolean =>
  state === 'bounced' || (state === 'failed' && lastProblem !== mailProblems.cancelled)

/** It was handed over, so it can be found in a mailbox as come back. */
export const canHaveComeBack = ({ mail: { state, lastProblem } }: Delivery): boolean =>
  state === 'sent' || (state === 'failed' && lastProblem === mailProblems.notKnown)

/** What can be seen without opening the mail. A notice of a changed address goes to the old one, which is over. */
export const mayOfferAgain = (delivery: Delivery): boolean =>
  hasFailed(delivery) &&
  !delivery.hasLater &&
  delivery.mail.purpose !== 'address_changed' &&
  ['invited', 'agreed'].includes(delivery.person.state) &&
  delivery.person.email !== null

export type Sending = {
  readonly delivery: Delivery
  /** The address it went to. */
  readonly to: string
  /** When the link was made that the person has now; null: they have none. */
  readonly linkSince: Date | null
}

/** @returns the address to send it to */
export const decideAgain = ({
  delivery,
  to,
  linkSince,
}: Sending): Result<string, DeliveryProblem> => {
  const { mail, person } = delivery
  if (!hasFailed(delivery)) return fail({ kind: 'delivery.not_failed' })
  if (delivery.hasLater) return fail({ kind: 'delivery.followed' })
  if (person.email === null) return fail({ kind: 'delivery.no_address' })
  if (!mayOfferAgain(delivery)) return fail({ kind: 'delivery.over' })
  if (linkSince !== null && mail.writtenAt < linkSince) return fail({ kind: 'delivery.link_ended' })
  // The link of somebody who takes part goes to nobody else: a new address gets a new link.
  if (person.state !== 'invited' && person.email !== to) return fail({ kind: 'delivery.moved' })
  return ok(person.email)
}
