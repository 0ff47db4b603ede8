/**
 * All that decides whether and what a person answers at a stage, in one round trip. What they have answered and typed is
 * found by hashes made with the programme's key, which comes with the same rows: so the wrapped keys are remembered, and
 * where there are none to remember, or others by now, the question is asked once more.
 */
import { type RawBuilder, sql } from 'kysely'
import * as z from 'zod'
import { unwrapOrganisationKey } from '../../organisations/store.ts'
import { type ParticipantState, participantStates } from '../../people/model.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import { type Protocol, type RoleId, roleId } from '../../protocol/model.ts'
import { parsedProtocol } from '../../protocol/protocol-store.ts'
import { type ProgrammeState, programmeStates, unwrapProgrammeKey } from '../../protocol/store.ts'
import { completionKeyOf } from '../completion-store.ts'
import { type Draft, draftKeyOf, unsealDraft } from '../draft-store.ts'
import type { StageWindow } from '../model.ts'

/** A person, their programme, and the version of its protocol that the stage asks. */
export type AnsweringState = {
  readonly role: RoleId
  readonly participant: ParticipantState
  readonly programme: ProgrammeState
  readonly programmeName: string
  readonly windows: readonly Pick<StageWindow, 'stage' | 'state'>[]
  readonly version: number
  readonly isLocked: boolean
  readonly protocol: Protocol
  readonly programmeKey: Key
  readonly hasAnswered: boolean
  /** What they have typed and not sent. */
  readonly draft: Draft
}

type Asked = {
  readonly organisationId: string
  readonly programmeId: string
  readonly participantId: string
  readonly stage: number
  readonly masterKey: Key
}

const stateSchema = z.object({
  role: roleId,
  participant: z.enum(participantStates),
  programme: z.enum(programmeStates),
  programmeName: z.string(),
  windows: z.array(z.object({ stage: z.int(), state: z.enum(['not_open', 'open', 'closed']) })),
  version: z.int(),
  isLocked: z.boolean(),
  hasAnswered: z.boolean(),
})

type WrappedKeys = { readonly wrappedKey: Buffer; readonly wrappedOrganisationKey: Buffer }

type Row = z.infer<typeof stateSchema> &
  WrappedKeys & { readonly sha256: Buffer; readonly sealed: Buffer | null }

/** Null: the programme has no such participant. */
export const findAnswering = (tx: Transaction, asked: Asked): Promise<AnsweringState | null> =>
  answeringWith(tx, asked, looking)

/**
 * Marks the stage as answered and takes the draft out; to be undone where the person may not answer. `hasAnswered`:
 * somebody was quicker, in another window or with the same form sent twice; whoever comes at the same moment waits here
 * until it is known who was first.
 */
export const takeAnswering = (tx: Transaction, asked: Asked): Promise<AnsweringState | null> =>
  answeringWith(tx, asked, taking)

/** By programme. Wrapped, they are no secret. */
const remembered = new Map<string, WrappedKeys>()
const mostRemembered = 1000

const remember = (programmeId: string, { wrappedKey, wrappedOrganisationKey }: Row): void => {
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(programmeId, { wrappedKey, wrappedOrganisationKey })
}

const answeringWith = async (
  tx: Transaction,
  asked: Asked,
  progress: Progress,
): Promise<AnsweringState | null> => {
  const known = remembered.get(asked.programmeId)
  const row = await selectAnswering(
    tx,
    asked,
    known === undefined ? unknown : progress(asked, known),
  )
  if (row === undefined) return null
  if (known === undefined || !known.wrappedKey.equals(row.wrappedKey)) {
    remember(asked.programmeId, row)
    return answeringWith(tx, asked, progress)
  }
  const programmeKey = programmeKeyOf(asked, row)
  const draftKey = draftKeyOf({ programmeKey }, asked)
  return {
    ...stateSchema.parse(row),
    protocol: await parsedProtocol(tx, asked.organisationId, row.sha256),
    programmeKey,
    draft: row.sealed === null ? {} : unsealDraft(programmeKey, draftKey, row.sealed),
  }
}

const programmeKeyOf = (
  { masterKey, organisationId, programmeId }: Asked,
  keys: WrappedKeys,
): Key =>
  unwrapProgrammeKey(
    unwrapOrganisationKey(masterKey, organisationId, keys.wrappedOrganisationKey),
    programmeId,
    keys.wrappedKey,
  )

/** Statements to begin with, and two columns: has_answered, sealed. */
type ProgressColumns = {
  readonly before: RawBuilder<unknown>
  readonly columns: RawBuilder<unknown>
}
type Progress = (asked: Asked, keys: WrappedKeys) => ProgressColumns

const unknown: ProgressColumns = {
  before: sql``,
  columns: sql`false as has_answered, null::bytea as sealed`,
}

const looking: Progress = (asked, keys) => {
  const programmeKey = programmeKeyOf(asked, keys)
  return {
    before: sql``,
    columns: sql`
      exists (
        select from completions
        where completions.organisation_id = programmes.organisation_id
          and completions.programme_id = programmes.programme_id
          and stage = ${asked.stage} and completion_key = ${completionKeyOf(programmeKey, asked)}
      ) as has_answered,
      (
        select sealed from drafts
        where drafts.organisation_id = programmes.organisation_id
          and drafts.programme_id = programmes.programme_id
          and draft_key = ${draftKeyOf({ programmeKey }, asked)}
      ) as sealed`,
  }
}

/** Nothing is marked or taken under a key that is no longer the programme's. */
const taking: Progress = (asked, keys) => {
  const programmeKey = programmeKeyOf(asked, keys)
  const { organisationId, programmeId } = asked
  const current = sql`
    from programmes
    where programmes.organisation_id = ${organisationId} and programmes.programme_id = ${programmeId}
      and programmes.wrapped_key = ${keys.wrappedKey}`
  return {
    before: sql`
      with completed as (
        insert into completions (organisation_id, programme_id, stage, completion_key)
        select ${organisationId}, ${programmeId}, ${asked.stage}, ${completionKeyOf(programmeKey, asked)} ${current}
        on conflict do nothing
        returning stage
      ), taken as (
        delete from drafts
        where organisation_id = ${organisationId} and programme_id = ${programmeId}
          and draft_key = ${draftKeyOf({ programmeKey }, asked)} and exists (select ${current})
        returning sealed
      )`,
    columns: sql`
      not exists (select from completed) as has_answered, (select sealed from taken) as sealed`,
  }
}

/**
 * The version that the stage was opened with; before it is opened, the one in force. A stage that the person waits for
 * has not opened for them.
 */
const selectAnswering = async (
  tx: Transaction,
  { organisationId, programmeId, participantId, stage }: Asked,
  { before, columns }: ProgressColumns,
): Promise<Row | undefined> => {
  const { rows } = await sql<Row>`
    ${before}
    select participants.role, participants.state as participant,
      programmes.state as programme, programmes.name as programme_name, programmes.wrapped_key,
      organisations.wrapped_key as wrapped_organisation_key,
      versions.version, versions.is_locked, versions.sha256,
      (select coalesce(jsonb_agg(jsonb_build_object('stage', stage, 'state', case
           when exists (
             select from stage_waits waits
             where waits.organisation_id = windows.organisation_id
               and waits.programme_id = windows.programme_id and waits.stage = windows.stage
               and waits.participant_id = participants.participant_id
           ) then 'not_open' else state end)), '[]')
         from stage_windows windows
         where windows.organisation_id = programmes.organisation_id
           and windows.programme_id = programmes.programme_id) as windows,
      ${columns}
    from participants
    join programmes using (organisation_id, programme_id)
    join organisations using (organisation_id)
    join lateral (
      select version, is_locked, sha256 from protocol_versions
      where protocol_versions.organisation_id = programmes.organisation_id
        and protocol_versions.programme_id = programmes.programme_id
      order by version = (
        select protocol_version from stage_windows
        where stage_windows.organisation_id = programmes.organisation_id
          and stage_windows.programme_id = programmes.programme_id
          and stage_windows.stage = ${stage}
      ) desc nulls last, version desc
      limit 1
    ) versions on true
    where participants.organisation_id = ${organisationId}
      and participants.programme_id = ${programmeId}
      and participants.participant_id = ${participantId}`.execute(tx)
  return rows[0]
}
