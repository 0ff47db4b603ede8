/** With which mentors one mentee does not want to be paired. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { inStatements } from '../../platform/statements.ts'

/** Pseudonyms of mentors. */
export const findVetoesOf = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  mentee: string,
): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .selectFrom('menteeVetoes')
    .select('mentor')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('mentee', '=', mentee)
    .execute()
  return new Set(rows.map(({ mentor }) => mentor))
}

/** What this mentee said before goes; the rows are written in the order of the pseudonyms. */
export const replaceVetoesOf = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { mentee, mentors }: { readonly mentee: string; readonly mentors: readonly string[] },
): Promise<void> => {
  await tx
    .deleteFrom('menteeVetoes')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('mentee', '=', mentee)
    .execute()
  const vetoes = mentors.toSorted().map((mentor) => ({ mentee, mentor }))
  await inStatements(vetoes, { organisationId, programmeId }, (rows) =>
    tx.insertInto('menteeVetoes').values(rows).execute(),
  )
}
