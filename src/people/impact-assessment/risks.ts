/** The risks of a programme, each with what is done about it. Ratings are a first proposal for people to judge. */
import { peopleOf } from '../../protocol/wording/words.ts'
import type { Rating } from './risk-levels.ts'
import type { AssessedSettings } from './settings.ts'

export type Risk = {
  readonly title: string
  /** Where it comes from, and what it may do to whom. */
  readonly description: string
  readonly before: Rating
  readonly measures: string
  readonly after: Rating
}

/** Groups below this size hide nobody, whatever is left out of a table. */
const smallGroup = 10

export const risksOf = (settings: AssessedSettings): readonly Risk[] => [
  smallGroups(settings),
  retaliation(settings),
  coercion(settings),
  patientsInText(settings),
  ...accessRisks,
  severalRoles(settings),
  ...sessionRisks,
  ...keyRisks,
  keptTooLong(settings),
  ...remainingRisks,
]

const smallGroups = ({ programme, people }: AssessedSettings): Risk => {
  const { protocol } = programme
  const smallest = Math.min(people.mentor, people.mentee)
  return {
    title: 'Recognised in a small group',
    description: `With ${peopleOf(protocol, 'mentor', people.mentor)} and ${peopleOf(protocol, 'mentee', people.mentee)}, somebody who knows the group may recognise a person by a figure, a characteristic or a turn of phrase.`,
    before: {
      likelihood: smallest < smallGroup ? 'Probable' : 'Possible',
      severity: 'Significant',
    },
    measures: `Answers stand under pseudonyms. The lead sees no counts of answers, only whether there are ${protocol.rules.anonymityFloor} or more. Mentees see no answers. Before a table, a quotation or an export leaves the programme, the researcher checks what it gives away.`,
    after: { likelihood: 'Possible', severity: 'Significant' },
  }
}

const retaliation = ({ governance, programme }: AssessedSettings): Risk => ({
  title: 'Retaliation',
  description:
    'A senior guesses who said something critical, rightly or wrongly, and treats a junior worse in training, rota or reference.',
  before: { likelihood: 'Possible', severity: 'Severe' },
  measures: `One document for each mentee in the voice of the group, which the mentors agree before it is released. The mentor of a mentee is drawn at random among the willing, and brings the group’s words, not their own. Who was not willing or left is shown to no mentee. ${
    programme.protocol.rules.menteeVetoes === undefined
      ? ''
      : 'With whom a mentee does not want to be paired is asked in private and shown to nobody, no mentor and nobody who runs the programme. '
  }${
    governance.guardianName === ''
      ? 'The Freedom to Speak Up guardian is still to be named.'
      : `The Freedom to Speak Up guardian, ${governance.guardianName}, is named to all.`
  }`,
  after: { likelihood: 'Possible', severity: 'Significant' },
})

const supervisorRules = {
  ask: 'Mentors are also asked about their own supervisor, and answer in private.',
  avoid: 'The draw avoids a mentor’s own supervisor where it can.',
  forbid: 'No mentor is drawn for their own supervisor.',
} as const

const coercion = ({ programme }: AssessedSettings): Risk => ({
  title: 'Juniors feel that they must take part',
  description:
    'The invitation comes from the department, and the mentees are people on whom the mentors’ training depends. Agreement may not be free.',
  before: { likelihood: 'Possible', severity: 'Significant' },
  measures: `Declining takes one press of a button and no reason, and only the lead knows of it. Withdrawal is possible at any phase. Willingness is private, for each mentee by itself. ${supervisorRules[programme.protocol.rules.supervisor]} Somebody who is neither mentee nor supervisor of the people invited is made lead.`,
  after: { likelihood: 'Remote', severity: 'Significant' },
})

const patientsInText = ({ governance }: AssessedSettings): Risk => ({
  title: 'Free text names patients or colleagues',
  description:
    'Somebody describes an occasion in a way that identifies a patient or a colleague, or reports harm to a patient where nobody acts on it.',
  before: { likelihood: 'Possible', severity: 'Significant' },
  measures: `The information sheet and the pages ask for no names. Free text is encrypted and opens to researchers of the programme alone, who take names out before quoting. ${
    governance.patientSafetyRoute === ''
      ? 'Where a patient safety concern goes is still to be stated.'
      : `A patient safety concern goes another way: ${governance.patientSafetyRoute}`
  }`,
  after: { likelihood: 'Remote', severity: 'Significant' },
})

const accessRisks: readonly Risk[] = [
  {
    title: 'A personal link is forwarded',
    description:
      'A mail with a personal link is passed on. Whoever has the link sees that person’s pages, with answers not yet sent, and could answer in their name.',
    before: { likelihood: 'Possible', severity: 'Significant' },
    measures:
      'The mail says that the link is personal. It opens this person’s pages and nothing else. Answers that were sent are not shown again. A new link ends the old one, and the person is told of it.',
    after: { likelihood: 'Remote', severity: 'Significant' },
  },
  {
    title: 'A mailbox is read by somebody else',
    description:
      'A personal assistant or a delegate reads the mailbox of a senior and learns that they take part, or opens their link.',
    before: { likelihood: 'Probable', severity: 'Minimal' },
    measures:
      'Mails hold no answers and no feedback. Those about a session name the partner. A mentee can name somebody who books for them by a link of their own and sees no partner. Instead of a mail, a letter with a short code can be handed over in person.',
    after: { likelihood: 'Possible', severity: 'Minimal' },
  },
]

const severalRoles = ({ leadsWhoResearch }: AssessedSettings): Risk => ({
  title: 'One person with two roles',
  description:
    'Somebody who is both lead and researcher sees names on one page and answers on another, and in a small group can put them together.',
  before: { likelihood: leadsWhoResearch > 0 ? 'Probable' : 'Possible', severity: 'Significant' },
  measures: `At the time of writing ${
    leadsWhoResearch === 0
      ? 'nobody is both lead and researcher'
      : `${leadsWhoResearch} ${leadsWhoResearch === 1 ? 'person is' : 'people are'} both lead and researcher; give one of the roles to somebody else where that can be done`
  }. The program refuses the email address of anybody who runs the programme as that of a participant. Every role given stands in the audit log, in the giver’s name. An auditor who holds no other role reads it.`,
  after: { likelihood: leadsWhoResearch > 0 ? 'Possible' : 'Remote', severity: 'Significant' },
})

const sessionRisks: readonly Risk[] = [
  {
    title: 'Known who is paired with whom',
    description:
      'In a small programme somebody sees who is in which pair, or guesses from who is away at a planned time, and asks one of the two about it.',
    before: { likelihood: 'Probable', severity: 'Significant' },
    measures:
      'Pairs have labels of chance. Whoever runs the programme sees how far each pair is, not who, when or where; messages about a pair stand on no list of theirs; reminders go to all pairs at one point. Calendar entries are private and name no partner. Who ended a pair is not stored.',
    after: { likelihood: 'Possible', severity: 'Minimal' },
  },
  {
    title: 'What people write for themselves is asked for',
    description:
      'A court, a regulator or a superior asks for the reflection of a mentee, or somebody who says in a follow-up that they were treated worse is looked for.',
    before: { likelihood: 'Possible', severity: 'Severe' },
    measures:
      'The organisation cannot open a reflection pack; the pages say that a court can ask the mentee, and what to leave out. Of worse treatment only “nobody” or “at least one” is shown, once the wave has closed and enough have answered; the page tells the lead not to look for who it was, and to tell the Freedom to Speak Up guardian.',
    after: { likelihood: 'Remote', severity: 'Significant' },
  },
]

const keyRisks: readonly Risk[] = [
  {
    title: 'The master key is lost',
    description:
      'Without it free text cannot be read, pseudonyms cannot be computed, and withdrawal can no longer find what somebody gave.',
    before: { likelihood: 'Possible', severity: 'Significant' },
    measures:
      'A copy of the master key is kept apart from the database and its backups. Restoring is tried once before the programme opens.',
    after: { likelihood: 'Remote', severity: 'Significant' },
  },
  {
    title: 'The master key and the database are stolen together',
    description:
      'Whoever holds both can join names and answers and read all free text but that in reflection packs.',
    before: { likelihood: 'Possible', severity: 'Severe' },
    measures:
      'The two are kept in different places, with different people who may reach them. The server is kept up to date, inside the organisation’s network, behind https.',
    after: { likelihood: 'Remote', severity: 'Severe' },
  },
]

const keptTooLong = ({ governance }: AssessedSettings): Risk => ({
  title: 'Data are kept for longer than promised',
  description: 'Nobody remembers to delete when a period ends.',
  before: { likelihood: 'Probable', severity: 'Minimal' },
  measures: `The periods are fixed: answers ${governance.answersMonths} months, names ${governance.contactMonths}, mails ${governance.mailMonths}, audit log ${governance.auditMonths}. A named person deletes and records it, since the program does not do so by itself yet.`,
  after: { likelihood: 'Possible', severity: 'Minimal' },
})

const remainingRisks: readonly Risk[] = [
  {
    title: 'Withdrawal does not take everything back',
    description:
      'What went into the agreed document of the group, or into published figures, can no longer be taken out.',
    before: { likelihood: 'Possible', severity: 'Significant' },
    measures:
      'People read what each choice does before they agree, choose one, and get a copy. The program does what was promised.',
    after: { likelihood: 'Possible', severity: 'Minimal' },
  },
  {
    title: 'An invitation reaches the wrong person',
    description: 'A wrong address on the list tells a stranger who was invited to what.',
    before: { likelihood: 'Possible', severity: 'Minimal' },
    measures:
      'A list is shown for checking before it is taken over, and two people with one address are refused. A link sent to the wrong person is ended by making a new one.',
    after: { likelihood: 'Remote', severity: 'Minimal' },
  },
]
