/** What a mentor has to know to say whom they would mentor, and what they have said. */
import { listParticipants, listSupervisions } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { type Key, respondentOf } from '../../platform/keys.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import { listStageWindows } from '../../questionnaires/windows/window-store.ts'
import { isLocked } from '../procedure/draw-store.ts'
import {
  menteesFor,
  type OfferedMentee,
  offeredMentees,
  type Said,
  type WillingStanding,
  willingStanding,
} from './willing-rules.ts'
import { findWillingnessOf, isDrawn } from './willing-store.ts'

export type Willing = {
  readonly programme: OpenProgramme
  readonly standing: WillingStanding
  /** Everybody the mentor is asked about. */
  readonly offered: readonly OfferedMentee[]
  /** Their own supervisors, where the programme leaves these out. */
  readonly leftOut: readonly OfferedMentee[]
  /** Only of those who are offered. */
  readonly said: Said
}

export type WillingAsked = {
  readonly organisationId: string
  readonly programmeId: string
  readonly mentorId: string
  readonly masterKey: Key
}

/** Null: the programme has no such mentor. */
export const loadWilling = async (
  tx: Transaction,
  asked: WillingAsked,
): Promise<Willing | null> => {
  const programme = await openProgramme(tx, asked)
  if (programme === null) return null
  const { protocol, programmeKey, state } = programme
  const participants = await listParticipants(tx, asked)
  const mentor = participants.find(({ participantId }) => participantId === asked.mentorId)
  if (mentor?.role !== 'mentor') return null
  const supervisions = await listSupervisions(tx, asked)
  const mentees = menteesFor({ mentorId: asked.mentorId, participants, supervisions })
  const offered = offeredMentees(mentees, protocol.rules)
  const known = await findWillingnessOf(tx, asked, respondentOf(programmeKey, asked.mentorId))
  return {
    programme,
    standing: willingStanding({
      mentor: mentor.state,
      programme: state,
      protocol,
      windows: await listStageWindows(tx, asked),
      isDrawn: (await isLocked(tx, asked)) || (await isDrawn(tx, asked)),
    }),
    offered,
    leftOut: mentees.filter((mentee) => !offered.includes(mentee)),
    said: new Map(
      offered.flatMap(({ participantId }) => {
        const isWilling = known.get(respondentOf(programmeKey, participantId))
        return isWilling === undefined ? [] : [[participantId, isWilling] as const]
      }),
    ),
  }
}
