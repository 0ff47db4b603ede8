/** What a person states about themselves. */
import type { Characteristic } from '../../protocol/model.ts'
import { Button } from '../../web/components/button.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { each } from '../../web/components/each.ts'
import { ErrorSummary } from '../../web/components/error-summary.tsx'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { Radios } from '../../web/components/radios.tsx'
import { SummaryList } from '../../web/components/summary-list.tsx'
import { TextInput } from '../../web/components/text-input.tsx'
import { type Entered, optionsOf, statedInWords } from './rules.ts'

const title = 'About you'

type AboutYouPageProps = {
  readonly programmeId: string
  readonly characteristics: readonly Characteristic[]
  readonly entered: Entered
  readonly errors: Readonly<Record<string, string>>
  readonly isSaved: boolean
  readonly idempotencyKey: string
}

export const AboutYouPage = (props: AboutYouPageProps) => {
  const { programmeId, characteristics, entered, errors, isSaved, idempotencyKey } = props
  return (
    <Columns>
      <ErrorSummary errors={Object.entries(errors).map(([fieldId, text]) => ({ fieldId, text }))} />
      <h1 className="nhsuk-heading-l">{title}</h1>
      {isSaved ? (
        <InsetText>
          Saved. You can change this until the programme is closed.{' '}
          <a href={`/programmes/${programmeId}`}>See what else there is to do</a>
        </InsetText>
      ) : null}
      <p>
        These questions help to describe the group. Answer what you wish and leave out the rest.
        What you enter is kept under your code, not under your name.
      </p>
      <Form action={`/programmes/${programmeId}/about-you`} idempotencyKey={idempotencyKey}>
        {each(characteristics, (characteristic) => (
          <CharacteristicField
            characteristic={characteristic}
            value={entered[characteristic.id]}
            error={errors[characteristic.id]}
          />
        ))}
        <Button>Save</Button>
      </Form>
    </Columns>
  )
}

type FieldProps = {
  readonly characteristic: Characteristic
  readonly value: string | undefined
  readonly error: string | undefined
}

const CharacteristicField = ({ characteristic, value, error }: FieldProps) => {
  const question = { name: characteristic.id, label: characteristic.label, error }
  return characteristic.kind === 'choice' ? (
    <Radios {...question} labelSize="s" choices={optionsOf(characteristic)} value={value} />
  ) : (
    <TextInput
      {...question}
      labelSize="s"
      hint="Leave this empty if you prefer not to say."
      value={value}
      inputMode="decimal"
      width={4}
      suffix={characteristic.unit}
    />
  )
}

type StatedPageProps = {
  readonly characteristics: readonly Characteristic[]
  readonly stated: Entered
}

/** When nothing can be changed any more. */
export const StatedPage = ({ characteristics, stated }: StatedPageProps) => (
  <Columns>
    <h1 className="nhsuk-heading-l">{title}</h1>
    <p>The programme is closed, so this can no longer be changed.</p>
    <SummaryList
      rows={characteristics.map((characteristic) => {
        const value = stated[characteristic.id]
        return {
          key: characteristic.label,
          value: value === undefined ? 'Not stated' : statedInWords(characteristic, value),
        }
      })}
    />
  </Columns>
)
