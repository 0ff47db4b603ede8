/** What reminders about a session say: to both of a pair the same, and no reproach. */
import type { Partner } from '../../allocation/publishing/partners.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { notRecorded } from '../preparation/preparation-words.ts'
import { meetingInWords } from './meeting-words.ts'
import type { Plan } from './model.ts'
import type { ReminderKind } from './reminder-rules.ts'
import { timeInWords } from './typed-times.ts'

type Reminded = {
  readonly programme: OpenProgramme
  readonly name: string
  readonly partner: Partner
  readonly publicUrl: string
}

type Words = {
  readonly subject: string
  readonly paragraphs: readonly string[]
  readonly path: string
}

export const reminderWords = (
  { kind, plan }: { readonly kind: ReminderKind; readonly plan: Plan | null },
  { programme, name, partner, publicUrl }: Reminded,
): { readonly subject: string; readonly text: string } => {
  const { subject, paragraphs, path } = words[kind](
    `session of ${programme.name}`,
    partner.name,
    plan,
  )
  const page = `${publicUrl}/programmes/${programme.programmeId}${path}?partner=${partner.participantId}`
  return { subject, text: [`Dear ${name},`, ...paragraphs, page].join('\n\n') }
}

const timeOf = (plan: Plan | null): string =>
  plan === null || plan.startsAt === null ? '' : timeInWords(plan.startsAt)

const words = {
  tomorrow: (session, partner, plan) => ({
    subject: `Tomorrow: your ${session}`,
    paragraphs: [
      `Your ${session} with ${partner} is tomorrow:`,
      [timeOf(plan), plan === null ? '' : meetingInWords(plan)]
        .map((line) => `- ${line}`)
        .join('\n'),
      'To move or cancel it:',
    ],
    path: '/session',
  }),
  record: (session, partner, plan) => ({
    subject: `Did your ${session} take place?`,
    paragraphs: [
      `Your ${session} with ${partner} was planned for ${timeOf(plan)}. Once one of you has recorded that you met, what comes next opens. If you did not meet, move the session or cancel it.`,
      notRecorded,
      'To record the session:',
    ],
    path: '/session/record',
  }),
  answer: (session, partner) => ({
    subject: `Times for your ${session} wait for you`,
    paragraphs: [
      `${partner} has proposed times for your ${session}. Accept one of them, or propose others:`,
    ],
    path: '/session',
  }),
  plan: (session, partner) => ({
    subject: `Your ${session} can be planned`,
    paragraphs: [
      `Your ${session} with ${partner} is not planned yet. Either of you can begin and propose up to five times:`,
    ],
    path: '/session',
  }),
} as const satisfies Record<
  ReminderKind,
  (session: string, partner: string, plan: Plan | null) => Words
>
