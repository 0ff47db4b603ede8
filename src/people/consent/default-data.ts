/** What the first text says about answers and data: only what the product itself makes true, and what was recorded on the footing. */
import type { Governance } from '../../protocol/governance/model.ts'
import type { Protocol } from '../../protocol/model.ts'
import type { ConsentSection } from './model.ts'
import { rolesOf, sectionOf } from './words.ts'

export const dataSections = (
  protocol: Protocol,
  governance: Governance | null,
): readonly ConsentSection[] => [
  sectionOf('answers', 'What becomes of your answers', [
    'Your answers are kept under a code in place of your name. What you write is encrypted. We do not store when you answered, or in which order.',
    'Your answers are confidential. They are not anonymous: in a small group, somebody who knows you may recognise what you wrote. Leave out names and anything that only you could say.',
  ]),
  sectionOf('who_sees', 'Who sees what', whoSees(protocol)),
  sectionOf('data_protection', 'Data protection', dataProtection(governance)),
]

const whoSees = (protocol: Protocol): readonly string[] => {
  const { mentors, mentees } = rolesOf(protocol)
  return [
    `The programme lead knows who was invited and who takes part. The lead does not see your answers, and is not told who has answered: only whether a questionnaire is still collecting, has enough answers (at least ${protocol.rules.anonymityFloor}) or is closed.`,
    'Researchers see answers under codes, and no names. Results are published for the group as a whole. Short parts of what people wrote may be quoted without a name.',
    `No one tells the ${mentees} which of the ${mentors} said something, was not willing, or left.`,
  ]
}

const basisInWords = {
  '': null,
  public_task: 'a task carried out in the public interest',
  legitimate_interests: 'legitimate interests',
  other: null,
} as const

/** `1 year`, `18 months`. */
export const inMonths = (months: number): string =>
  months % 12 === 0 ? `${months / 12} ${months === 12 ? 'year' : 'years'}` : `${months} months`

const dataProtection = (governance: Governance | null): readonly string[] => {
  const general =
    'We follow the UK General Data Protection Regulation and the Data Protection Act 2018. You can ask to see what is kept about you, and to have it corrected.'
  return governance === null ? [general] : [general, ...footing(governance)]
}

const footing = (governance: Governance): readonly string[] => {
  const basis = basisInWords[governance.lawfulBasis] ?? governance.lawfulBasisOther
  const { protectionOfficerName: officer, protectionOfficerEmail: email } = governance
  return [
    ...kindInWords(governance),
    ...(basis === '' ? [] : [`The legal basis for keeping your data is ${basis}.`]),
    `Answers are kept for ${inMonths(governance.answersMonths)} after the programme closes, and names and email addresses for ${inMonths(governance.contactMonths)}.`,
    ...(officer === ''
      ? []
      : [`The data protection officer is ${officer}${email === '' ? '' : `, ${email}`}.`]),
    'If you are not content with how your data are used, you can complain to the Information Commissioner’s Office at ico.org.uk.',
  ]
}

const kindInWords = ({
  kind,
  approvalBodies,
  approvalReference,
}: Governance): readonly string[] => {
  if (kind === 'service_evaluation') return ['The programme is run as a service evaluation.']
  if (kind !== 'research') return []
  const by = approvalBodies === '' ? '' : ` It was approved by ${approvalBodies}`
  const reference = by === '' || approvalReference === '' ? '' : ` (${approvalReference})`
  return [`The programme is run as research.${by}${reference}${by === '' ? '' : '.'}`]
}
