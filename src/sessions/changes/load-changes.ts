/** What a mentee will change, as they see it while their pack is open; and what the group sees of it. */
import { listMentees } from '../../interview/store.ts'
import type { Participant } from '../../people/model.ts'
import { findParticipant, type Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import { loadOpenPack, type OpenPack } from '../pack/open-pack.ts'
import { findPart } from '../pack/pack-store.ts'
import { type Change, readChanges } from './model.ts'
import type { ChangeList } from './rules.ts'
import { listSharedChanges } from './shared-change-store.ts'

type Asked = Place & { readonly masterKey: Key; readonly participantId: string }
export type AskedOwnChanges = Asked & {
  /** Of the sign-in, as the browser holds it. */
  readonly token: string | null
}

export type OwnChanges = {
  readonly programme: OpenProgramme
  readonly participant: Participant
  readonly pack: OpenPack
  /** Nothing while the pack is not open. */
  readonly list: ChangeList
  /** What the group sees, whether the pack is open or not. */
  readonly shared: readonly Change[]
}

/** For a mentee. Null: the programme has no such person. */
export const loadOwnChanges = async (
  tx: Transaction,
  { participantId, token, ...asked }: AskedOwnChanges,
): Promise<OwnChanges | null> => {
  const programme = await openProgramme(tx, asked)
  const participant = await findParticipant(tx, asked.organisationId, participantId)
  if (programme === null || participant?.programmeId !== asked.programmeId) return null
  const { organisationId, programmeId } = asked
  const owner = { organisationId, programmeId, participantId }
  const pack = await loadOpenPack(tx, { owner, token })
  const all = await listSharedChanges(tx, programme)
  const rows = all.filter(({ menteeId }) => menteeId === participantId)
  const sharedIds = rows.map(({ changeId }) => changeId)
  const list =
    pack.kind === 'open'
      ? { changes: readChanges(await findPart(tx, owner, { ...pack, part: 'changes' })), sharedIds }
      : { changes: [], sharedIds }
  const placeOf = ({ changeId }: Change): number =>
    list.changes.findIndex((one) => one.changeId === changeId)
  const shared = rows.toSorted((one, other) => placeOf(one) - placeOf(other))
  return { programme, participant, pack, list, shared }
}

export type ChangesOfOne = { readonly menteeName: string; readonly sentences: readonly string[] }

export type ChangesForGroup = {
  readonly programme: OpenProgramme
  readonly participant: Participant
  /** Of those who share something, by name. Nothing for whoever does not take part. */
  readonly mentees: readonly ChangesOfOne[]
}

/** For a mentor. Null: the programme has no such person. */
export const loadChangesForGroup = async (
  tx: Transaction,
  { participantId, ...asked }: Asked,
): Promise<ChangesForGroup | null> => {
  const programme = await openProgramme(tx, asked)
  const participant = await findParticipant(tx, asked.organisationId, participantId)
  if (programme === null || participant?.programmeId !== asked.programmeId) return null
  const mentees = participant.state === 'agreed' ? await listChangesOfEach(tx, programme) : []
  return { programme, participant, mentees }
}

export const listChangesOfEach = async (
  tx: Transaction,
  programme: OpenProgramme,
): Promise<readonly ChangesOfOne[]> => {
  const shared = Map.groupBy(await listSharedChanges(tx, programme), ({ menteeId }) => menteeId)
  return (await listMentees(tx, programme)).flatMap(({ menteeId, name }) => {
    const sentences = (shared.get(menteeId) ?? []).map(({ text }) => text)
    return sentences.length === 0 ? [] : [{ menteeName: name, sentences }]
  })
}
