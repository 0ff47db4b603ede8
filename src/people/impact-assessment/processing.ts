/** Steps 1 and 2: why an assessment is needed, and what is done with which data. */
import type { WordBlock } from '../../platform/word-document.ts'
import { programmeKindChoices, specialConditionChoices } from '../../protocol/governance/choices.ts'
import type { Protocol, Step } from '../../protocol/model.ts'
import { questionnairesOf } from '../../protocol/rules.ts'
import { peopleOf } from '../../protocol/wording/words.ts'
import { whatIsAsked } from './asked.ts'
import { protections, whoSeesWhat } from './protections.ts'
import { type AssessedSettings, inMonths, labelOf, stated, toFill } from './settings.ts'

export const need = ({ programme, governance }: AssessedSettings): readonly WordBlock[] => [
  { kind: 'heading', level: 1, text: 'Step 1: Identify the need for an assessment' },
  { kind: 'paragraph', text: programme.protocol.summary },
  {
    kind: 'paragraph',
    text: [
      'The programme is run as: ',
      ...[
        stated(labelOf(programmeKindChoices, governance.kind), 'service evaluation or research?'),
      ].flat(),
      '.',
    ],
  },
  { kind: 'paragraph', text: 'An assessment is made because:' },
  {
    kind: 'list',
    entries: [
      'people give feedback about named seniors on whom their training and their references depend: between the two there is an imbalance of power;',
      'the groups are small, so that a pseudonym alone does not hide who somebody is;',
      'free text can name patients or colleagues, or show something about somebody’s health;',
      'feedback about a person’s work could do harm if it were used for anything else.',
    ],
  },
  {
    kind: 'paragraph',
    text: toFill('any other reason, and who decided that an assessment is needed'),
  },
]

export const processing = (settings: AssessedSettings): readonly WordBlock[] => [
  { kind: 'heading', level: 1, text: 'Step 2: Describe the processing' },
  { kind: 'heading', level: 2, text: 'Nature' },
  ...nature(settings),
  { kind: 'heading', level: 2, text: 'Scope' },
  ...scope(settings),
  { kind: 'heading', level: 2, text: 'Context' },
  ...context(settings),
  { kind: 'heading', level: 2, text: 'Purposes' },
  ...purposes,
]

const nature = (settings: AssessedSettings): readonly WordBlock[] => [
  {
    kind: 'list',
    entries: [
      'Collected: the programme lead enters names, addresses and who supervises whom. Everything else people enter themselves, on pages that a personal link opens, or on paper.',
      ...ofSessions(settings.programme.protocol),
      [
        'Stored: in one PostgreSQL database, which is either part of the installation and open to no network, or a server of the organisation. ',
        { blank: 'which of the two, on which server, in which country, run by whom' },
      ],
      'Used: to invite and remind, to draw who mentors whom, to write one document for each mentee, and to compute the results.',
      'Shared: the program sends data to nobody but the mail server. Researchers can take out the answers under pseudonyms; the names stay.',
      'Deleted: on withdrawal as the information sheet promises, and at the end of the periods below. The program does not yet delete by itself when a period ends.',
      mailsOf(settings),
    ],
  },
  whoSeesWhat(settings),
  protections(settings),
]

/** What is kept around the sessions; nothing where a protocol has none. */
const ofSessions = (protocol: Protocol): readonly string[] => {
  const { steps, rules } = protocol
  const has = (kind: Step['kind']): boolean => steps.some((step) => step.kind === kind)
  const hasFollowUps = questionnairesOf(protocol).some((step) => step.followUpMonths !== undefined)
  const only = (isSo: boolean, sentence: string): readonly string[] => (isSo ? [sentence] : [])
  return has('session')
    ? [
        ...aroundSessions,
        ...only(rules.sessionsPerPair > 1, afterEachSession),
        ...only(has('interview'), questionsToGroup),
        ...only(hasFollowUps, worseTreatment),
      ]
    : []
}

const aroundSessions = [
  'Of a session: what pairs planned, with time and place or link; that they met, on which day, for how many minutes, and how. What is said is asked nowhere: there is no field for it.',
  'Of a delegate: the name and the email address of somebody who books for a mentee, entered by that mentee, deleted when the mentee removes them or leaves and when the programme closes.',
  'Of people’s time: how long a step took them, in bands, if they like to say it.',
  'For themselves: a mentee can keep a reflection pack, which the organisation cannot read, and choose sentences on what they will change that the mentors read under the mentee’s name.',
] as const

const afterEachSession = 'After each session: three questions on a scale.'

const questionsToGroup =
  'About a document: a mentee can ask the group of mentors about a point of it, through the facilitator; the mentors write notes without their names.'

const worseTreatment =
  'Some months later: whether people think that they were treated worse because they took part or spoke openly. They can leave it out.'

const mailsOf = ({ sendsMail }: AssessedSettings): string =>
  `Mails: hold the name of the person, the name of the programme and a personal link. Those about a session name the partner, the time and the place, and bring an entry for the calendar, which names no partner. At the end of a programme everybody gets its results, as far as they may see them. Mails hold no answer and no feedback, and do not say what somebody answered. ${
    sendsMail
      ? 'They go through the organisation’s mail server.'
      : 'At the time of writing no mail server is set up: links and letters are handed over by the lead.'
  }`

const scope = (settings: AssessedSettings): readonly WordBlock[] => {
  const { programme, governance, people } = settings
  const { protocol, version, sha256 } = programme
  return [
    {
      kind: 'paragraph',
      text: `${peopleOf(protocol, 'mentor', people.mentor)} and ${peopleOf(protocol, 'mentee', people.mentee)} are on the list of the programme at the time of writing.`,
    },
    {
      kind: 'paragraph',
      text: `What they are asked stands in the protocol “${protocol.title}”, version ${version}. Its SHA-256 is ${sha256}: any change of the protocol gives another.`,
    },
    ...whatIsAsked(protocol),
    {
      kind: 'paragraph',
      text: [
        'Special category data: ',
        ...[
          stated(
            labelOf(specialConditionChoices, governance.specialCondition),
            'is any asked for, and under which condition?',
          ),
        ].flat(),
        '. Sex and age are not special category data; they are protected characteristics.',
      ],
    },
    retention(settings),
    { kind: 'paragraph', text: toFill('area covered: which sites and departments') },
  ]
}

const retention = ({ governance }: AssessedSettings): WordBlock => ({
  kind: 'table',
  caption: 'How long data are kept',
  columns: [
    { header: 'Data', share: 4 },
    { header: 'Kept for', share: 2 },
    { header: 'Counted from', share: 3 },
  ],
  rows: [
    [
      'Answers, scores and comments, under pseudonyms',
      inMonths(governance.answersMonths),
      'The day on which the programme closes',
    ],
    [
      'Names, email addresses and consents',
      inMonths(governance.contactMonths),
      'The day on which the programme closes',
    ],
    ['Mails', inMonths(governance.mailMonths), 'The day on which each was written'],
    [
      'Audit log, without names and answers',
      inMonths(governance.auditMonths),
      'The day on which the programme closes',
    ],
    ['Backups', toFill('how long?'), toFill('the day on which each was made?')],
    ['Who deletes, and how it is recorded', toFill('name or position'), ''],
  ],
})

const context = ({ programme }: AssessedSettings): readonly WordBlock[] => {
  const { mentor, mentee } = programme.protocol.roles
  return [
    {
      kind: 'list',
      entries: [
        `Relationship: the people are staff of the organisation or trainees placed with it. ${mentor.plural}: ${mentor.description}. ${mentee.plural}: ${mentee.description}.`,
        'Control: everybody can decline without a reason, leave out what is not required, and withdraw at any phase with the effects that they chose when they agreed.',
        'Expectation: people are told before they agree what is asked, who sees what, and what becomes of it.',
        'State of the field: a feasibility study of such a programme in the NHS was published in 2022 (doi 10.1136/bmjopen-2022-062361).',
        [{ blank: 'earlier concerns or incidents here with feedback, surveys or data of staff' }],
      ],
    },
  ]
}

const purposes: readonly WordBlock[] = [
  {
    kind: 'list',
    entries: [
      'For mentees: to learn how juniors see their work, from feedback that no single person can be blamed for.',
      'For mentors: to practise giving feedback to seniors, in a setting that protects them.',
      'For the organisation: to know whether the programme does any good, with figures that can be checked.',
      [{ blank: 'what the organisation wants to reach, and for whom' }],
    ],
  },
]
