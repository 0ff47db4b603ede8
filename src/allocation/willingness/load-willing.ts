/** What a mentor has to know to say whom they would mentor, and what they have said. */
import { listParticipants, listSupervisions } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { type Key, respondentOf } from '../../platform/keys.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import { listStageWindows } from '../../questionnaires/windows/window-store.ts'
import { type LoadedLock, loadLock } from './load-lock.ts'
import type { Answers } from './willing-replies.ts'
import {
  menteesFor,
  type OfferedMentee,
  offeredMentees,
  type WillingStanding,
  willingStanding,
} from './willing-rules.ts'
import { findLimitOf, findWillingnessOf } from './willing-store.ts'

/** What was said is only of those who are offered. */
export type Willing = LoadedLock &
  Answers & {
    readonly programme: OpenProgramme
    readonly standing: WillingStanding
    /** Everybody the mentor is asked about. */
    readonly offered: readonly OfferedMentee[]
    /** Their own supervisors, where the programme leaves these out. */
    readonly leftOut: readonly OfferedMentee[]
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
  const { protocol, state } = programme
  const participants = await listParticipants(tx, asked)
  const mentor = participants.find(({ participantId }) => participantId === asked.mentorId)
  if (mentor?.role !== 'mentor') return null
  const supervisions = await listSupervisions(tx, asked)
  const mentees = menteesFor({ mentorId: asked.mentorId, participants, supervisions })
  const offered = offeredMentees(mentees, protocol.rules)
  const locked = await loadLock(tx, programme)
  const answers = await loadAnswers(tx, programme, { mentorId: asked.mentorId, offered })
  const standing = willingStanding({
    mentor: mentor.state,
    programme: state,
    protocol,
    windows: await listStageWindows(tx, asked),
    lock: locked.lock,
    hasSaid: answers.said.size > 0,
  })
  return {
    ...locked,
    ...answers,
    programme,
    standing,
    offered,
    leftOut: mentees.filter((mentee) => !offered.includes(mentee)),
  }
}

type Whose = { readonly mentorId: string; readonly offered: readonly OfferedMentee[] }

const loadAnswers = async (
  tx: Transaction,
  programme: OpenProgramme,
  { mentorId, offered }: Whose,
): Promise<Answers> => {
  const { programmeKey } = programme
  const mentor = respondentOf(programmeKey, mentorId)
  const rows = await findWillingnessOf(tx, programme, mentor)
  const known = new Map(rows.map((row) => [row.mentee, row]))
  const own = offered.flatMap(({ participantId }) => {
    const row = known.get(respondentOf(programmeKey, participantId))
    return row === undefined ? [] : [{ participantId, ...row }]
  })
  return {
    said: new Map(own.map(({ participantId, isWilling }) => [participantId, isWilling])),
    ranks: new Map(
      own.flatMap(({ participantId, rank }) =>
        rank === null ? [] : [[participantId, rank] as const],
      ),
    ),
    most: await findLimitOf(tx, programme, mentor),
  }
}
