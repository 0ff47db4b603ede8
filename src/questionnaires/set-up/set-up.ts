/** A programme on its way to being opened, out of the database. */
import { findConsentText } from '../../people/consent/store.ts'
import { listParticipants, type Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { loadBuiltInProtocol } from '../../protocol/built-in.ts'
import { findGovernance } from '../../protocol/governance/store.ts'
import type { Protocol } from '../../protocol/model.ts'
import { findProgramme, listProgrammeStaff } from '../../protocol/store.ts'
import type { SetUpFacts } from './set-up-rules.ts'

/** `source`: of the facts, loaded before, since it is a file. */
export const loadSetUp = async (
  tx: Transaction,
  place: Place,
  source: Protocol | null = null,
): Promise<SetUpFacts | null> => {
  const { organisationId, programmeId } = place
  const programme = await findProgramme(tx, organisationId, programmeId)
  if (programme === null) return null
  const people = (await listParticipants(tx, place)).filter(
    ({ state }) => state === 'invited' || state === 'agreed',
  )
  const staff = (await listProgrammeStaff(tx, organisationId)).filter(
    (member) => member.programmeId === programmeId,
  )
  return {
    programme,
    source: source?.id === programme.protocol.id ? source : null,
    consentVersion: (await findConsentText(tx, place))?.version ?? null,
    hasGovernance: (await findGovernance(tx, place)).kind !== '',
    people: {
      mentor: people.filter(({ role }) => role === 'mentor').length,
      mentee: people.filter(({ role }) => role === 'mentee').length,
    },
    withoutEmail: people.filter(({ email }) => email === null).length,
    staffRoles: staff.map(({ role }) => role),
  }
}

/** The protocol that a programme was made from, as the product comes with it; null: it came from elsewhere. */
export const findSource = async (projectRoot: string, id: string): Promise<Protocol | null> => {
  const loaded = await loadBuiltInProtocol(projectRoot, id)
  return loaded.ok ? loaded.value.protocol : null
}
