/** What stands in the copy that a person keeps: `consent-copy.typ` gives it its form. */
import { dateAndTime } from '../../lib/dates.ts'
import { type Consent, type ConsentText, withdrawalLabels } from './model.ts'
import { contactInWords } from './rules.ts'

export type Copied = {
  readonly programmeName: string
  readonly personName: string
  /** The part that the person's group reads. */
  readonly text: ConsentText
  /** Null: they have not agreed. */
  readonly consent: Consent | null
}

export const copyTemplate = 'src/people/consent/copy.typ'

export const copyOf = ({ programmeName, personName, text, consent }: Copied) => ({
  title: text.title,
  about: [`${programmeName}. Copy for ${personName}.`, agreedInWords(consent)],
  agreementHeading: consent === null ? 'What you are asked to agree to' : 'What you agreed to',
  statements: text.statements.map(({ id, text: words, required }) => [
    words,
    replyInWords(consent, { id, required }),
  ]),
  withdrawal: text.withdrawal
    .filter(({ choice }) => consent === null || choice === consent.withdrawal)
    .map(({ choice, effect }) => ({ label: withdrawalLabels[choice], effect })),
  sections: text.sections.map(({ heading, paragraphs }) => ({ heading, paragraphs })),
  contact: contactInWords(text),
})

const agreedInWords = (consent: Consent | null): string =>
  consent === null
    ? 'This is for you to read. You have not agreed to anything.'
    : `You agreed on ${dateAndTime(consent.agreedAt)}, to version ${consent.version} of this information.`

const replyInWords = (
  consent: Consent | null,
  { id, required }: { readonly id: string; readonly required: boolean },
): string => {
  if (consent === null) return required ? 'Required' : 'Optional'
  return consent.statements[id] === true ? 'Yes' : 'No'
}
