/**
 * Somebody withdraws, and what their consent promised is done. It stands here and not with the people, because it
 * reaches everything that a person gave, and this is the last room that holds any of it.
 */
import { endPairsOf } from '../allocation/departures/end-pairs.ts'
import { forgetInDraws } from '../allocation/departures/forget-in-draws.ts'
import { writePartnerMails } from '../allocation/departures/partner-mails.ts'
import {
  deleteWillingnessFor,
  deleteWillingnessOf,
} from '../allocation/willingness/withdrawal-store.ts'
import { leaveInterview, removeFromInterview } from '../interview/withdrawal/leave-interview.ts'
import { createRandom, freshSeed } from '../lib/random.ts'
import { fail, ok, type Result } from '../lib/result.ts'
import { drawCodes } from '../people/adding/respondent-codes.ts'
import { findConsent, setParticipantState } from '../people/consent/store.ts'
import { sessionCancelled } from '../people/delivery-log/model.ts'
import type { Participant, WithdrawalChoice } from '../people/model.ts'
import { findParticipant, listRespondents } from '../people/store.ts'
import {
  canWithdraw,
  lastPhaseOf,
  progressOf,
  promisedEffect,
  type WithdrawalProblem,
} from '../people/withdrawal/rules.ts'
import {
  deleteCharacteristics,
  deleteRespondent,
  insertRespondent,
} from '../people/withdrawal/store.ts'
import { type ActionContext, action, type Done } from '../platform/action.ts'
import { respondentOf } from '../platform/keys.ts'
import { cancelMailsOf } from '../platform/mail.ts'
import { type OpenProgramme, openProgramme } from '../protocol/open-programme.ts'
import { deleteCompletion } from '../questionnaires/completion-store.ts'
import { deleteDraft } from '../questionnaires/draft-store.ts'
import { rewriteStage } from '../questionnaires/windows/closing-store.ts'
import { listStageWindows } from '../questionnaires/windows/window-store.ts'
import { deleteComments, deleteFigures, moveFigures } from '../questionnaires/withdrawal-store.ts'
import type { Origin } from '../sessions/planning/mails.ts'
import { leaveSessions, removeFromSessions } from '../sessions/withdrawal/leave-sessions.ts'
import {
  deleteSessionFigures,
  moveSessionFigures,
} from '../sessions/withdrawal/withdrawal-store.ts'
import { deleteCodingsOf } from './withdrawal-store.ts'

export type Withdrawal = {
  readonly programmeId: string
  readonly participantId: string
  /** Null: as far as the programme has come. */
  readonly leftAfterPhase: number | null
  readonly origin: Origin
}

/** The effect is the one promised; nobody chooses another afterwards, neither the person nor the lead. */
export const withdrawParticipant = action(
  'consent.withdrawn',
  async (context, input: Withdrawal): Promise<Result<Done<null>, WithdrawalProblem>> => {
    const { tx, organisationId, masterKey } = context
    const { programmeId, participantId } = input
    const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
    const participant = await findParticipant(tx, organisationId, participantId)
    if (programme === null || participant?.programmeId !== programmeId) {
      return fail({ kind: 'participant.unknown' })
    }
    const allowed = canWithdraw(participant.state)
    if (!allowed.ok) return allowed
    const leaving = { ...(await leavingOf(context, programme, participant)), origin: input.origin }
    const leftAfterPhase = Math.min(input.leftAfterPhase ?? leaving.lastPhase, leaving.lastPhase)
    await setParticipantState(tx, programme, { participantId, state: 'withdrawn', leftAfterPhase })
    await cancelMailsOf(tx, { organisationId, participantId, keep: [sessionCancelled] })
    const consent = await findConsent(tx, programme, participantId)
    const effect = promisedEffect(consent)
    await effects[effect](context, leaving)
    return ok({ value: null, subject: participantId, details: { effect } })
  },
)

/** Who leaves what. */
type Leaving = {
  readonly programme: OpenProgramme
  readonly participant: Participant
  readonly respondent: string
  readonly lastPhase: number
  /** Every stage at which the person can have given anything. */
  readonly stages: readonly number[]
}

const leavingOf = async (
  { tx }: ActionContext,
  programme: OpenProgramme,
  participant: Participant,
): Promise<Leaving> => {
  const windows = await listStageWindows(tx, programme)
  const asked = programme.protocol.steps.flatMap((step) => ('stage' in step ? [step.stage] : []))
  return {
    programme,
    participant,
    respondent: respondentOf(programme.programmeKey, participant.participantId),
    lastPhase: lastPhaseOf(progressOf(programme, windows), participant.role),
    stages: [...new Set([...asked, ...windows.map(({ stage }) => stage)])],
  }
}

type Effect = (
  context: ActionContext,
  leaving: Leaving & { readonly origin: Origin },
) => Promise<void>

/** Nothing more is asked; what was sent stays, what was only typed goes. */
const stop: Effect = async (context, { programme, participant, stages, origin }) => {
  const { tx } = context
  const { participantId } = participant
  for (const stage of stages) await deleteDraft(tx, programme, { stage, participantId })
  await leaveInterview(tx, programme, participant)
  await writePartnerMails(context, programme, await endPairsOf(tx, programme, participantId))
  await leaveSessions(context, programme, { participantId, origin })
}

/** What goes whenever more than the asking ends. */
const clear: Effect = async (context, leaving) => {
  const { tx } = context
  const { programme, participant, respondent, stages } = leaving
  const { participantId } = participant
  await stop(context, leaving)
  for (const stage of stages) await deleteCompletion(tx, programme, { stage, participantId })
  await deleteCodingsOf(tx, programme, respondent)
  await deleteComments(tx, programme, respondent)
  await deleteCharacteristics(tx, programme, respondent)
  await deleteWillingnessOf(tx, programme, respondent)
  await removeFromInterview(tx, programme, participant)
  await removeFromSessions(tx, programme, participant)
  await forgetInDraws(tx, programme, participantId)
}

/** The respondent stays, with nothing to it, so that the number of people who agreed stays true. */
const remove: Effect = async (context, leaving) => {
  await clear(context, leaving)
  await deleteFigures(context.tx, leaving.programme, leaving.respondent)
  await deleteSessionFigures(context.tx, leaving.programme, leaving.respondent)
}

/** The figures go to a respondent that no key derives; written anew, they do not stand out among the others. */
const unlink: Effect = async (context, leaving) => {
  const { tx } = context
  const { programme, participant, respondent, stages } = leaving
  const { role } = participant
  await clear(context, leaving)
  await deleteWillingnessFor(tx, programme, respondent)
  const taken = (await listRespondents(tx, programme)).map(({ code }) => code)
  const [code = ''] = drawCodes([role], taken, createRandom(freshSeed()))
  const stranger = crypto.randomUUID()
  await insertRespondent(tx, programme, { respondent: stranger, role, code })
  await moveFigures(tx, programme, { from: respondent, to: stranger })
  await moveSessionFigures(tx, programme, { from: respondent, to: stranger })
  await deleteRespondent(tx, programme, respondent)
  for (const stage of stages) await rewriteStage(tx, programme, stage)
}

const effects: Readonly<Record<WithdrawalChoice, Effect>> = { stop, remove, unlink }
