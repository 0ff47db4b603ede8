/** The closing letter as a mail. */
import { type Reachable, wayIn } from '../../people/inviting/reachable.ts'
import type { NewMail } from '../../platform/mail.ts'
import { closingLetter, type LetterFacts, type LetterPart } from './letter.ts'

export type LetterAddress = { readonly publicUrl: string; readonly programmeId: string }

export const letterMail = (
  facts: LetterFacts,
  to: Reachable,
  { publicUrl, programmeId }: LetterAddress,
): NewMail => {
  const base = `${publicUrl}/programmes/${programmeId}`
  const parts = closingLetter(facts, to.role).map((part) => partInText(part, base))
  const own = `You can read this letter again on your page:\n${base}/letter`
  return {
    purpose: 'closing_letter',
    about: to.participantId,
    to: to.email,
    subject: `${facts.name} has ended: thank you, and what came of it`,
    text: `${[`Dear ${to.name},`, ...parts, own].join('\n\n')}\n${wayIn(to.personalLink)}`,
  }
}

const partInText = ({ title, sentences, links = [] }: LetterPart, base: string): string =>
  [
    title.toUpperCase(),
    ...sentences,
    ...links.map(({ label, path }) => `${label}: ${base}${path}`),
  ].join('\n\n')
