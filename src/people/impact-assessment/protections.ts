/** Who sees what, and how data are protected: what the program itself makes so, and nothing else. */
import type { WordBlock, WordText } from '../../platform/word-document.ts'
import type { Protocol } from '../../protocol/model.ts'
import { type AssessedSettings, toFill } from './settings.ts'

export const whoSeesWhat = ({ programme: { protocol } }: AssessedSettings): WordBlock => ({
  kind: 'table',
  caption: 'Who sees what in the program',
  columns: [
    { header: 'Who', share: 2 },
    { header: 'Sees', share: 4 },
    { header: 'Never sees on any page', share: 4 },
  ],
  rows: [...staffSee(protocol), ...participantsSee(protocol), operatorSees],
})

type Rows = Extract<WordBlock, { kind: 'table' }>['rows']

const staffSee = ({ rules }: Protocol): Rows => [
  [
    'Administrator',
    'Staff and their roles, mails to staff, the audit log',
    'Answers, what anybody said in private before the draw, notes, documents; the personal links of participants',
  ],
  [
    'Programme lead',
    `Names and addresses; who is invited, agreed, declined or withdrew. Of answers only whether a stage is collecting, has enough (${rules.anonymityFloor} or more) or is closed. How far each pair is, by its label; of follow-ups what ${rules.anonymityFloor} or more say, and of worse treatment only “nobody” or “at least one”`,
    'Who answered or scored what, or refused whom; who is paired with whom where the pairs were drawn, and who ended a pair; messages about a pair; reflection packs; what is said in a session',
  ],
  [
    'Facilitator',
    'The group interview and its documents; questions to the group, with the name of whoever asks',
    'Scores; what anybody said in private before the draw; which mentor wrote what about a question',
  ],
  ['Researcher', 'Answers and statistics under pseudonyms', 'Names'],
  ['Auditor', 'What was done, by which role, and when', 'Answers'],
]

const participantsSee = ({ roles, rules }: Protocol): Rows => [
  [
    roles.mentor.label,
    'Their own answers until they send them; the document of their own pair; sentences that mentees share, with their names',
    `Other people’s answers; who else wrote something about a question${rules.menteeVetoes === undefined ? '' : '; which mentee did not want to be paired with whom'}`,
  ],
  [
    roles.mentee.label,
    `Their own answers until they send them; their own document, ${rules.documentShown === 'on_release' ? 'once it is released' : 'once their session is over'}`,
    'Who said what, who was not willing, who left',
  ],
  [
    'Whoever books for a mentee',
    'When and where that mentee’s sessions are',
    'With whom, and everything else of the programme',
  ],
]

const operatorSees: Rows[number] = [
  'Whoever runs the server',
  'Everything but reflection packs, if they hold both the database and the master key; that there is a pack, and which of its parts are written',
  'What is in a reflection pack, unless they change the running program or guess its passphrase',
]

export const protections = ({ isSecure }: AssessedSettings): WordBlock => ({
  kind: 'table',
  caption: 'Protections',
  columns: [
    { header: 'What', share: 3 },
    { header: 'How', share: 7 },
  ],
  rows: [...ofData, ['Encryption on the way', onTheWay(isSecure)], ...ofAccess],
})

const onTheWay = (isSecure: boolean): WordText =>
  isSecure
    ? 'People reach the service by https.'
    : [
        'At the time of writing the service is not reached by https. ',
        { blank: 'from when on is it? Invite nobody before' },
      ]

const ofData: Rows = [
  [
    'Names apart from answers',
    'Answers stand under a pseudonym: a keyed hash of the person (HMAC-SHA-256) under a key of this programme. No column of the database joins names and answers, and no answer carries a time. This is pseudonymisation: the answers are confidential, and they are still personal data. They are not anonymous.',
  ],
  [
    'Encryption in the database',
    'Free text, unsent drafts and mails are encrypted (AES-256-GCM). Names, email addresses, characteristics, scores and choices are not encrypted by the program.',
  ],
  ['Encryption of the disk', toFill('is the disk of the database server encrypted, and by what?')],
  [
    'Keys',
    'A master key encrypts the key of the organisation, and that one the key of the programme. Whoever has the database without the master key can link no answer to a person and read no free text.',
  ],
  [
    'Reflection packs',
    'Each has a key of its own, which only the mentee’s passphrase (scrypt) or recovery code opens; neither is stored. The organisation cannot read, restore or hand over what is in one.',
  ],
  ['The master key and its copy', toFill('where are they kept, and who can reach them?')],
]

const ofAccess: Rows = [
  [
    'Other organisations',
    'Every table belongs to an organisation, and the database itself refuses rows of another one (row-level security).',
  ],
  [
    'Pages',
    'Every page names who may open it. A page that is not open to somebody looks like one that does not exist.',
  ],
  [
    'Signing in',
    'By links of 256 random bits, or by the code of a letter, ten characters long; the database has no copy of either that could be used. Opening a link does nothing; a button on the page does. A sign-in lasts 12 hours at most. There is no second factor yet, and only the length of a code limits guessing.',
  ],
  [
    'Record of changes',
    'Every change is an entry in an audit log that the program can add to and not alter. What participants do with their answers is entered without their name.',
  ],
  ['Logs', 'Pages and durations, without names, answers or links.'],
  ['Test by somebody independent', toFill('none is known to the makers. Has one been done here?')],
]
