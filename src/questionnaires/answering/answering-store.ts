/** All that decides whether and what a person answers at a stage, in as few round trips as can be. */
import { sql } from 'kysely'
import * as z from 'zod'
import { unwrapOrganisationKey } from '../../organisations/store.ts'
import { type ParticipantState, participantStates } from '../../people/model.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import { type Protocol, type RoleId, roleId } from '../../protocol/model.ts'
import { parsedProtocol } from '../../protocol/protocol-store.ts'
import { type ProgrammeState, programmeStates, unwrapProgrammeKey } from '../../protocol/store.ts'
import { type AtStage, completionKeyOf, type PlaceWithKey } from '../completion-store.ts'
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
})

type Row = z.infer<typeof stateSchema> & {
  readonly sha256: Buffer
  readonly wrappedKey: Buffer
  readonly wrappedOrganisationKey: Buffer
}

/** Null: the programme has no such participant. */
export const findAnswering = async (
  tx: Transaction,
  asked: Asked,
): Promise<AnsweringState | null> => {
  const { organisationId, programmeId, masterKey } = asked
  const row = await selectAnswering(tx, asked)
  if (row === undefined) return null
  const { sha256, wrappedKey, wrappedOrganisationKey } = row
  const organisationKey = unwrapOrganisationKey(masterKey, organisationId, wrappedOrganisationKey)
  return {
    ...stateSchema.parse(row),
    protocol: await parsedProtocol(tx, organisationId, sha256),
    programmeKey: unwrapProgrammeKey(organisationKey, programmeId, wrappedKey),
  }
}

/** The version that the stage was opened with; before it is opened, the one in force. */
const selectAnswering = async (
  tx: Transaction,
  { organisationId, programmeId, participantId, stage }: Asked,
): Promise<Row | undefined> => {
  const { rows } = await sql<Row>`
    select participants.role, participants.state as participant,
      programmes.state as programme, programmes.name as programme_name, programmes.wrapped_key,
      organisations.wrapped_key as wrapped_organisation_key,
      versions.version, versions.is_locked, versions.sha256,
      (select coalesce(jsonb_agg(jsonb_build_object('stage', stage, 'state', state)), '[]')
         from stage_windows windows
         where windows.organisation_id = programmes.organisation_id
           and windows.programme_id = programmes.programme_id) as windows
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

export type AnsweringProgress = { readonly hasAnswered: boolean; readonly draft: Draft }

type ProgressRow = { readonly hasAnswered: boolean; readonly sealed: Buffer | null }

const progressOf = (
  place: PlaceWithKey,
  who: AtStage,
  { hasAnswered, sealed }: ProgressRow,
): AnsweringProgress => ({
  hasAnswered,
  draft: sealed === null ? {} : unsealDraft(place.programmeKey, draftKeyOf(place, who), sealed),
})

const single = <T>([row]: readonly T[]): T => {
  if (row === undefined) throw new Error('A query of one row gave none.')
  return row
}

/** Whether the person has answered, and what they have typed and not sent. */
export const findProgress = async (
  tx: Transaction,
  place: PlaceWithKey,
  who: AtStage,
): Promise<AnsweringProgress> => {
  const { organisationId, programmeId, programmeKey } = place
  const { rows } = await sql<ProgressRow>`
    select
      exists (
        select from completions
        where organisation_id = ${organisationId} and programme_id = ${programmeId}
          and stage = ${who.stage} and completion_key = ${completionKeyOf(programmeKey, who)}
      ) as has_answered,
      (
        select sealed from drafts
        where organisation_id = ${organisationId} and programme_id = ${programmeId}
          and draft_key = ${draftKeyOf(place, who)}
      ) as sealed`.execute(tx)
  return progressOf(place, who, single(rows))
}

/**
 * Marks the stage as answered and takes the draft out. `hasAnswered`: somebody was quicker, in another window or with
 * the same form sent twice; whoever comes at the same moment waits here until it is known who was first.
 */
export const takeAnswering = async (
  tx: Transaction,
  place: PlaceWithKey,
  who: AtStage,
): Promise<AnsweringProgress> => {
  const { organisationId, programmeId, programmeKey } = place
  const { rows } = await sql<ProgressRow>`
    with completed as (
      insert into completions (organisation_id, programme_id, stage, completion_key)
      values (${organisationId}, ${programmeId}, ${who.stage}, ${completionKeyOf(programmeKey, who)})
      on conflict do nothing
      returning stage
    ), taken as (
      delete from drafts
      where organisation_id = ${organisationId} and programme_id = ${programmeId}
        and draft_key = ${draftKeyOf(place, who)}
      returning sealed
    )
    select not exists (select from completed) as has_answered, (select sealed from taken) as sealed
    `.execute(tx)
  return progressOf(place, who, single(rows))
}
