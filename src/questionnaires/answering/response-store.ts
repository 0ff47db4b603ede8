/** One response: stored in one statement, under a pseudonym, in an order that says nothing. */
import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../platform/database.ts'
import { respondentOf } from '../../platform/keys.ts'
import { unread } from '../../platform/round-trips.ts'
import type { AtStage, PlaceWithKey } from '../completion-store.ts'
import type { StoredComment } from '../model.ts'
import { sealComment, unsealComment } from '../store.ts'
import type { Response } from './read-response.ts'

export type NewResponse = Omit<Response, 'comments'> & {
  readonly comments: readonly Pick<StoredComment, 'commentId' | 'label' | 'question' | 'text'>[]
}

/** By their names; the ids of comments are random. */
const inOrder = <T>(rows: readonly T[], nameOf: (row: T) => string): readonly T[] =>
  rows.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))

/** One parameter for each column, so that the statement is the same however many rows there are. */
export const insertResponse = async (
  tx: Transaction,
  place: PlaceWithKey,
  { who, response }: { readonly who: AtStage; readonly response: NewResponse },
): Promise<void> => {
  const { organisationId, programmeId, programmeKey } = place
  const respondent = respondentOf(programmeKey, who.participantId)
  const common = sql`${organisationId}::uuid, ${programmeId}::uuid, ${respondent}::uuid, ${who.stage}::integer`
  await sql`${sql.raw(unread)}
    with new_scores as (${insertScores(common, response)}), new_answers as (${insertAnswers(common, response)})
    ${insertComments(common, place, response)}`.execute(tx)
}

type Insert = RawBuilder<unknown>

const insertScores = (common: Insert, response: NewResponse): Insert => {
  const rows = inOrder(response.scores, ({ measure, domain }) => `${measure}-${domain}`)
  return sql`
    insert into scores (organisation_id, programme_id, respondent, stage, measure, domain, score)
    select ${common}, * from unnest(
      ${rows.map(({ measure }) => measure)}::text[],
      ${rows.map(({ domain }) => domain)}::text[],
      ${rows.map(({ score }) => score)}::integer[])`
}

const insertAnswers = (common: Insert, response: NewResponse): Insert => {
  const rows = inOrder(response.answers, ({ item }) => item)
  return sql`
    insert into answers (organisation_id, programme_id, respondent, stage, item, answer)
    select ${common}, * from unnest(
      ${rows.map(({ item }) => item)}::text[], ${rows.map(({ answer }) => answer)}::text[])`
}

const insertComments = (
  common: Insert,
  { programmeKey }: PlaceWithKey,
  response: NewResponse,
): Insert => {
  const rows = inOrder(response.comments, ({ commentId }) => commentId)
  return sql`
    insert into comments
      (organisation_id, programme_id, respondent, stage, comment_id, label, question, sealed_text)
    select ${common}, * from unnest(
      ${rows.map(({ commentId }) => commentId)}::uuid[],
      ${rows.map(({ label }) => label)}::text[],
      ${rows.map(({ question }) => question)}::text[],
      ${rows.map((row) => sealComment(programmeKey, row))}::bytea[])`
}

/** What one person gave at a stage; empty where they gave nothing. */
export const findResponse = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: PlaceWithKey,
  { stage, participantId }: AtStage,
): Promise<Response> => {
  const theirs = sql`
    where organisation_id = ${organisationId} and programme_id = ${programmeId}
      and respondent = ${respondentOf(programmeKey, participantId)} and stage = ${stage}`
  const scores = await sql<Response['scores'][number]>`
    select measure, domain, score from scores ${theirs}`.execute(tx)
  const answers = await sql<Response['answers'][number]>`
    select item, answer from answers ${theirs}`.execute(tx)
  const comments = await sql<SealedComment>`
    select comment_id, question, sealed_text from comments ${theirs}`.execute(tx)
  return {
    scores: scores.rows,
    answers: answers.rows,
    comments: comments.rows.map(({ commentId, question, sealedText }) => ({
      question,
      text: unsealComment(programmeKey, commentId, sealedText),
    })),
  }
}

type SealedComment = {
  readonly commentId: string
  readonly question: string
  readonly sealedText: Buffer
}
