/** What is still to be stated about a programme. */
import { createHash } from 'node:crypto'
import type { Governance } from './model.ts'

type Field = keyof Governance

/** Something that must be stated or corrected: the sentence says what, the field where. */
export type GovernanceGap = { readonly field: Field; readonly sentence: string }

type Needed = GovernanceGap & { readonly isMissing: (governance: Governance) => boolean }

const needs = (
  field: Field,
  sentence: string,
  isAsked: (governance: Governance) => boolean = () => true,
): Needed => ({
  field,
  sentence,
  isMissing: (governance) => isAsked(governance) && governance[field] === '',
})

const isResearch = ({ kind }: Governance): boolean => kind === 'research'
const isEvaluation = ({ kind }: Governance): boolean => kind === 'service_evaluation'

const needed: readonly Needed[] = [
  needs('kind', 'Say whether the programme is service evaluation or research'),
  needs('toolOutcome', 'Record what the HRA decision tool said'),
  needs('toolUsedOn', 'Record the day on which the decision tool was used'),
  needs('toolUsedBy', 'Record who used the decision tool'),
  {
    field: 'kind',
    sentence:
      'The decision tool said research, and the programme is recorded as service evaluation. Ask your research office, then correct one of them',
    isMissing: (governance) => isEvaluation(governance) && governance.toolOutcome === 'research',
  },
  needs('approvalBodies', 'Name the bodies that approved the research', isResearch),
  needs('approvalReference', 'Give the reference of the approval', isResearch),
  needs(
    'registrationOffice',
    'Name the office with which the service evaluation is registered',
    isEvaluation,
  ),
  needs('registrationNumber', 'Give the number under which it is registered', isEvaluation),
  needs('sponsor', 'Name the sponsor or responsible officer'),
  needs('lawfulBasis', 'Choose the lawful basis'),
  needs(
    'lawfulBasisOther',
    'Name the other lawful basis',
    ({ lawfulBasis }) => lawfulBasis === 'other',
  ),
  needs('specialCondition', 'Choose the condition for special category data'),
  needs(
    'specialConditionOther',
    'Name the other condition for special category data',
    ({ specialCondition }) => specialCondition === 'other',
  ),
  needs('guardianName', 'Name the Freedom to Speak Up guardian'),
  {
    field: 'guardianEmail',
    sentence: 'Give the guardian’s email address or phone number',
    isMissing: ({ guardianEmail, guardianPhone }) => guardianEmail === '' && guardianPhone === '',
  },
  needs('guardianWords', 'Write what participants are told about the guardian'),
  needs('protectionOfficerName', 'Name the data protection officer'),
  needs('protectionOfficerEmail', 'Give the data protection officer’s email address'),
  needs('patientSafetyRoute', 'Write where a patient safety concern goes'),
]

/** In the order of the form; none: everything is stated. */
export const governanceGaps = (governance: Governance): readonly GovernanceGap[] =>
  needed
    .filter(({ isMissing }) => isMissing(governance))
    .map(({ field, sentence }) => ({ field, sentence }))

/** Tells one state of the record from another, so that two people cannot overwrite each other. */
export const stampOfGovernance = (governance: Governance): string =>
  createHash('sha256').update(JSON.stringify(governance)).digest('hex')
