/** What mails about a session say. Nobody's address stands in them, and nothing of what it is about. */
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { meetingInWords } from './meeting-words.ts'
import type { Plan } from './model.ts'
import { timeInWords } from './typed-times.ts'

/** `ended`: the pair has, and with it the session. */
export type Happening = 'proposed' | 'planned' | 'moved' | 'cancelled' | 'ended'

/** Whose session it is, to whoever reads it. */
export type Addressed =
  | { readonly kind: 'own'; readonly partner: string; readonly page: string }
  /** Whoever books for a mentee is not told with whom. */
  | { readonly kind: 'delegate'; readonly mentee: string }

export type MailWords = {
  readonly programme: Pick<OpenProgramme, 'name'>
  readonly name: string
  readonly to: Addressed
  readonly plan: Plan
}

const subjects = {
  proposed: (session: string) => `Times for ${session}`,
  planned: (session: string) => `Planned: ${session}`,
  moved: (session: string) => `Moved: ${session}`,
  cancelled: (session: string) => `Cancelled: ${session}`,
  ended: (session: string) => `Cancelled: ${session}`,
} as const satisfies Record<Happening, (session: string) => string>

export const subjectOf = (happening: Happening, { programme, to }: MailWords): string =>
  subjects[happening](`${to.kind === 'own' ? 'your' : 'a'} session of ${programme.name}`)

export const textOf = (happening: Happening, words: MailWords): string =>
  [`Dear ${words.name},`, ...paragraphs[happening](words), ...wayOn(happening, words.to)].join(
    '\n\n',
  )

const sessionOf = ({ programme, to }: MailWords): string =>
  to.kind === 'own'
    ? `Your session of ${programme.name} with ${to.partner}`
    : `The session of ${programme.name} that you book for ${to.mentee}`

const timeOf = ({ startsAt }: Plan): string => (startsAt === null ? '' : timeInWords(startsAt))

const lines = (entries: readonly string[]): string =>
  entries.map((entry) => `- ${entry}`).join('\n')

const details = (plan: Plan): string => lines([timeOf(plan), meetingInWords(plan)])

const paragraphs = {
  proposed: (words: MailWords) => [
    `${sessionOf(words)} can be planned. These times are proposed:`,
    lines(words.plan.proposals.map(timeInWords)),
    `The session would take ${meetingInWords(words.plan)}.`,
  ],
  planned: (words: MailWords) => [
    `${sessionOf(words)} is planned:`,
    details(words.plan),
    'The entry for your calendar comes with this email.',
  ],
  moved: (words: MailWords) => [
    `${sessionOf(words)} has been moved. It is now:`,
    details(words.plan),
    'This email changes the entry in your calendar.',
  ],
  cancelled: (words: MailWords) => cancelled(words),
  ended: (words: MailWords) => cancelled(words),
} as const satisfies Record<Happening, (words: MailWords) => readonly string[]>

const cancelled = (words: MailWords): readonly string[] => [
  `${sessionOf(words)} is cancelled. It was planned for ${timeOf(words.plan)}.`,
  'This email takes the entry out of your calendar.',
]

const wayOn = (happening: Happening, to: Addressed): readonly string[] => {
  if (happening === 'ended') return ['There is nothing that you need to do.\n']
  const [own, booking] = ways[happening]
  if (to.kind === 'own') return [own, `${to.page}\n`]
  return [`To ${booking}, open the link that you have for booking.\n`]
}

const ways = {
  proposed: ['Accept one of them, or propose others:', 'accept one of them or propose others'],
  planned: ['To move or cancel it:', 'move or cancel it'],
  moved: ['To move it again, or cancel it:', 'move it again or cancel it'],
  cancelled: ['To plan another:', 'plan another'],
} as const
