/** A mentee's reflection pack: whether it is open, and what lies in it. */
import type { Participant } from '../../people/model.ts'
import { findParticipant } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import { type Change, readChanges } from '../changes/model.ts'
import { type Feedback, loadFeedback } from '../load-feedback.ts'
import {
  type Reflection,
  reflectionSchema,
  type SelfAssessment,
  selfAssessmentSchema,
} from './model.ts'
import { loadOpenPack, type OpenPack } from './open-pack.ts'
import { findPart, listParts, type PackOwner, type PackPart } from './pack-store.ts'

export type LoadedPack = {
  readonly programme: Feedback['programme']
  readonly participant: Participant
  readonly owner: PackOwner
  readonly pack: OpenPack
  /** Known whether it is open or not. */
  readonly written: readonly PackPart[]
  readonly feedback: Feedback
  /** Null: not written, or the pack is not open. */
  readonly selfAssessment: SelfAssessment | null
  readonly reflection: Reflection | null
  /** Empty: none written, or the pack is not open. */
  readonly changes: readonly Change[]
}

export type AskedPack = {
  readonly owner: PackOwner
  readonly masterKey: Key
  readonly token: string | null
}

/** Null: the programme has no such mentee. */
export const loadPack = async (
  tx: Transaction,
  { owner, masterKey, token }: AskedPack,
): Promise<LoadedPack | null> => {
  const { organisationId, participantId } = owner
  const participant = await findParticipant(tx, organisationId, participantId)
  const feedback = await loadFeedback(tx, { ...owner, masterKey, menteeId: participantId })
  if (feedback === null || participant?.programmeId !== owner.programmeId) return null
  const pack = await loadOpenPack(tx, { owner, token })
  const written = await listParts(tx, owner)
  const { programme } = feedback
  return {
    programme,
    participant,
    owner,
    pack,
    written,
    feedback,
    ...(await partsOf(tx, owner, pack)),
  }
}

type Parts = Pick<LoadedPack, 'selfAssessment' | 'reflection' | 'changes'>

const partsOf = async (tx: Transaction, owner: PackOwner, pack: OpenPack): Promise<Parts> => {
  if (pack.kind !== 'open') return { selfAssessment: null, reflection: null, changes: [] }
  const { key } = pack
  const selfAssessment = await findPart(tx, owner, { key, part: 'self_assessment' })
  const reflection = await findPart(tx, owner, { key, part: 'reflection' })
  const changes = await findPart(tx, owner, { key, part: 'changes' })
  return {
    selfAssessment:
      selfAssessment === null ? null : selfAssessmentSchema.parse(JSON.parse(selfAssessment)),
    reflection: reflection === null ? null : reflectionSchema.parse(JSON.parse(reflection)),
    changes: readChanges(changes),
  }
}
