/** The participant behind a sign-in, in one query: it is asked with every page that participants open. */
import { sql } from 'kysely'
import type { Transaction } from '../platform/database.ts'
import type { Token } from '../platform/tokens.ts'
import { type RoleId, roleId } from '../protocol/model.ts'
import type { ParticipantState } from './model.ts'
import { participantStateOf } from './store.ts'

export type Member = {
  readonly participantId: string
  readonly programmeId: string
  readonly name: string
  readonly role: RoleId
  readonly state: ParticipantState
  readonly organisationName: string
  readonly isExample: boolean
}

type Row = Omit<Member, 'isExample' | 'role' | 'state'> & {
  readonly kind: string
  readonly role: string
  readonly state: string
}

/** Null: nobody is signed in with this token, or somebody who is no participant. */
export const findMember = async (
  tx: Transaction,
  token: Token,
  now: Date,
): Promise<Member | null> => {
  const { rows } = await sql<Row>`
    select participant_id, programme_id, participants.name, role, state,
      organisations.name as organisation_name, kind
    from sign_ins
    join participants
      on participants.organisation_id = sign_ins.organisation_id
      and participants.participant_id = sign_ins.person_id
    join organisations on organisations.organisation_id = sign_ins.organisation_id
    where sign_ins.organisation_id = ${token.organisationId} and token_hash = ${token.hash}
      and expires_at > ${now} and person_kind = 'participant'
    `.execute(tx)
  const [row] = rows
  if (row === undefined) return null
  const { kind, ...member } = row
  const [role, state] = [roleId.parse(row.role), participantStateOf(row.state)]
  return { ...member, role, state, isExample: kind === 'example' }
}
