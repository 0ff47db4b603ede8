/** The transcripts of a programme; what was said is encrypted. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { type Key, seal, unseal } from '../../platform/keys.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import type { Passage, Transcript, TranscriptSummary } from './model.ts'
import { readPassages, writePassages } from './passages.ts'

const contextOf = (transcriptId: string): string => `transcripts/${transcriptId}`

const columns = ['transcriptId', 'recordingId', 'title', 'approvedAt'] as const

const transcriptsOf = (tx: Transaction, { organisationId, programmeId }: Place) =>
  tx
    .selectFrom('transcripts')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)

/** By title. */
export const listTranscripts = (
  tx: Transaction,
  place: Place,
): Promise<readonly TranscriptSummary[]> =>
  transcriptsOf(tx, place).select(columns).orderBy('title').orderBy('transcriptId').execute()

type Row = TranscriptSummary & { readonly sealedPassages: Buffer }

const opened = ({ sealedPassages, ...row }: Row, programmeKey: Key): Transcript => {
  const written = unseal(programmeKey, sealedPassages, contextOf(row.transcriptId))
  return { ...row, passages: readPassages(written.toString('utf8')) }
}

export const findTranscript = async (
  tx: Transaction,
  programme: OpenProgramme,
  transcriptId: string,
): Promise<Transcript | null> => {
  const row = await transcriptsOf(tx, programme)
    .select([...columns, 'sealedPassages'])
    .where('transcriptId', '=', transcriptId)
    .executeTakeFirst()
  return row === undefined ? null : opened(row, programme.programmeKey)
}

/** Held for this transaction alone until it ends. */
export const lockTranscript = async (
  tx: Transaction,
  programme: OpenProgramme,
  transcriptId: string,
): Promise<Transcript | null> => {
  const row = await transcriptsOf(tx, programme)
    .select([...columns, 'sealedPassages'])
    .where('transcriptId', '=', transcriptId)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : opened(row, programme.programmeKey)
}

export const insertTranscript = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
  { transcriptId, recordingId, title, passages }: Omit<Transcript, 'approvedAt'>,
): Promise<void> => {
  const sealedPassages = seal(programmeKey, writePassages(passages), contextOf(transcriptId))
  const row = { transcriptId, recordingId, title, sealedPassages }
  await tx
    .insertInto('transcripts')
    .values({ organisationId, programmeId, ...row })
    .execute()
}

type Changes = { readonly recordingId: string | null } | { readonly approvedAt: Date }

export const updateTranscript = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { transcriptId, ...changes }: Changes & { readonly transcriptId: string },
): Promise<void> => {
  await tx
    .updateTable('transcripts')
    .set(changes)
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('transcriptId', '=', transcriptId)
    .execute()
}

export const updatePassages = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
  {
    transcriptId,
    passages,
  }: { readonly transcriptId: string; readonly passages: readonly Passage[] },
): Promise<void> => {
  const sealedPassages = seal(programmeKey, writePassages(passages), contextOf(transcriptId))
  await tx
    .updateTable('transcripts')
    .set({ sealedPassages })
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('transcriptId', '=', transcriptId)
    .execute()
}

export const deleteTranscriptRow = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  transcriptId: string,
): Promise<void> => {
  await tx
    .deleteFrom('transcripts')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('transcriptId', '=', transcriptId)
    .execute()
}
