/** The excluded pairs of a programme by name, whom else could be excluded, and whether they can be changed. */
import { listParticipants } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { findProgramme, type ProgrammeWithProtocol } from '../../protocol/store.ts'
import { listDraws } from '../procedure/draw-store.ts'
import { type ExcludedPair, listExcludedPairs } from '../store.ts'
import { isDrawn } from '../willingness/willing-store.ts'
import { type ExclusionStanding, exclusionStanding, type Named } from './exclusion-rules.ts'

export type Exclusions = {
  readonly programme: ProgrammeWithProtocol
  readonly standing: ExclusionStanding
  /** Those who may still take part, by name. */
  readonly mentors: readonly Named[]
  readonly mentees: readonly Named[]
  readonly excluded: readonly ExcludedPair[]
  /** Of everybody of the programme, also those who have left. */
  readonly nameOf: ReadonlyMap<string, string>
}

type Asked = { readonly organisationId: string; readonly programmeId: string }

/** Null: the organisation has no such programme. */
export const loadExclusions = async (
  tx: Transaction,
  { organisationId, programmeId }: Asked,
): Promise<Exclusions | null> => {
  const place = { organisationId, programmeId }
  const programme = await findProgramme(tx, organisationId, programmeId)
  if (programme === null) return null
  const people = await listParticipants(tx, place)
  const draws = await listDraws(tx, place)
  const hasPairs = await isDrawn(tx, place)
  const mayTakePart = people.filter(({ state }) => state === 'invited' || state === 'agreed')
  return {
    programme,
    standing: exclusionStanding({ programme: programme.state, draws, hasPairs }),
    mentors: mayTakePart.filter(({ role }) => role === 'mentor'),
    mentees: mayTakePart.filter(({ role }) => role === 'mentee'),
    excluded: await listExcludedPairs(tx, place),
    nameOf: new Map(people.map(({ participantId, name }) => [participantId, name])),
  }
}
