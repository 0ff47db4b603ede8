/** Step 7: who approves what, for people to fill in. */
import type { WordBlock } from '../../platform/word-document.ts'
import { type AssessedSettings, toFill } from './settings.ts'

const person = 'name, position and date'

export const signOff = ({ governance }: AssessedSettings): readonly WordBlock[] => [
  { kind: 'heading', level: 1, text: 'Step 7: Sign off and record outcomes' },
  {
    kind: 'table',
    caption: 'Sign-off',
    columns: [
      { header: 'Item', share: 3 },
      { header: 'Name, position, date', share: 3 },
      { header: 'Notes', share: 4 },
    ],
    rows: [
      [
        'Measures approved by',
        toFill(person),
        'Put the measures into the plan of the programme, each with a date and a name.',
      ],
      [
        'Residual risks approved by',
        toFill(person),
        'If a high risk remains, ask the Information Commissioner before going ahead.',
      ],
      [
        'Advice of the data protection officer',
        governance.protectionOfficerName === ''
          ? toFill(person)
          : [`${governance.protectionOfficerName}, `, { blank: 'date' }],
        toFill(
          'summary of the advice on compliance, on the measures of step 6 and on whether to go ahead',
        ),
      ],
      ['Advice accepted or overruled by', toFill(person), toFill('if overruled, the reasons')],
      [
        'Responses to consultation reviewed by',
        toFill(person),
        toFill('if the decision departs from them, the reasons'),
      ],
      [
        'This assessment is kept under review by',
        toFill(person),
        toFill(
          'date of the next review; at the latest when the protocol or the governance page changes',
        ),
      ],
    ],
  },
]
