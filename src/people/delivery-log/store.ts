import { sql } from 'kysely'
import type { Transaction } from '../../platform/database.ts'
import { mailProblems, mailRecordColumns, mailStateOf } from '../../platform/mail.ts'
import { type Place, participantStateOf } from '../store.ts'
import { type Delivery, listedPurposes } from './model.ts'

const deliveries = (tx: Transaction, { organisationId, programmeId }: Place) =>
  tx
    .selectFrom('mails')
    .innerJoin('participants as people', (join) =>
      join
        .onRef('people.organisationId', '=', 'mails.organisationId')
        .onRef('people.participantId', '=', 'mails.about'),
    )
    .where('mails.organisationId', '=', organisationId)
    .where('people.programmeId', '=', programmeId)
    .where('mails.purpose', 'in', [...listedPurposes.keys()])

type Query = ReturnType<typeof deliveries>

/** What did not go as it should; what was taken back was meant to be. */
const withProblems = (query: Query): Query =>
  query.where((is) =>
    is.or([
      is('mails.state', '=', 'bounced'),
      is.and([
        is('mails.lastProblem', 'is not', null),
        is('mails.lastProblem', '<>', mailProblems.cancelled),
      ]),
    ]),
  )

const isFollowed = sql<boolean>`exists (
  select from mails as later
  where later.organisation_id = mails.organisation_id and later.about = mails.about
    and later.purpose = mails.purpose and later.written_at > mails.written_at)`

const recordColumns = mailRecordColumns.map((column) => `mails.${column}` as const)

const selected = (query: Query) =>
  query
    .select(recordColumns)
    .select(['people.participantId', 'people.name', 'people.email', 'people.state as standing'])
    .select(isFollowed.as('hasLater'))

type Row = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

const deliveryOf = ({
  participantId,
  name,
  email,
  standing,
  hasLater,
  ...mail
}: Row): Delivery => ({
  mail: { ...mail, state: mailStateOf(mail.state) },
  person: { participantId, name, email, state: participantStateOf(standing) },
  hasLater,
})

type Asked = {
  readonly onlyProblems: boolean
  readonly limit: number
  readonly offset: number
}

/** The latest first; of those written at once, by name. */
export const listDeliveries = async (
  tx: Transaction,
  place: Place,
  { onlyProblems, limit, offset }: Asked,
): Promise<readonly Delivery[]> => {
  const query = deliveries(tx, place)
  const rows = await selected(onlyProblems ? withProblems(query) : query)
    .orderBy('mails.writtenAt', 'desc')
    .orderBy('people.name')
    .orderBy('mails.mailId')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(deliveryOf)
}

export type CountDeliveries = { readonly all: number; readonly problems: number }

export const countDeliveries = async (tx: Transaction, place: Place): Promise<CountDeliveries> => {
  const count = async (query: Query): Promise<number> => {
    const row = await query.select(sql<number>`count(*)::integer`.as('n')).executeTakeFirstOrThrow()
    return row.n
  }
  const all = await count(deliveries(tx, place))
  return { all, problems: await count(withProblems(deliveries(tx, place))) }
}

/** Null: no message of this programme, or none that is listed. */
export const findDelivery = async (
  tx: Transaction,
  place: Place,
  mailId: string,
): Promise<Delivery | null> => {
  const row = await selected(deliveries(tx, place))
    .where('mails.mailId', '=', mailId)
    .executeTakeFirst()
  return row === undefined ? null : deliveryOf(row)
}
