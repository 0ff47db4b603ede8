import type { Place } from '../people/store.ts'
import type { Transaction } from '../platform/database.ts'
import { type Key, seal, unseal } from '../platform/keys.ts'
import { inStatements } from '../platform/statements.ts'
import type { StoredAnswer, StoredComment, StoredScore } from './model.ts'

export const insertScores = (
  tx: Transaction,
  place: Place,
  scores: readonly StoredScore[],
): Promise<void> =>
  inStatements(scores, place, (rows) => tx.insertInto('scores').values(rows).execute())

export const insertAnswers = (
  tx: Transaction,
  place: Place,
  answers: readonly StoredAnswer[],
): Promise<void> =>
  inStatements(answers, place, (rows) => tx.insertInto('answers').values(rows).execute())

const textContext = (commentId: string): string => `comments/${commentId}`

export const sealComment = (
  programmeKey: Key,
  { commentId, text }: Pick<StoredComment, 'commentId' | 'text'>,
): Buffer => seal(programmeKey, text, textContext(commentId))

export const unsealComment = (programmeKey: Key, commentId: string, sealedText: Buffer): string =>
  unseal(programmeKey, sealedText, textContext(commentId)).toString('utf8')

export const insertComments = (
  tx: Transaction,
  place: Place & { readonly programmeKey: Key },
  comments: readonly StoredComment[],
): Promise<void> => {
  const { programmeKey, ...common } = place
  const sealed = comments.map(({ text, ...comment }) => ({
    ...comment,
    sealedText: sealComment(programmeKey, { ...comment, text }),
  }))
  return inStatements(sealed, common, (rows) => tx.insertInto('comments').values(rows).execute())
}

/** In an order that follows from pseudonyms and questions, not from when they came. */
export const listScores = (tx: Transaction, place: Place): Promise<readonly StoredScore[]> =>
  tx
    .selectFrom('scores')
    .select(['respondent', 'stage', 'measure', 'domain', 'score'])
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .orderBy('respondent')
    .orderBy('stage')
    .orderBy('measure')
    .orderBy('domain')
    .execute()

export const listAnswers = (tx: Transaction, place: Place): Promise<readonly StoredAnswer[]> =>
  tx
    .selectFrom('answers')
    .select(['respondent', 'stage', 'item', 'answer'])
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .orderBy('respondent')
    .orderBy('stage')
    .orderBy('item')
    .execute()

export const listComments = async (
  tx: Transaction,
  { programmeKey, ...place }: Place & { readonly programmeKey: Key },
): Promise<readonly StoredComment[]> => {
  const rows = await tx
    .selectFrom('comments')
    .select(['commentId', 'label', 'respondent', 'stage', 'question', 'sealedText'])
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .orderBy('label')
    .execute()
  return rows.map(({ sealedText, ...row }) => ({
    ...row,
    text: unsealComment(programmeKey, row.commentId, sealedText),
  }))
}
