/** A programme with what it takes to work in it: its protocol and its key. */
import { unwrapOrganisationKey } from '../organisations/store.ts'
import type { Transaction } from '../platform/database.ts'
import type { Key } from '../platform/keys.ts'
import { findWrappedProgramme, type ProgrammeWithProtocol, unwrapProgrammeKey } from './store.ts'

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
  const found = await findWrappedProgramme(tx, { organisationId, programmeId })
  if (found === null) return null
  const { programme, wrappedOrganisationKey, wrappedKey } = found
  const organisationKey = unwrapOrganisationKey(masterKey, organisationId, wrappedOrganisationKey)
  const programmeKey = unwrapProgrammeKey(organisationKey, programmeId, wrappedKey)
  return { ...programme, organisationId, organisationKey, programmeKey }
}
