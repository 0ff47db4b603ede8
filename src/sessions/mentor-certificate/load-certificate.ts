/** What a mentor has done in a programme, for their certificate: also with partners whom they no longer have. */
import { listPairs } from '../../allocation/store.ts'
import { listPresent } from '../../interview/phones/ballot-store.ts'
import { findParticipant, type Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import { listSessions } from '../store.ts'
import type { CertificateFacts } from './certificate-words.ts'

export type LoadedCertificate = {
  readonly programme: OpenProgramme
  /** Null: none of their sessions is recorded. */
  readonly facts: Omit<CertificateFacts, 'organisation' | 'issuedOn'> | null
}

type Asked = Place & { readonly masterKey: Key; readonly participantId: string }

/** Null: the programme has no such person. */
export const loadCertificate = async (
  tx: Transaction,
  { participantId, ...asked }: Asked,
): Promise<LoadedCertificate | null> => {
  const programme = await openProgramme(tx, asked)
  const participant = await findParticipant(tx, asked.organisationId, participantId)
  if (programme === null || participant?.programmeId !== asked.programmeId) return null
  const own = (await listPairs(tx, asked)).filter(({ mentorId }) => mentorId === participantId)
  const sessions = (await listSessions(tx, asked))
    .filter(({ pairId }) => own.some((pair) => pair.pairId === pairId))
    .map(({ durationMinutes }) => durationMinutes)
  if (sessions.length === 0) return { programme, facts: null }
  const hasContributed = (await listPresent(tx, programme)).includes(participantId)
  const { name, protocol } = programme
  const facts = { name: participant.name, programme: name, protocol, hasContributed, sessions }
  return { programme, facts }
}
