/** The mails in which people learn who their partner is. They follow from partner, role and protocol alone. */
import { type Reachable, wayIn } from '../../people/inviting/reachable.ts'
import type { NewMail } from '../../platform/mail.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { groundRulesOf } from '../../protocol/wording/ground-rules.ts'
import {
  agreeFirst,
  endedParagraphs,
  formerPairs,
  nextSteps,
  ownPartnerOnly,
  pairedSentence,
  unpairedParagraphs,
} from './partner-words.ts'

export type PartnerMail = {
  readonly to: Reachable
  readonly partners: readonly string[]
  /** They had others, or none, when pairs were published before. */
  readonly isChange: boolean
}

export const partnerMail = (
  programme: OpenProgramme,
  mail: PartnerMail,
  publicUrl: string,
): NewMail => {
  const { to, isChange } = mail
  return {
    purpose: isChange ? 'pairs_changed' : 'pairs_published',
    about: to.participantId,
    to: to.email,
    subject: isChange
      ? `A change of pairs in ${programme.name}`
      : `The pairs of ${programme.name} are published`,
    text: `${paragraphsOf(programme, mail, publicUrl).join('\n\n')}\n${wayIn(to.personalLink)}`,
  }
}

const paragraphsOf = (
  programme: OpenProgramme,
  { to, partners, isChange }: PartnerMail,
  publicUrl: string,
): readonly string[] => {
  const page = `${publicUrl}/programmes/${programme.programmeId}/partner`
  const { protocol } = programme
  const opening = [
    `Dear ${to.name},`,
    isChange
      ? `Pairs of ${programme.name} have changed.`
      : `The pairs of ${programme.name} are published.`,
  ]
  if (partners.length === 0) {
    const words = isChange ? endedParagraphs : unpairedParagraphs
    return [...opening, ...words, 'Your page:', page]
  }
  return [
    ...opening,
    pairedSentence(partners),
    ...(isChange ? [formerPairs] : []),
    ownPartnerOnly,
    list('What comes next:', [agreeFirst, ...nextSteps(protocol, to.role)]),
    list('Ground rules for both of you:', groundRulesOf(protocol)),
    'All this is on your page:',
    page,
  ]
}

const list = (title: string, lines: readonly string[]): string =>
  [title, ...lines.map((line) => `- ${line}`)].join('\n')
