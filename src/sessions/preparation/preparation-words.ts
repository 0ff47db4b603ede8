/**
 * What helps before a session, a sentence or two each. What the published study found is cited where it is said (Raju
 * et al., BMJ Open 2022, doi 10.1136/bmjopen-2022-062361); the rest is how feedback is usually taught: what was seen
 * and what came of it rather than what somebody is like, a question rather than a verdict, and one thing to try.
 */
import type { Protocol, RoleId } from '../../protocol/model.ts'
import { insideSentence, listed, plural } from '../../protocol/wording/words.ts'

export type PreparationPart = { readonly title: string; readonly lines: readonly string[] }

export const preparationTitle: Readonly<Record<RoleId, string>> = {
  mentor: 'Prepare to give feedback',
  mentee: 'Prepare to receive feedback',
}

export const notRecorded =
  'Not recorded: nothing that you say to each other is kept here. All that is noted is that you met, when, for how long, and whether face to face or online.'

export const partsFor = (protocol: Protocol, role: RoleId): readonly PreparationPart[] =>
  role === 'mentor' ? forMentors(protocol) : forMentees(protocol)

export const hasDocument = ({ steps }: Protocol): boolean =>
  steps.some(({ kind }) => kind === 'interview')

const isOnline = ({ steps }: Protocol): boolean =>
  steps.some((step) => step.kind === 'session' && step.mode === 'online')

const place = (protocol: Protocol, office: string): string =>
  isOnline(protocol)
    ? 'Join from a place where nobody can overhear you.'
    : `Meet in a private place, away from ${office}.`

const time = ({ rules }: Protocol): string =>
  `Agree at the start when you will stop: after ${rules.sessionLimitMinutes} minutes at the latest.`

const only = (isSo: boolean, ...lines: readonly string[]): readonly string[] => (isSo ? lines : [])

const forMentors = (protocol: Protocol): readonly PreparationPart[] => {
  const mentee = insideSentence(protocol.roles.mentee.label)
  return [
    {
      title: 'Before you meet',
      lines: [
        ...only(
          hasDocument(protocol),
          'Read the document twice, and mark the two or three points that matter most. You do not have to get through all of it.',
          'Think of an example that anybody could have seen for each of them. If an example would give away who said it, leave it out.',
        ),
        place(protocol, `the office of the ${mentee}`),
        time(protocol),
      ],
    },
    {
      title: 'While you talk',
      lines: [
        'Begin with what goes well, and mean it.',
        'Say what was seen and what came of it, for patients or for the team. Do not say what somebody is like.',
        ...only(
          hasDocument(protocol),
          'Say “we”: you are the voice of the group. Nobody needs to know who said what, and you do not say it when you are asked.',
        ),
        'Say one thing at a time. Then ask “How does that look from your side?”, and wait.',
        `You help the ${mentee} to think; you do not have to have the answer.`,
        `If the ${mentee} explains or disagrees, listen. You do not have to win.`,
        `End with a question: “What would you like to try?” What comes of it is for the ${mentee} to decide.`,
      ],
    },
    {
      title: 'What others found',
      lines: [
        'Before the sessions of the published study, the junior doctors worried about the difference in power and about their relationships. The authors report that this did not come about, and that everybody called the experience good or excellent. There were five pairs, which is little to go by.',
        'They were more confident in giving feedback afterwards, most of all about clinical practice and areas for improvement.',
        'That the whole group had contributed may have made it safer for the one who spoke. Half of the sessions took 45 minutes or less.',
      ],
    },
  ]
}

const forMentees = (protocol: Protocol): readonly PreparationPart[] => {
  const mentors = plural(protocol, 'mentor')
  return [
    {
      title: 'What will happen',
      lines: [
        'You make time to meet your partner, just the two of you.',
        ...only(
          hasDocument(protocol),
          `Your partner brings what the ${mentors} say to you as a group, and talks it through with you.`,
          documentLine(protocol),
        ),
        place(protocol, 'your own office'),
        time(protocol),
      ],
    },
    {
      title: 'What to bring',
      lines: [
        'Nothing that has to be ready.',
        `It helps to have thought about how you see yourself in each of these: ${listed(protocol.domains.map(({ label }) => insideSentence(label)))}.`,
        'If you write something down for yourself, it stays with you.',
      ],
    },
    {
      title: 'While you talk',
      lines: [
        'Listen first. You do not have to agree, to explain or to answer at once.',
        'Ask what it would look like if it were better. Do not ask who said it, and do not try to find out.',
        'Your partner takes a risk in saying it to somebody senior. Say thank you, also for what is hard to hear.',
        'Choose one or two things that you want to try. Which, and whether, is for you to decide.',
      ],
    },
    {
      title: 'What others found',
      lines: [
        'In the published study, two of five consultants had concerns beforehand, such as the difference in power, and too little time. Afterwards all five had none, or lesser ones.',
        'All of them called it useful and said that it would change their practice.',
      ],
    },
  ]
}

const documentLine = ({ rules }: Protocol): string =>
  rules.documentShown === 'on_release'
    ? 'You find the document under Feedback once it is ready.'
    : 'You can read the document yourself afterwards, under Feedback.'

export const studyCited = {
  citation: 'Raju et al., BMJ Open 2022;12:e062361',
  href: 'https://doi.org/10.1136/bmjopen-2022-062361',
} as const
