/** A programme as it invites: open or not, what its invitations tell, and the key under which its mails are kept. */
import { findOrganisation, loadOrganisationKey } from '../../organisations/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import { findProgramme, type ProgrammeState } from '../../protocol/store.ts'
import { listOrganisers } from '../adding/load-surroundings.ts'
import type { InvitingProgramme } from './invitation-words.ts'

export type Inviting = InvitingProgramme & {
  readonly state: ProgrammeState
  readonly organisationKey: Key
}

type Asked = {
  readonly organisationId: string
  readonly programmeId: string
  readonly masterKey: Key
}

/** Null: the organisation has no such programme. */
export const loadInviting = async (
  tx: Transaction,
  { organisationId, programmeId, masterKey }: Asked,
): Promise<Inviting | null> => {
  const programme = await findProgramme(tx, organisationId, programmeId)
  if (programme === null) return null
  const { name, state, protocol } = programme
  const organisation = await findOrganisation(tx, organisationId)
  return {
    organisation: organisation?.name ?? '',
    name,
    state,
    protocol,
    leads: await listOrganisers(tx, { organisationId, programmeId }, ['lead']),
    organisationKey: await loadOrganisationKey(tx, organisationId, masterKey),
  }
}
