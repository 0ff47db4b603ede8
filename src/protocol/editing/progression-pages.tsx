/** The form of the progression criteria; once they are fixed, the same as a table. */
import { Button } from '../../web/components/button.tsx'
import { each } from '../../web/components/each.ts'
import { Fieldset } from '../../web/components/fieldset.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { Table } from '../../web/components/table.tsx'
import { TextInput } from '../../web/components/text-input.tsx'
import { EditingForm, EditingFrame } from '../changing/editing-pages.tsx'
import type { Editing } from '../changing/editing-routes.ts'
import { areCriteriaFixed } from '../changing/promises.ts'
import { type Protocol, progressionCriteria } from '../model.ts'
import { criterionWords } from '../wording/criterion-words.ts'
import { type CriterionName, fieldsOf, type ProgressionForm } from './progression.ts'

type Props = { readonly editing: Editing<ProgressionForm> }

export const ProgressionPage = ({ editing }: Props) => (
  <EditingFrame editing={editing} title="Progression criteria">
    <p>
      They say beforehand what result would be reason to carry on. That is good practice in a
      feasibility study: whoever sets the bar afterwards sets it where it was cleared.
    </p>
    {areCriteriaFixed(editing.programme) ? (
      <Fixed {...editing.programme.protocol} />
    ) : (
      <EditingForm editing={editing}>
        <InsetText>
          <p>
            At the first number or above it, the programme goes on as it is. Below the second, it
            stops. Between the two it goes on with changes. Leave both empty for what you do not
            want to judge by.
          </p>
          <p>The criteria are fixed when the programme opens.</p>
        </InsetText>
        {each(progressionCriteria, (criterion) => (
          <Criterion editing={editing} criterion={criterion} />
        ))}
        <Button>Save criteria</Button>
      </EditingForm>
    )}
  </EditingFrame>
)

type CriterionProps = Props & { readonly criterion: CriterionName }

const Criterion = ({ editing: { form, errors }, criterion }: CriterionProps) => {
  const { go, stop } = fieldsOf[criterion]
  const { label, explained } = criterionWords[criterion]
  return (
    <Fieldset legend={label} legendSize="m">
      <p className="nhsuk-hint">{explained}</p>
      <TextInput
        name={go}
        label="Go on at"
        suffix="% or more"
        width={3}
        inputMode="numeric"
        value={form[go]}
        error={errors[go]}
      />
      <TextInput
        name={stop}
        label="Stop below"
        suffix="%"
        width={3}
        inputMode="numeric"
        value={form[stop]}
        error={errors[stop]}
      />
    </Fieldset>
  )
}

const Fixed = ({ progression = [] }: Protocol) => (
  <>
    <InsetText>
      {progression.length === 0
        ? 'None were set before the programme opened, and none can be added now.'
        : 'They were fixed when the programme opened, and cannot be changed.'}
    </InsetText>
    {progression.length === 0 ? null : (
      <Table
        id="criteria"
        caption="Criteria"
        columns={[
          { header: 'What' },
          { header: 'Go on at', isNumeric: true },
          { header: 'Stop below', isNumeric: true },
        ]}
        rows={progression.map(({ criterion, go, stop }) => [
          criterionWords[criterion].label,
          `${go}%`,
          `${stop}%`,
        ])}
      />
    )}
  </>
)
