/**
 * The data protection impact assessment of a programme, filled in from its settings: a Word file for people to
 * complete. It follows the seven steps of the Information Commissioner's template, and names no participant.
 */
import { dayInWords } from '../../lib/dates.ts'
import type { WordBlock, WordDocument } from '../../platform/word-document.ts'
import { consultation, necessity } from './necessity.ts'
import { need, processing } from './processing.ts'
import { riskSteps } from './risk-tables.ts'
import { risksOf } from './risks.ts'
import { type AssessedSettings, stated } from './settings.ts'
import { signOff } from './sign-off.ts'

export const impactAssessment = (settings: AssessedSettings): WordDocument => ({
  title: `Data protection impact assessment: ${settings.programme.name}`,
  language: 'en-GB',
  footer: `Draft of ${dayInWords(settings.madeOn)}, protocol version ${settings.programme.version}`,
  blocks: [
    ...introduction(settings),
    ...need(settings),
    ...processing(settings),
    ...consultation(settings),
    ...necessity(settings),
    ...riskSteps(risksOf(settings)),
    ...signOff(settings),
  ],
})

const introduction = (settings: AssessedSettings): readonly WordBlock[] => [
  {
    kind: 'paragraph',
    text: [
      `Written by Turnabout on ${dayInWords(settings.madeOn)} from the settings of the programme, in the seven steps of the template of the Information Commissioner’s Office. It is a draft until step 7 is signed. What a person must still write is marked: `,
      { blank: 'what is asked for' },
      '.',
    ],
  },
  {
    kind: 'table',
    caption: 'The programme',
    columns: [
      { header: 'What', share: 3 },
      { header: 'As recorded', share: 7 },
    ],
    rows: rows(settings),
  },
]

type Rows = Extract<WordBlock, { kind: 'table' }>['rows']

const rows = ({ organisation, programme, governance }: AssessedSettings): Rows => [
  ['Controller', organisation],
  ['Programme', programme.name],
  ['Site', stated(programme.site ?? '', 'site')],
  ['Sponsor or responsible officer', stated(governance.sponsor, 'name and position')],
  [
    'Data protection officer',
    stated(
      [governance.protectionOfficerName, governance.protectionOfficerEmail]
        .filter((part) => part !== '')
        .join(', '),
      'name and email address',
    ),
  ],
  ...footing(governance),
  ['Protocol', `${programme.protocol.title}, version ${programme.version}`],
]

const footing = (governance: AssessedSettings['governance']): Rows => {
  const {
    registrationOffice,
    registrationNumber,
    approvalBodies,
    approvalReference,
    toolUsedBy,
    toolUsedOn,
  } = governance
  const isResearch = governance.kind === 'research'
  const [by, reference] = isResearch
    ? [approvalBodies, approvalReference]
    : [registrationOffice, registrationNumber]
  return [
    [
      'HRA decision tool',
      toolUsedOn === '' || governance.toolOutcome === ''
        ? [{ blank: 'outcome, date and by whom' }]
        : `${governance.toolOutcome === 'research' ? 'Research' : 'Not research'}, ${dayInWords(toolUsedOn)}, ${toolUsedBy}`,
    ],
    [
      isResearch ? 'Approved by' : 'Registered with',
      stated(
        [by, reference].filter((part) => part !== '').join(', '),
        'office or body, and number',
      ),
    ],
  ]
}
