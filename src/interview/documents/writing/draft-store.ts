/** The points of the documents as they are being written, encrypted; under the mentees’ pseudonyms. */
import type { Place } from '../../../people/store.ts'
import type { Transaction } from '../../../platform/database.ts'
import { respondentOf, seal, unseal } from '../../../platform/keys.ts'
import type { OpenProgramme } from '../../../protocol/open-programme.ts'
import type { DocumentPoint } from '../model.ts'

const contextOf = (pointId: string): string => `document_points/${pointId}`

/** By domain and place. */
export const listDocumentPoints = async (
  tx: Transaction,
  programme: OpenProgramme,
  menteeId: string,
): Promise<readonly DocumentPoint[]> => {
  const rows = await pointsOf(tx, programme)
    .where('mentee', '=', respondentOf(programme.programmeKey, menteeId))
    .execute()
  return opened(programme, rows, await listSources(tx, programme))
}

/** By the pseudonym of the mentee. */
export const listAllPoints = async (
  tx: Transaction,
  programme: OpenProgramme,
): Promise<ReadonlyMap<string, readonly DocumentPoint[]>> => {
  const rows = await pointsOf(tx, programme).execute()
  const sources = await listSources(tx, programme)
  const byMentee = Map.groupBy(rows, ({ mentee }) => mentee)
  return new Map([...byMentee].map(([mentee, own]) => [mentee, opened(programme, own, sources)]))
}

const pointsOf = (tx: Transaction, { organisationId, programmeId }: Place) =>
  tx
    .selectFrom('documentPoints')
    .select(['pointId', 'mentee', 'domain', 'place', 'sealedText'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .orderBy('domain')
    .orderBy('place')
    .orderBy('pointId')

type Source = { readonly pointId: string; readonly noteId: string }

const listSources = (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<readonly Source[]> =>
  tx
    .selectFrom('documentSources')
    .select(['pointId', 'noteId'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .orderBy('noteId')
    .execute()

type Row = Pick<DocumentPoint, 'pointId' | 'domain' | 'place'> & { readonly sealedText: Buffer }

const opened = (
  { programmeKey }: OpenProgramme,
  rows: readonly Row[],
  sources: readonly Source[],
): readonly DocumentPoint[] => {
  const byPoint = Map.groupBy(sources, ({ pointId }) => pointId)
  return rows.map(({ pointId, domain, place, sealedText }) => ({
    pointId,
    domain,
    place,
    text: unseal(programmeKey, sealedText, contextOf(pointId)).toString('utf8'),
    noteIds: (byPoint.get(pointId) ?? []).map(({ noteId }) => noteId),
  }))
}

/** Nobody else changes this mentee’s document before the end of this transaction. */
export const lockDocument = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
  menteeId: string,
): Promise<void> => {
  await tx
    .selectFrom('respondents')
    .select('respondent')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('respondent', '=', respondentOf(programmeKey, menteeId))
    .forNoKeyUpdate()
    .execute()
}

export const putPoint = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
  { menteeId, point }: { readonly menteeId: string; readonly point: DocumentPoint },
): Promise<void> => {
  const { pointId, domain, place, text, noteIds } = point
  const mentee = respondentOf(programmeKey, menteeId)
  const sealedText = seal(programmeKey, text, contextOf(pointId))
  const state = { mentee, domain, place, sealedText }
  await tx
    .insertInto('documentPoints')
    .values({ organisationId, programmeId, pointId, ...state })
    .onConflict((conflict) =>
      conflict.columns(['organisationId', 'programmeId', 'pointId']).doUpdateSet(state),
    )
    .execute()
  await deleteSources(tx, { organisationId, programmeId }, pointId)
  if (noteIds.length === 0) return
  const sources = noteIds.map((noteId) => ({ organisationId, programmeId, pointId, noteId }))
  await tx.insertInto('documentSources').values(sources).execute()
}

const deleteSources = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  pointId: string,
): Promise<void> => {
  await tx
    .deleteFrom('documentSources')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('pointId', '=', pointId)
    .execute()
}

/** With its sources. */
export const deletePoint = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  pointId: string,
): Promise<void> => {
  await tx
    .deleteFrom('documentPoints')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('pointId', '=', pointId)
    .execute()
}
