/** What a mentee has to know to say with whom they do not want to be paired, and what they have said. */
import { listParticipants } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { type Key, respondentOf } from '../../platform/keys.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import { loadLock } from '../willingness/load-lock.ts'
import type { Lock } from '../willingness/lock.ts'
import {
  type OfferedMentor,
  offeredMentors,
  type VetoStanding,
  vetoStanding,
} from './veto-rules.ts'
import { findVetoesOf } from './veto-store.ts'

export type Vetoes = {
  readonly programme: OpenProgramme
  readonly standing: VetoStanding
  readonly lock: Lock | null
  readonly offered: readonly OfferedMentor[]
  /** By participant; only those who are offered. */
  readonly named: readonly string[]
}

export type VetoesAsked = {
  readonly organisationId: string
  readonly programmeId: string
  readonly menteeId: string
  readonly masterKey: Key
}

/** Null: the programme has no such mentee. */
export const loadVetoes = async (tx: Transaction, asked: VetoesAsked): Promise<Vetoes | null> => {
  const programme = await openProgramme(tx, asked)
  if (programme === null) return null
  const { protocol, programmeKey, state } = programme
  const participants = await listParticipants(tx, asked)
  const mentee = participants.find(({ participantId }) => participantId === asked.menteeId)
  if (mentee?.role !== 'mentee') return null
  const { lock } = await loadLock(tx, programme)
  const facts = { mentee: mentee.state, programme: state, rules: protocol.rules, lock }
  const offered = offeredMentors(participants)
  const known = await findVetoesOf(tx, asked, respondentOf(programmeKey, asked.menteeId))
  return {
    programme,
    standing: vetoStanding(facts),
    lock,
    offered,
    named: offered
      .map(({ participantId }) => participantId)
      .filter((id) => known.has(respondentOf(programmeKey, id))),
  }
}
