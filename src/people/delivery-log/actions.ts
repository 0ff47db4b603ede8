/** The lead sends a message again, or notes that it came back. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { loadOrganisationKey } from '../../organisations/store.ts'
import { action, type Done } from '../../platform/action.ts'
import { contentOf, findMail, writeMail } from '../../platform/mail.ts'
import { markCameBack } from '../../platform/mail-delivery.ts'
import { findInvitation } from '../inviting/invitation-store.ts'
import type { DeliveryProblem } from './problems.ts'
import { decideAgain } from './rules.ts'
import { findDelivery } from './store.ts'

export type ChosenMail = { readonly programmeId: string; readonly mailId: string }

type Outcome = Result<Done<null>, DeliveryProblem>

/** A new message with the same words, to the address that the person has now. */
export const sendAgain = action(
  'mail.sent_again',
  async (context, { programmeId, mailId }: ChosenMail): Promise<Outcome> => {
    const { tx, organisationId, masterKey } = context
    const place = { organisationId, programmeId }
    const key = await loadOrganisationKey(tx, organisationId, masterKey)
    const delivery = await findDelivery(tx, place, mailId)
    const mail = await findMail(tx, { organisationId, mailId }, key)
    if (delivery === null || mail === null) return fail({ kind: 'delivery.unknown' })
    const { participantId } = delivery.person
    const invitation = await findInvitation(tx, place, participantId)
    const linkSince = invitation?.invitedAt ?? null
    const to = decideAgain({ delivery, to: mail.to, linkSince })
    if (!to.ok) return to
    const again = { ...contentOf(mail), to: to.value }
    await writeMail(context, key, { purpose: mail.purpose, about: participantId, ...again })
    return ok({ value: null, subject: mailId })
  },
)

/** Somebody found it in the mailbox of the sender. */
export const noteCameBack = action(
  'mail.came_back',
  async ({ tx, organisationId }, { programmeId, mailId }: ChosenMail): Promise<Outcome> => {
    const delivery = await findDelivery(tx, { organisationId, programmeId }, mailId)
    if (delivery === null) return fail({ kind: 'delivery.unknown' })
    const isNew = await markCameBack(tx, organisationId, { mailId, lastProblem: null })
    if (!isNew) return fail({ kind: 'delivery.not_sent' })
    return ok({ value: null, subject: mailId })
  },
)
