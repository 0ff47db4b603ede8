/** The fields in which a protocol is chosen: the list, and below it the file or the text. */
import type { ChoiceOrDivider } from '../../web/components/choice.tsx'
import { Details } from '../../web/components/details.tsx'
import type { FieldError } from '../../web/components/error-summary.tsx'
import { FileUpload } from '../../web/components/file-upload.tsx'
import { Radios } from '../../web/components/radios.tsx'
import { Textarea } from '../../web/components/textarea.tsx'
import type { BuiltInChoice } from '../built-in.ts'
import type { FieldErrors } from '../changing/change-problems.ts'
import type { Programme } from '../store.ts'
import type { ChoiceForm } from './protocol-choice.ts'

export type Offered = {
  readonly builtIn: readonly BuiltInChoice[]
  /** Programmes of the organisation, this one not among them. */
  readonly earlier: readonly Programme[]
}

export type Choosing = {
  readonly offered: Offered
  readonly form: Pick<ChoiceForm, 'protocol' | 'pasted'>
  readonly errors: FieldErrors
  /** What is wrong with the protocol that was chosen: a sentence for each mistake. */
  readonly faults: readonly string[]
  /** The id of the field to which the mistakes belong. */
  readonly faultyField: string
}

const choicesOf = ({ builtIn, earlier }: Offered): readonly ChoiceOrDivider[] => [
  ...builtIn.map(({ id, protocol }) => ({
    value: `built_in:${id}`,
    label: protocol.title,
    hint: protocol.summary,
  })),
  ...earlier.map(({ programmeId, name }) => ({
    value: `earlier:${programmeId}`,
    label: `As in ${name}`,
    hint: 'The protocol as it is there now, with your organisation’s own words and questions',
  })),
  { divider: 'or' },
  { value: 'file', label: 'A protocol file', hint: 'One that was downloaded from Turnabout' },
]

/** The error of each field, with the mistakes in the protocol summed up at the field where they are. */
const errorAt = ({ errors, faults, faultyField }: Choosing, field: string): string | undefined => {
  if (errors[field] !== undefined || faults.length === 0 || field !== faultyField) {
    return errors[field]
  }
  return faults.length === 1 ? faults[0] : 'The mistakes are listed at the top of this page'
}

/** For the summary: every mistake in the protocol leads to the field that brought it in. */
export const choiceErrors = ({ errors, faults, faultyField }: Choosing): readonly FieldError[] => [
  ...Object.entries(errors).map(([fieldId, text]) => ({ fieldId, text })),
  ...faults.map((text) => ({ fieldId: faultyField, text })),
]

export const ProtocolChoice = (choosing: Choosing) => {
  const { offered, form } = choosing
  return (
    <>
      <Radios
        name="protocol"
        label="Which protocol?"
        labelSize="m"
        hint="What is asked of whom and when. You can change its words, questions and stages afterwards."
        choices={choicesOf(offered)}
        value={form.protocol}
        error={errorAt(choosing, 'protocol')}
      />
      <FileUpload
        name="file"
        label="Protocol file"
        hint="Only if you chose “A protocol file”. It is kept as it is, to the byte."
        accept=".json,application/json"
        error={errorAt(choosing, 'file')}
      />
      <Details summary="Paste the protocol instead" isOpen={form.pasted !== ''}>
        <Textarea
          name="pasted"
          label="Protocol as text"
          rows={10}
          value={form.pasted}
          error={errorAt(choosing, 'pasted')}
        />
      </Details>
    </>
  )
}
