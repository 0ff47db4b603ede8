import { dayInWords } from '../../lib/dates.ts'

/** What reminders say. They may be read by others over somebody's shoulder: no answer is in them, and no reproach. */
export type Reminded = {
  readonly programme: string
  readonly name: string
  /** The personal link. */
  readonly address: string
}

/** `lastDay`: of the questionnaire that closes first, YYYY-MM-DD; null: none has a day. */
export type AboutStages = Reminded & { readonly lastDay: string | null }

const until = (lastDay: string | null): string =>
  lastDay === null ? '' : ` The last day to answer is ${dayInWords(lastDay)}.`

type MailWords = { readonly subject: string; readonly text: string }

export const invitationReminderMail = ({ programme, name, address }: Reminded): MailWords => ({
  subject: `Your invitation to ${programme}`,
  text: `Dear ${name},

You were invited to take part in ${programme}, and have not said yet whether you want to.

This is your personal link. It opens your own pages and nothing else, so do not pass it on:

${address}

There you can read what taking part means, and say yes or no. You do not have to give a reason, and after either answer no more reminders come.
`,
})

export const stageOpenedMail = ({ programme, name, address, lastDay }: AboutStages): MailWords => ({
  subject: `A questionnaire of ${programme} is open`,
  text: `Dear ${name},

A questionnaire of ${programme} is open.${until(lastDay)} This is your personal link to it:

${address}

You can stop and come back later: what you have typed is kept. If you have sent it in already, there is nothing to do.
`,
})

export const stageReminderMail = ({
  programme,
  name,
  address,
  lastDay,
}: AboutStages): MailWords => ({
  subject: `A questionnaire of ${programme} is waiting for you`,
  text: `Dear ${name},

A questionnaire of ${programme} is waiting for you.${until(lastDay)} This is your personal link to it:

${address}

If you have sent it in already, there is nothing to do. If you no longer want to take part, you can say so on your pages.
`,
})
