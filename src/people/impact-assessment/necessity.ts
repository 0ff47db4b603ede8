/** Steps 3 and 4: who is consulted, and whether the processing is needed and in proportion. */
import type { WordBlock } from '../../platform/word-document.ts'
import { lawfulBasisChoices, specialConditionChoices } from '../../protocol/governance/choices.ts'
import type { ConsentText } from '../consent/model.ts'
import { type AssessedSettings, labelOf, stated, toFill } from './settings.ts'

export const consultation = ({ governance }: AssessedSettings): readonly WordBlock[] => [
  { kind: 'heading', level: 1, text: 'Step 3: Consider how to consult' },
  {
    kind: 'table',
    caption: 'Who is consulted',
    columns: [
      { header: 'Who', share: 4 },
      { header: 'When, how, and what they said', share: 6 },
    ],
    rows: [
      [
        'People who may become mentors, or their representatives',
        toFill('when and how, or why not'),
      ],
      [
        'People who may become mentees, or their representatives',
        toFill('when and how, or why not'),
      ],
      [
        ['Data protection officer: ', ...[stated(governance.protectionOfficerName, 'name')].flat()],
        toFill('date and advice; see step 7'),
      ],
      [
        ['Freedom to Speak Up guardian: ', ...[stated(governance.guardianName, 'name')].flat()],
        toFill('date and advice'),
      ],
      ['Information security', toFill('date and advice on server, backups and keys')],
      ['Medical education and human resources', toFill('date and advice')],
      ['Whoever hosts the server, if not the organisation', toFill('name, contract and date')],
    ],
  },
]

export const necessity = (settings: AssessedSettings): readonly WordBlock[] => [
  { kind: 'heading', level: 1, text: 'Step 4: Assess necessity and proportionality' },
  {
    kind: 'table',
    caption: 'Compliance and proportionality',
    columns: [
      { header: 'Question', share: 3 },
      { header: 'Answer', share: 7 },
    ],
    rows: [...lawRows(settings), ...proportionRows(settings), ...rightsRows],
  },
  ...withdrawal(settings),
]

type Row = Extract<WordBlock, { kind: 'table' }>['rows'][number]

const lawRows = ({ governance }: AssessedSettings): readonly Row[] => [
  [
    'Lawful basis (UK GDPR, article 6)',
    stated(
      chosen(labelOf(lawfulBasisChoices, governance.lawfulBasis), governance.lawfulBasisOther),
      'choose it on the governance page',
    ),
  ],
  [
    'Condition for special category data (article 9)',
    stated(
      chosen(
        labelOf(specialConditionChoices, governance.specialCondition),
        governance.specialConditionOther,
      ),
      'choose it on the governance page',
    ),
  ],
  [
    'Is consent the lawful basis?',
    'No. People are asked for their agreement to take part, because that is right. As the lawful basis it would have to be free in a way that is rarely so between an employer and its staff.',
  ],
]

/** The label; of another basis, what was written. */
const chosen = (label: string, other: string): string =>
  label.startsWith('Another') ? other : label

const proportionRows = ({ programme }: AssessedSettings): readonly Row[] => [
  [
    'Does it achieve the purpose?',
    [
      'The questionnaires before and after compare the same people. The number of people limits what they can show, and the report says so. ',
      { blank: 'why this is enough here' },
    ],
  ],
  [
    'Is there another way?',
    'Open feedback without a group voice would need less data and would expose juniors more. A survey without pseudonyms could not compare the same person before and after.',
  ],
  [
    'How is use for other purposes prevented?',
    `The protocol is fixed by its SHA-256 and locked from the first answer on; at present it is ${programme.isLocked ? 'locked' : 'not locked yet'}. The program passes nothing on to appraisal or revalidation. Only the mentee decides what to do with their own document, and whether to use their reflection pack, which nobody else can open.`,
  ],
  [
    'Are data kept to what is needed?',
    'Only what the tables of step 2 list is asked. Answers carry no time and no order. What is not answered leaves no trace. Of a session nothing is kept but that it took place, when, how and for how long.',
  ],
]

const rightsRows: readonly Row[] = [
  [
    'What are people told?',
    'The information sheet, before they agree, with each statement agreed to by itself. They get a copy.',
  ],
  [
    'How are their rights supported?',
    [
      'Access, correction and objection go through the data protection officer. While the programme’s key exists, the answers of a person can be found by computing their pseudonym. A reflection pack only its mentee can open and hand over. ',
      { blank: 'who answers a request, and by when' },
    ],
  ],
  [
    'Processors',
    toFill('none, where the organisation hosts it itself; otherwise name, contract and checks'),
  ],
  [
    'Transfers outside the United Kingdom',
    toFill('the program makes none; say whether hosting, backup or mail does'),
  ],
]

const withdrawal = ({ consent }: AssessedSettings): readonly WordBlock[] => [
  { kind: 'heading', level: 2, text: 'What withdrawing does' },
  ...(consent === null
    ? [
        {
          kind: 'paragraph',
          text: toFill(
            'no information sheet was saved yet; save it, then download this file again',
          ),
        } as const,
      ]
    : promised(consent.version, consent.text)),
]

const promised = (version: number, { withdrawal: offers }: ConsentText): readonly WordBlock[] => [
  {
    kind: 'paragraph',
    text:
      offers.length === 1
        ? `The information sheet, version ${version}, promises:`
        : `The information sheet, version ${version}, offers these. Each person chooses one before agreeing, and it cannot be changed for them afterwards:`,
  },
  { kind: 'list', entries: offers.map(({ effect }) => effect) },
]
