/** Which mails about open stages are due in a programme: looked up, not sent. */
import { dayOf } from '../../lib/dates.ts'
import { listConsents } from '../../people/consent/store.ts'
import { type Invitation, listInvitations } from '../../people/inviting/invitation-store.ts'
import type { Participant } from '../../people/model.ts'
import type { Due } from '../../people/reminders/remind.ts'
import { reminderDaysOf } from '../../people/reminders/reminder-rules.ts'
import { listReminders, type SentReminders } from '../../people/reminders/reminder-store.ts'
import { listParticipants, type Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { findQuestionnaire } from '../../protocol/rules.ts'
import { findProgramme } from '../../protocol/store.ts'
import { completionKeyOf, listCompletions } from '../completion-store.ts'
import type { StageWindow } from '../model.ts'
import { isSessionStage } from '../windows/session-stages.ts'
import { listEndsOfWaits, listWaits } from '../windows/stage-wait-store.ts'
import { listStageWindows } from '../windows/window-store.ts'
import { aboutStage, messageDue, remindingOf, type StageMessage } from './stage-reminder-rules.ts'

/** Somebody who takes part and can be let in by mail. */
type Reachable = {
  readonly person: Participant & { readonly email: string }
  readonly invitation: Invitation
  readonly agreedOn: string | null
}

export type DueMessage = Reachable &
  Due & {
    readonly message: StageMessage
    /** The last day to answer, YYYY-MM-DD; null: none is set. */
    readonly closesOn: string | null
    /** The stage opens for each pair once it has met, so that whoever gets the message has. */
    readonly tellsOfSession: boolean
  }

export const listDueMessages = async (
  tx: Transaction,
  programme: OpenProgramme,
  today: string,
): Promise<readonly DueMessage[]> => {
  const windows = (await listStageWindows(tx, programme)).filter(({ state }) => state === 'open')
  if (windows.length === 0) return []
  const people = await listReachable(tx, programme)
  const due: DueMessage[] = []
  for (const window of windows)
    due.push(...(await dueAbout(tx, { programme, window, people, today })))
  return due
}

const listReachable = async (tx: Transaction, place: Place): Promise<readonly Reachable[]> => {
  const agreed = new Map(
    (await listConsents(tx, place)).map((one) => [one.participantId, dayOf(one.agreedAt)]),
  )
  const invitations = new Map(
    (await listInvitations(tx, place)).map((one) => [one.participantId, one]),
  )
  return (await listParticipants(tx, place)).flatMap((participant) => {
    const { participantId, email, state } = participant
    const invitation = invitations.get(participantId)
    if (state !== 'agreed' || email === null || invitation === undefined) return []
    const agreedOn = agreed.get(participantId) ?? null
    return [{ person: { ...participant, email }, invitation, agreedOn }]
  })
}

type OfWindow = {
  readonly programme: OpenProgramme
  readonly window: StageWindow
  readonly people: readonly Reachable[]
  readonly today: string
}

const dueAbout = async (
  tx: Transaction,
  { programme, window, people, today }: OfWindow,
): Promise<readonly DueMessage[]> => {
  const { organisationId, programmeId, programmeKey } = programme
  const { stage, opensOn, closesOn, protocolVersion } = window
  const asked = await findProgramme(tx, organisationId, programmeId, protocolVersion)
  const questionnaire = asked === null ? undefined : findQuestionnaire(asked.protocol, stage)
  if (opensOn === null || questionnaire === undefined) return []
  const opened = openedFor(opensOn, await listEndsOfWaits(tx, programme, stage))
  const sent = await listSent(tx, programme, { stage, days: new Set(people.map(opened)) })
  const waiting = (await listWaits(tx, programme)).get(stage)
  const answered = (await listCompletions(tx, programme)).get(stage)
  const tellsOfSession = isSessionStage(programme.protocol, stage)
  return people.flatMap((one) => {
    const { participantId, role } = one.person
    if (questionnaire.asks[role] === undefined || waiting?.has(participantId) === true) return []
    const about = aboutStage({ stage, opensOn: opened(one) })
    const mine = sent.get(about)?.get(participantId) ?? new Set([])
    const since = { opensOn: opened(one), agreedOn: one.agreedOn, sent: mine }
    const reminding = remindingOf(reminderDaysOf(programme.protocol), since)
    const key = completionKeyOf(programmeKey, { stage, participantId }).toString('hex')
    const hasAnswered = answered?.has(key) === true
    const message = messageDue(reminding, { today, hasAnswered })
    if (message === null) return []
    const due = { participantId, about, numbers: message.numbers }
    return [{ ...one, ...due, message, closesOn, tellsOfSession }]
  })
}

/** For whoever waited for their session the stage opened when that was recorded, unless it was opened again since. */
const openedFor =
  (opensOn: string, endsOfWaits: ReadonlyMap<string, string>) =>
  ({ person }: Reachable): string => {
    const waitedUntil = endsOfWaits.get(person.participantId) ?? opensOn
    return waitedUntil > opensOn ? waitedUntil : opensOn
  }

/** What has gone, by what it was about. */
const listSent = async (
  tx: Transaction,
  place: Place,
  { stage, days }: { readonly stage: number; readonly days: ReadonlySet<string> },
): Promise<ReadonlyMap<string, SentReminders>> => {
  const sent = new Map<string, SentReminders>()
  for (const opensOn of days) {
    const about = aboutStage({ stage, opensOn })
    sent.set(about, await listReminders(tx, place, about))
  }
  return sent
}
