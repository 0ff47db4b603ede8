/** Sessions of a programme whose pairs are published, as tests of recording them need and look at them. */
import { sql } from 'kysely'
import { dayOf } from '../../src/lib/dates.ts'
import { listAuditEntries } from '../../src/platform/audit.ts'
import { insertCompletion } from '../../src/questionnaires/completion-store.ts'
import { listWaits } from '../../src/questionnaires/windows/stage-wait-store.ts'
import { listStageWindows, putStageWindow } from '../../src/questionnaires/windows/window-store.ts'
import { putPlan } from '../../src/sessions/planning/plan-store.ts'
import { listSessions } from '../../src/sessions/store.ts'
import { type DrawnPairs, everybodyIn } from './drawn-pairs.ts'
import type { Somebody } from './hospital.ts'

const today = dayOf(new Date())
const [year = '', month = '', day = ''] = today.split('-')

/** Of today, as it is typed and as a form sends it. */
export const aSession = {
  today,
  typed: { held: { day, month, year }, minutes: '47', mode: 'online' },
  form: {
    ...{ 'held-day': day, 'held-month': month, 'held-year': year },
    ...{ minutes: '47', mode: 'online', known: '0' },
  },
}

export const stored = (of: DrawnPairs) => of.change((tx, programme) => listSessions(tx, programme))

/** Who waits for the questionnaire after the session. */
export const waiting = (of: DrawnPairs) =>
  of.change(async (tx, programme) => (await listWaits(tx, programme)).get(5) ?? new Set<string>())

export const windowOf5 = async (of: DrawnPairs) =>
  (await of.change((tx, programme) => listStageWindows(tx, programme))).find(
    ({ stage }) => stage === 5,
  )

const known = (of: DrawnPairs, personId: string): Somebody => {
  const found = everybodyIn(of).find((one) => one.personId === personId)
  if (found === undefined) throw new Error('Nobody of this programme.')
  return found
}

export const pairsOf = async (of: DrawnPairs) =>
  (await of.pairs()).map(({ pairId, mentorId, menteeId }) => ({
    ...{ pairId, mentor: known(of, mentorId), mentee: known(of, menteeId) },
  }))

type Pairs = Awaited<ReturnType<typeof pairsOf>>

/** The mentor without a mentee. */
export const aloneIn = ({ mentors }: DrawnPairs, pairs: Pairs): Somebody => {
  const inPairs = pairs.map(({ mentor }) => mentor.personId)
  const found = mentors.find(({ personId }) => !inPairs.includes(personId))
  if (found === undefined) throw new Error('Everybody has a partner.')
  return found
}

type Planned = { readonly pairId: string; readonly startsAt: Date }

/** As if one of the two had proposed this time, and the other had accepted it. */
export const planned = (of: DrawnPairs, { pairId, startsAt }: Planned) =>
  of.change((tx, programme) =>
    putPlan(tx, programme, {
      ...{ planId: crypto.randomUUID(), pairId, state: 'planned', proposedBy: 'mentee' },
      ...{ proposals: [], startsAt, calendarUid: crypto.randomUUID(), calendarSequence: 0 },
      ...{ timesMoved: 0, minutes: 60, mode: 'face_to_face', place: 'Library' },
    }),
  )

/** The mentors answer the stage before the session once it has closed, each at another time. */
export const lateAnswers = async (of: DrawnPairs): Promise<void> => {
  const dates = { opensOn: today, closesOn: today }
  const window = { stage: 4, state: 'closed', protocolVersion: 1, ...dates } as const
  await of.change((tx, programme) => putStageWindow(tx, programme, window))
  for (const { personId: participantId } of of.mentors)
    await of.change((tx, programme) => insertCompletion(tx, programme, { stage: 4, participantId }))
}

/** The transactions that wrote them. */
export const writingsAt4 = (of: DrawnPairs): Promise<ReadonlySet<string>> =>
  of.change(async (tx) => {
    const { rows } = await sql<{ xmin: string }>`
      select xmin::text from completions where stage = 4`.execute(tx)
    return new Set(rows.map(({ xmin }) => xmin))
  })

/** As if these people had none. */
export const forget = (of: DrawnPairs, table: 'stageWaits' | 'reminders', ids: readonly string[]) =>
  of.change((tx) => tx.deleteFrom(table).where('participantId', 'in', ids).execute())

export const entriesOf = async (of: DrawnPairs, event: string) => {
  const { organisationId } = of.scope
  const entries = await of.change((tx) => listAuditEntries(tx, organisationId, 100))
  return entries.filter((entry) => entry.event === event)
}
