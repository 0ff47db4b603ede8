/** On what footing a programme runs. What a form sends and what is stored have one shape; '' means: not stated yet. */
import * as z from 'zod'

export const programmeKinds = ['service_evaluation', 'research'] as const
export const toolOutcomes = ['not_research', 'research'] as const
export const lawfulBases = ['public_task', 'legitimate_interests', 'other'] as const
export const specialConditions = [
  'none_collected',
  'research_or_statistics',
  'equality_monitoring',
  'explicit_consent',
  'other',
] as const

const shortText = z.string().trim().max(300, 'Use 300 characters or fewer').default('')
const longText = z.string().trim().max(3000, 'Use 3,000 characters or fewer')

const choice = <const Values extends readonly string[]>(values: Values) =>
  z.enum(['', ...values], 'Choose one of the answers').default('')

const email = z
  .string()
  .trim()
  .pipe(z.literal('').or(z.email('Enter an email address in the form name@example.com')))
  .default('')

const day = z
  .literal('')
  .or(z.iso.date('Enter a day that exists, with day, month and year'))
  .default('')

const months = (usual: number) =>
  z.coerce
    .number('Enter a number of months')
    .int('Enter whole months')
    .min(1, 'Enter 1 month or more')
    .max(600, 'Enter 600 months or fewer')
    .default(usual)

const usualGuardianWords =
  'You can speak in confidence to the Freedom to Speak Up guardian about anything that worries you, this programme included. The guardian does not belong to the programme.'

/** Retention is counted from the day on which the programme closes; of a mail, from when it was written. */
export const governanceSchema = z.object({
  kind: choice(programmeKinds),
  toolOutcome: choice(toolOutcomes),
  toolUsedOn: day,
  toolUsedBy: shortText,
  approvalBodies: shortText,
  approvalReference: shortText,
  registrationOffice: shortText,
  registrationNumber: shortText,
  sponsor: shortText,
  lawfulBasis: choice(lawfulBases),
  lawfulBasisOther: shortText,
  specialCondition: choice(specialConditions),
  specialConditionOther: shortText,
  answersMonths: months(60),
  contactMonths: months(12),
  mailMonths: months(6),
  auditMonths: months(72),
  guardianName: shortText,
  guardianEmail: email,
  guardianPhone: shortText,
  guardianWords: longText.default(usualGuardianWords),
  protectionOfficerName: shortText,
  protectionOfficerEmail: email,
  patientSafetyRoute: longText.default(''),
})

export type Governance = z.infer<typeof governanceSchema>
