/** The words for what is chosen on the governance page: on the page itself, and in the impact assessment. */
import type { lawfulBases, programmeKinds, specialConditions, toolOutcomes } from './model.ts'

type Worded<Values extends readonly string[]> = readonly {
  readonly value: Values[number]
  readonly label: string
  readonly hint: string
}[]

export const toolOutcomeChoices: Worded<typeof toolOutcomes> = [
  {
    value: 'not_research',
    label: 'Not research',
    hint: 'No approval by the HRA or a REC is needed',
  },
  { value: 'research', label: 'Research', hint: 'Approvals are needed before anybody is invited' },
]

export const programmeKindChoices: Worded<typeof programmeKinds> = [
  {
    value: 'service_evaluation',
    label: 'Service evaluation',
    hint: 'Judges how the programme does here. Register it with your audit or evaluation office',
  },
  {
    value: 'research',
    label: 'Research',
    hint: 'Seeks findings that hold elsewhere. It needs a sponsor and approvals',
  },
]

export const lawfulBasisChoices: Worded<typeof lawfulBases> = [
  {
    value: 'public_task',
    label: 'Public task, article 6(1)(e)',
    hint: 'The usual one in the NHS: training staff, improving services and doing research belong to the organisation’s tasks',
  },
  {
    value: 'legitimate_interests',
    label: 'Legitimate interests, article 6(1)(f)',
    hint: 'For organisations that are not public authorities. It needs a written assessment that weighs the interests',
  },
  { value: 'other', label: 'Another basis', hint: 'As your data protection officer advises' },
]

export const specialConditionChoices: Worded<typeof specialConditions> = [
  {
    value: 'none_collected',
    label: 'None is asked for',
    hint: 'No characteristic and no question asks for data of this kind',
  },
  {
    value: 'research_or_statistics',
    label: 'Research and statistics, article 9(2)(j)',
    hint: 'With schedule 1, paragraph 4 of the Data Protection Act 2018: it must be in the public interest',
  },
  {
    value: 'equality_monitoring',
    label: 'Equality of opportunity or treatment, article 9(2)(g)',
    hint: 'With schedule 1, paragraph 8 of the Data Protection Act 2018, and a written policy on these data',
  },
  {
    value: 'explicit_consent',
    label: 'Explicit consent, article 9(2)(a)',
    hint: 'Only where each such question can be left out and nothing follows from leaving it out',
  },
  { value: 'other', label: 'Another condition', hint: 'As your data protection officer advises' },
]
