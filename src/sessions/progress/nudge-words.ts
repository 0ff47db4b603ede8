/** What the pairs at a point are told: the same words to all of them, and no name of a partner. */
import type { NudgePoint } from './model.ts'

/** As it stands on the lead's page. */
export const pointWords: Readonly<Record<NudgePoint, string>> = {
  agree: 'have not both agreed to the ground rules',
  plan: 'have no time for their session yet',
  record: 'had a time on a day that has passed, and have recorded no session',
}

type Words = {
  readonly subject: string
  readonly says: string
  /** Of the page to which it leads, below the programme. */
  readonly path: string
}

const mailWords: Readonly<Record<NudgePoint, Words>> = {
  agree: {
    subject: 'The ground rules are waiting for your pair',
    says: 'You and a partner have not both agreed to the ground rules yet. If you have agreed already, there is nothing to do: your partner gets this email, too.',
    path: '/agreement',
  },
  plan: {
    subject: 'Find a time for your session',
    says: 'You and a partner have no time for your session yet. Propose up to five times, or accept one that your partner has proposed. Both of you get this email.',
    path: '/session',
  },
  record: {
    subject: 'Did your session take place?',
    says: 'The time that you and a partner planned for your session has passed, and no session is recorded. If you met, one of you records the day, the length and how you met: nothing else is asked. If you did not meet, move it to another time or cancel it. Both of you get this email.',
    path: '/session',
  },
}

export const nudgePath = (point: NudgePoint): string => mailWords[point].path

export type Nudged = {
  readonly programme: string
  readonly name: string
  /** The page. */
  readonly address: string
  readonly wayIn: string
}

export const nudgeMail = (point: NudgePoint, { programme, name, address, wayIn }: Nudged) => ({
  subject: `${mailWords[point].subject} (${programme})`,
  text: `Dear ${name},

${mailWords[point].says}

${address}

The programme lead sent this to all pairs at this point at once, and sees them under numbers, without names. If you would rather not go on with a pair, you can end it on your page, without a reason.
${wayIn}`,
})
