/** What closing does to what was answered. */
import { sql } from 'kysely'
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'

/** What is kept of a stage, and the order in which it is written when the stage closes. */
const orders = {
  scores: ['respondent', 'measure', 'domain'],
  answers: ['respondent', 'item'],
  comments: ['respondent', 'question', 'comment_id'],
  completions: ['completion_key'],
} as const
const tables = ['scores', 'answers', 'comments', 'completions'] as const

/**
 * Takes the rows of a stage out and writes them anew, in the order of the pseudonyms: afterwards neither a row's place
 * nor the number of its transaction tells when it came, or with what else. Codings keep their comments, which are gone
 * only within the transaction.
 */
export const rewriteStage = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  stage: number,
): Promise<void> => {
  await sql`set constraints all deferred`.execute(tx)
  for (const name of tables) {
    const table = sql.table(name)
    const order = sql.join(orders[name].map((column) => sql.ref(column)))
    await sql`
      with taken as (
        delete from ${table}
        where organisation_id = ${organisationId} and programme_id = ${programmeId}
          and stage = ${stage}
        returning *
      )
      insert into ${table} select * from taken order by ${order}`.execute(tx)
  }
  await sql`set constraints all immediate`.execute(tx)
}

/** What was typed and never sent: of no use once nobody can answer any more. */
export const deleteDrafts = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<void> => {
  await tx
    .deleteFrom('drafts')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .execute()
}
