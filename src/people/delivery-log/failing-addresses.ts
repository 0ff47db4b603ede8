/**
 * Whose address does not take messages about their pair. Which message it was, and when, would tell which pair the person
 * is in: it is told from the next day on, together with everybody else's, and never for a nudge.
 */
import { dayOf } from '../../lib/dates.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import { openMail } from '../../platform/mail.ts'
import type { Place } from '../store.ts'
import { listFailedPairMails } from './failing-address-store.ts'
import type { FailingAddress } from './model.ts'

type Asked = Place & { readonly organisationKey: Key; readonly now: Date }

/** By name. A message that went to a delegate, or to an address of before, says nothing about the person's own of now. */
export const loadFailingAddresses = async (
  tx: Transaction,
  { organisationKey, now, ...place }: Asked,
): Promise<readonly FailingAddress[]> => {
  const failed = await listFailedPairMails(tx, place, dayOf(now))
  const own = failed.filter((mail) => openMail(organisationKey, mail).to === mail.email)
  return own
    .filter((one, place) => one.participantId !== own[place - 1]?.participantId)
    .map(({ participantId, name }) => ({ participantId, name }))
}
