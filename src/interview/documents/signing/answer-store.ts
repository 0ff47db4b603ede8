/**
 * Who has answered about a version, by keyed hashes, and what is asked to be changed. No column joins the two.
 *
 * What else could: both rows of a request come in one transaction. So with every answer all rows of the version are
 * written anew, the marks in the order of their hashes and the requests in that of their ids of chance: whatever the
 * state of the version, its rows share one place, one transaction and one order, and none of it tells who asked. The
 * audit entry is the same for an agreement and for a request, and no idempotency key is kept. What remains is to
 * compare two copies of the database made before and after an answer: who may make copies is for the operator to say.
 */
import { sql } from 'kysely'
import type { Place } from '../../../people/store.ts'
import type { Transaction } from '../../../platform/database.ts'
import { lookupKey, seal, unseal } from '../../../platform/keys.ts'
import type { OpenProgramme } from '../../../protocol/open-programme.ts'
import type { VersionHead } from './model.ts'

export type VersionOf = Pick<VersionHead, 'mentee' | 'version'>

export const signOffKeyOf = (
  { programmeKey }: Pick<OpenProgramme, 'programmeKey'>,
  { mentee, version }: VersionOf,
  participantId: string,
): Buffer => lookupKey(programmeKey, `sign-off/${mentee}/${version}/${participantId}`)

/** Of every version, in hexadecimal digits: a key belongs to one person and one version. */
export const listSignOffKeys = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .selectFrom('signOffs')
    .select('signOffKey')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .execute()
  return new Set(rows.map(({ signOffKey }) => signOffKey.toString('hex')))
}

const contextOf = (requestId: string): string => `change_requests/${requestId}`

/** In the order of their ids, which are chance. */
export const listChangeRequests = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
  { mentee, version }: VersionOf,
): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('changeRequests')
    .select(['requestId', 'sealedText'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('mentee', '=', mentee)
    .where('version', '=', version)
    .orderBy('requestId')
    .execute()
  return rows.map(({ requestId, sealedText }) =>
    unseal(programmeKey, sealedText, contextOf(requestId)).toString('utf8'),
  )
}

type NewAnswer = VersionOf & {
  readonly participantId: string
  /** Null: they agree. */
  readonly request: string | null
}

export const insertAnswer = async (
  tx: Transaction,
  programme: OpenProgramme,
  { participantId, request, ...version }: NewAnswer,
): Promise<void> => {
  const { organisationId, programmeId, programmeKey } = programme
  const place = { organisationId, programmeId }
  const signOffKey = signOffKeyOf(programme, version, participantId)
  await tx
    .insertInto('signOffs')
    .values({ ...place, ...version, signOffKey })
    .execute()
  if (request !== null) {
    const requestId = crypto.randomUUID()
    const sealedText = seal(programmeKey, request, contextOf(requestId))
    await tx
      .insertInto('changeRequests')
      .values({ ...place, ...version, requestId, sealedText })
      .execute()
  }
  await rewriteAnswers(tx, place, version)
}

const orders = { sign_offs: 'sign_off_key', change_requests: 'request_id' } as const
const tables = ['sign_offs', 'change_requests'] as const

const rewriteAnswers = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { mentee, version }: VersionOf,
): Promise<void> => {
  for (const name of tables) {
    const table = sql.table(name)
    await sql`
      with taken as (
        delete from ${table}
        where organisation_id = ${organisationId} and programme_id = ${programmeId}
          and mentee = ${mentee} and version = ${version}
        returning *
      )
      insert into ${table} select * from taken order by ${sql.ref(orders[name])}`.execute(tx)
  }
}

export const deleteSignOffs = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  keys: readonly Buffer[],
): Promise<void> => {
  await tx
    .deleteFrom('signOffs')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('signOffKey', 'in', keys)
    .execute()
}
