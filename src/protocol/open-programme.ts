/** A programme with what it takes to work in it: its protocol and its key. */
import { loadOrganisationKey } from '../organisations/store.ts'
import type { Transaction } from '../platform/database.ts'
import type { Key } from '../platform/keys.ts'
import { findProgramme, loadProgrammeKey, type ProgrammeWithProtocol } from './store.ts'

export type OpenProgramme = ProgrammeWithProtocol & {
  readonly organisationId: string
  readonly organisationKey: Key
  readonly programmeKey: Key
}

type Asked = {
  readonly organisationId: string
  readonly programmeId: string
  readonly masterKey: Key
}

/** Null: the organisation has no such programme. */
export const openProgramme = async (
  tx: Transaction,
  { organisationId, programmeId, masterKey }: Asked,
): Promise<OpenProgramme | null> => {
  const programme = await findProgramme(tx, organisationId, programmeId)
  if (programme === null) return null
  const organisationKey = await loadOrganisationKey(tx, organisationId, masterKey)
  const keys = { programmeId, organisationKey }
  const programmeKey = await loadProgrammeKey(tx, organisationId, keys)
  return { ...programme, organisationId, organisationKey, programmeKey }
}
