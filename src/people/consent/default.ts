/**
 * A complete first text for the information sheet, out of what the programme's own protocol says.
 *
 * Source: what the Health Research Authority asks of participant information (purpose, what is involved, choice,
 * benefits and risks, confidentiality and data, withdrawal, contacts), in the plain English of the NHS content guide.
 */
import type { Governance } from '../../protocol/governance/model.ts'
import type { Protocol } from '../../protocol/model.ts'
import { askedSections } from './default-asked.ts'
import { dataSections } from './default-data.ts'
import { defaultStatements, defaultWithdrawal } from './default-statements.ts'
import type { ConsentSection, ConsentText } from './model.ts'
import { rolesOf, sectionOf } from './words.ts'

type Named = { readonly name: string; readonly site: string | null }

export const defaultConsentText = (
  protocol: Protocol,
  programme: Named,
  governance: Governance | null = null,
): ConsentText => ({
  title: `Taking part in ${programme.name}`,
  sections: [
    ...aboutTheProgramme(protocol, programme),
    ...askedSections(protocol),
    ...dataSections(protocol, governance),
    ...goodAndBad(protocol),
    whoToAsk(governance),
  ],
  statements: defaultStatements(protocol),
  withdrawal: defaultWithdrawal(protocol),
  contact: { name: 'The programme lead', email: '', phone: '' },
})

const aboutTheProgramme = (
  protocol: Protocol,
  { name, site }: Named,
): readonly ConsentSection[] => {
  const { mentors, mentees } = rolesOf(protocol)
  return [
    sectionOf('invitation', 'You are invited to take part', [
      `We would like you to take part in ${name}${site === null ? '' : ` at ${site}`}. Read this page before you decide. Talk about it with others if you wish, and ask us about anything that is not clear.`,
      'Whether you take part is your choice. If you say no, you do not have to give a reason. It makes no difference to your job, your training or your appraisal.',
    ]),
    sectionOf('purpose', 'What the programme is for', [
      `In reverse mentoring, people give feedback to those who usually teach or lead them. Here, ${mentors} give feedback to ${mentees}. We want to find out how this goes, and whether it helps.`,
      protocol.summary,
    ]),
  ]
}

const goodAndBad = (protocol: Protocol): readonly ConsentSection[] => {
  const { mentors, mentees } = rolesOf(protocol)
  return [
    sectionOf('benefits', 'What may be good about taking part', [
      'Programmes like this have helped people to give feedback, to hear how others see them, and to work together. We cannot promise that it helps you.',
    ]),
    sectionOf('risks', 'What may be difficult', [
      'Giving feedback to somebody senior can feel uncomfortable, and so can hearing it. In a small group people may guess who said something, even though they are not told.',
      `If something worries you, you can stop at any time. What ${mentors} and ${mentees} say is kept private, but whoever runs the programme must act if patients or staff are at risk of harm.`,
    ]),
    sectionOf('withdrawing', 'If you change your mind', [
      'You can withdraw at any time, on the page “Withdraw” or by telling the programme lead. You do not have to give a reason. Before you agree, you can read below what then becomes of what you gave.',
    ]),
  ]
}

const whoToAsk = (governance: Governance | null): ConsentSection =>
  sectionOf('who_to_ask', 'Who you can ask', [
    'Ask the person who is named as the contact of the programme.',
    ...(governance === null ? [] : guardianWords(governance)),
  ])

const guardianWords = (governance: Governance): readonly string[] => {
  const { guardianName, guardianEmail, guardianPhone, guardianWords: words } = governance
  if (guardianName === '') return []
  const reached = [guardianName, guardianEmail, guardianPhone].filter((one) => one !== '')
  return [words, `The guardian is ${reached.join(', ')}.`].filter((one) => one !== '')
}
