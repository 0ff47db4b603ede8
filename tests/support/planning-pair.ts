/** A pair that plans its session, each from their own page, and what their calendars are told. */
import type { Database } from '../../src/platform/database.ts'
import type { StoredMail } from '../../src/platform/mail.ts'
import type { Plan } from '../../src/sessions/planning/model.ts'
import { listPlans } from '../../src/sessions/planning/plan-store.ts'
import { remindOfSessions } from '../../src/sessions/planning/reminders.ts'
import { typedTimeOf } from '../../src/sessions/planning/typed-times.ts'
import { theFirstPair } from './agreeing.ts'
import { instantOf, onlyValue, readCalendar, unescaped } from './calendar-file.ts'
import { type DrawnPairs, startPublished } from './drawn-pairs.ts'
import type { Somebody } from './hospital.ts'
import { wordsAt } from './signing-off.ts'
import { send } from './visit.ts'
import { type Server, usualUrl } from './world.ts'

type Form = Readonly<Record<string, string>>

/** What calendars were told, the first first. */
export type ToldEntry = {
  readonly method: string
  readonly uid: string
  readonly sequence: number
  readonly startsAt: Date
  readonly place: string
}

export type PlanningPair = {
  readonly published: DrawnPairs
  readonly mentor: Somebody
  readonly mentee: Somebody
  readonly pathOf: (rest?: string) => string
  readonly words: (as: Somebody, rest?: string) => Promise<string>
  /** A form with a partner, the plan of now, a place and these times; `form` takes precedence. */
  readonly sendPlan: (as: Somebody, what: string, sent: SentPlan) => Promise<Response>
  readonly propose: (as: Somebody, times: readonly Date[]) => Promise<Response>
  readonly accept: (as: Somebody, time: Date, form?: Form) => Promise<Response>
  readonly move: (as: Somebody, time: Date, form?: Form) => Promise<Response>
  readonly cancel: (as: Somebody, form?: Form) => Promise<Response>
  /** The mentee proposes one time, and the mentor accepts it. */
  readonly plan: (time: Date) => Promise<void>
  readonly plans: () => Promise<readonly Plan[]>
  readonly currentPlan: () => Promise<Plan | undefined>
  /** The first first. */
  readonly mails: () => Promise<readonly StoredMail[]>
  readonly sentTo: (who: Somebody) => Promise<readonly StoredMail[]>
  readonly toldTo: (who: Somebody) => Promise<readonly ToldEntry[]>
  /** Two servers look at noon of that day. @returns the purposes of what was sent */
  readonly remindOn: (time: Date) => Promise<readonly string[]>
  /** Nothing is planned, and nobody was told anything. */
  readonly forget: () => Promise<void>
}

export type SentPlan = { readonly form?: Form; readonly times?: readonly Date[] }

const minute = 60_000

/** To the minute, as times are typed. */
export const inDays = (days: number): Date =>
  new Date(Math.ceil(Date.now() / minute) * minute + days * 86_400_000)

const timeFields = (times: readonly Date[]) =>
  Object.fromEntries(
    times.flatMap((time, place) =>
      Object.entries(typedTimeOf(time)).map(([part, value]) => [
        `time-${place + 1}-${part}`,
        value,
      ]),
    ),
  )

const library = { minutes: '45', mode: 'face_to_face', place: 'Library, room 4' }

/** What a mail says to a calendar: nothing, or one entry. */
export const entryIn = ({ calendar }: Pick<StoredMail, 'calendar'>): readonly ToldEntry[] => {
  if (calendar === undefined) return []
  const { around, entry } = readCalendar(calendar.text)
  const value = (name: string) => onlyValue(entry, name)
  return [
    {
      method: onlyValue(around, 'METHOD'),
      ...{ uid: value('UID'), sequence: Number(value('SEQUENCE')) },
      ...{ startsAt: instantOf(value('DTSTART')), place: unescaped(value('LOCATION')) },
    },
  ]
}

export const startPlanning = async (
  database: Database,
  server: Server,
  size = { mentors: 2, mentees: 2 },
): Promise<PlanningPair> => {
  const published = await startPublished(database, size)
  const { mentor, mentee } = await theFirstPair(published)
  const pathOf = (rest = ''): string => `/programmes/${published.programmeId}/session${rest}`
  const plans = () => published.change((tx, programme) => listPlans(tx, programme))
  const currentPlan = async () =>
    (await plans()).find(({ state }) => state === 'proposed' || state === 'planned')
  const sendPlan = async (as: Somebody, what: string, { form = {}, times = [] }: SentPlan) => {
    const { personId } = as === mentor ? mentee : mentor
    const carried = { partner: personId, plan: (await currentPlan())?.planId ?? '' }
    const all = { ...carried, ...library, ...timeFields(times), ...form }
    return send(server, pathOf(`/${what}`), { as, form: all })
  }
  const propose = (as: Somebody, times: readonly Date[]) => sendPlan(as, 'propose', { times })
  const accept = (as: Somebody, time: Date, form: Form = {}) =>
    sendPlan(as, 'accept', { form: { startsAt: time.toISOString(), ...form } })
  const mails = async () => (await published.mails()).toReversed()
  const sentTo = async ({ personId }: Somebody) =>
    (await mails()).filter(({ to }) => to === `${personId}@hospital.example`)
  return {
    ...{ published, mentor, mentee, pathOf, plans, currentPlan, sendPlan, propose, accept },
    ...{ mails, sentTo },
    words: (as, rest) => wordsAt(server, pathOf(rest), as),
    move: (as, time, form = {}) => sendPlan(as, 'move', { times: [time], form }),
    cancel: (as, form = {}) => sendPlan(as, 'cancel', { form }),
    plan: async (time) => {
      for (const reply of [await propose(mentee, [time]), await accept(mentor, time)])
        if (reply.status !== 303) throw new Error(`It was not planned: ${reply.status}`)
    },
    toldTo: async (who) => (await sentTo(who)).flatMap(entryIn),
    remindOn: async (time) => {
      const before = (await mails()).length
      const now = new Date(`${time.toISOString().slice(0, 10)}T12:00:00Z`)
      const run = { now, publicUrl: usualUrl }
      await Promise.all([1, 2].map(() => remindOfSessions(published.scope, run)))
      return (await mails()).slice(before).map(({ purpose }) => purpose)
    },
    forget: () =>
      published.change(async (tx) => {
        for (const table of ['sessionPlans', 'sessionDelegates', 'mails', 'reminders'] as const)
          await tx.deleteFrom(table).execute()
      }),
  }
}
