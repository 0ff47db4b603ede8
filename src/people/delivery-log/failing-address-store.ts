/** Messages about pairs that did not arrive, as far as they say that an address does not work. */
import { sql } from 'kysely'
import type { Transaction } from '../../platform/database.ts'
import { mailProblems, type SealedMail } from '../../platform/mail.ts'
import type { Place } from '../store.ts'
import { delegatePurpose, listedPurposes, nudgePurpose, pairPurposePrefix } from './model.ts'

/** The person to whom it was about to go. */
export type FailedMail = SealedMail & {
  readonly participantId: string
  readonly name: string
  readonly email: string | null
}

const isAboutPair = (table: 'mails' | 'later') =>
  sql<boolean>`starts_with(${sql.ref(`${table}.purpose`)}, ${pairPurposePrefix})
    and ${sql.ref(`${table}.purpose`)} <> ${nudgePurpose}`

const writtenBefore = (table: 'mails' | 'later', today: string) =>
  sql<boolean>`(${sql.ref(`${table}.written_at`)} at time zone 'Europe/London')::date < ${today}::date`

/** A later one that arrived shows that the address works again. */
const hasArrivedSince = (today: string) => sql<boolean>`exists (
  select from mails as later
  where later.organisation_id = mails.organisation_id and later.about = mails.about
    and later.written_at > mails.written_at and later.state = 'sent'
    and later.purpose <> ${delegatePurpose}
    and ${writtenBefore('later', today)}
    and (later.purpose in (${sql.join([...listedPurposes.keys()])}) or ${isAboutPair('later')}))`

/** Those written before today, to people who take part, by name. */
export const listFailedPairMails = (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  today: string,
): Promise<readonly FailedMail[]> =>
  tx
    .selectFrom('mails')
    .innerJoin('participants as people', (join) =>
      join
        .onRef('people.organisationId', '=', 'mails.organisationId')
        .onRef('people.participantId', '=', 'mails.about'),
    )
    .select(['mails.mailId', 'mails.sealed'])
    .select(['people.participantId', 'people.name', 'people.email'])
    .where('mails.organisationId', '=', organisationId)
    .where('people.programmeId', '=', programmeId)
    .where('people.state', '=', 'agreed')
    .where('mails.state', 'in', ['failed', 'bounced'])
    .where((is) =>
      is.or([
        is('mails.lastProblem', 'is', null),
        is('mails.lastProblem', 'not in', [mailProblems.cancelled, mailProblems.notKnown]),
      ]),
    )
    .where(isAboutPair('mails'))
    .where(writtenBefore('mails', today))
    .where((is) => is.not(hasArrivedSince(today)))
    .orderBy('people.name')
    .orderBy('people.participantId')
    .execute()
