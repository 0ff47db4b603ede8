/** The clock reminds both of a pair: of a session tomorrow, to record it, to answer proposed times, to plan at all. */
import { listPairs } from '../../allocation/store.ts'
import { listReachable, wayIn } from '../../people/inviting/reachable.ts'
import { type Due, remind } from '../../people/reminders/remind.ts'
import { dueReminders } from '../../people/reminders/reminder-rules.ts'
import { listReminders, type SentReminders } from '../../people/reminders/reminder-store.ts'
import type { ActionContext } from '../../platform/action.ts'
import type { Transaction } from '../../platform/database.ts'
import type { NewMail } from '../../platform/mail.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { listAgreements } from '../agreement/agreement-store.ts'
import { rulesHashOf } from '../agreement/rules.ts'
import { listSessions } from '../store.ts'
import { namesOf } from './mails.ts'
import type { Plan } from './model.ts'
import { listLastDays } from './plan-days-store.ts'
import { listPlans } from './plan-store.ts'
import {
  type PairFacts,
  type PairReminder,
  pairReminder,
  type ReminderKind,
} from './reminder-rules.ts'
import { reminderWords } from './reminder-words.ts'

type DueSession = Due & {
  readonly kind: ReminderKind
  readonly partnerId: string
  readonly plan: Plan | null
}

/** As they stand in the audit log. */
const changes = ['session.planned', 'session.moved', 'session.cancelled']

/** Of the pairs of now. */
const listFacts = async (
  tx: Transaction,
  programme: OpenProgramme,
  today: string,
): Promise<readonly PairFacts[]> => {
  const pairs = (await listPairs(tx, programme)).filter(({ hasEnded }) => !hasEnded)
  if (pairs.length === 0) return []
  const plans = await listPlans(tx, programme)
  const sessions = await listSessions(tx, programme)
  const agreedOn = await listAgreed(tx, programme)
  const proposed = await listLastDays(tx, programme, ['session_times.proposed'])
  const changed = await listLastDays(tx, programme, changes)
  return pairs.map((pair) => {
    const { pairId, mentorId, menteeId } = pair
    const own = plans.filter((plan) => plan.pairId === pairId)
    const days = [mentorId, menteeId].map((id) => agreedOn.get(`${pairId} ${id}`))
    return {
      ...{ pair, protocol: programme.protocol, today },
      plan: own.find(({ state }) => ['proposed', 'planned'].includes(state)) ?? null,
      heldOn: sessions.filter((one) => one.pairId === pairId).map((one) => one.heldOn),
      agreedOn: days.includes(undefined) ? null : (days.toSorted().at(-1) ?? null),
      proposedOn: proposed.get(pairId) ?? null,
      changedOn: changed.get(pairId) ?? null,
    }
  })
}

/** Pair and person → the day on which they agreed to the ground rules of now. */
const listAgreed = async (tx: Transaction, programme: OpenProgramme) => {
  const hash = rulesHashOf(programme.protocol)
  const agreements = await listAgreements(tx, programme)
  return new Map(
    agreements.flatMap(({ pairId, participantId, rulesSha256, agreedOn }) =>
      rulesSha256 === hash ? [[`${pairId} ${participantId}`, agreedOn]] : [],
    ),
  )
}

const listDue = async (
  tx: Transaction,
  programme: OpenProgramme,
  today: string,
): Promise<readonly DueSession[]> => {
  const due: DueSession[] = []
  for (const facts of await listFacts(tx, programme, today)) {
    const reminder = pairReminder(facts)
    if (reminder === null) continue
    const sent = await listReminders(tx, programme, reminder.about)
    due.push(...dueOf(facts, reminder, sent))
  }
  return due
}

const dueOf = (
  { pair: { mentorId, menteeId }, plan, today }: PairFacts,
  { kind, about, participantIds, since, days }: PairReminder,
  sent: SentReminders,
): readonly DueSession[] =>
  participantIds.flatMap((participantId) => {
    const had = sent.get(participantId) ?? new Set<number>()
    const numbers = dueReminders({ days, since, sent: had }, today)
    const partnerId = participantId === mentorId ? menteeId : mentorId
    return numbers.length === 0 ? [] : [{ kind, about, participantId, partnerId, numbers, plan }]
  })

type Mailing = {
  readonly programme: OpenProgramme
  readonly due: readonly DueSession[]
  readonly publicUrl: string
}

const mailsFor = async (
  context: ActionContext,
  { programme, due, publicUrl }: Mailing,
): Promise<readonly NewMail[]> => {
  const people = await listReachable(context, programme, publicUrl)
  const names = await namesOf(context, programme)
  return due.flatMap((one) => {
    const person = people.find(({ participantId }) => participantId === one.participantId)
    if (person === undefined) return []
    const partner = { participantId: one.partnerId, name: names.get(one.partnerId) ?? '' }
    const { subject, text } = reminderWords(one, {
      programme,
      name: person.name,
      partner,
      publicUrl,
    })
    return [
      {
        ...{ purpose: `session_${one.kind}_reminder`, about: person.participantId },
        ...{ to: person.email, subject, text: `${text}\n${wayIn(person.personalLink)}` },
      },
    ]
  })
}

/** Nothing in the audit log tells how many there were: it would tell how many have not answered. */
export const remindOfSessions = remind<DueSession>({
  event: 'session_reminders.sent',
  listDue,
  mailsFor,
})
