/** The form of one scale: added or changed. */
import { Button } from '../../web/components/button.tsx'
import { Checkboxes } from '../../web/components/checkboxes.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { Radios } from '../../web/components/radios.tsx'
import { Textarea } from '../../web/components/textarea.tsx'
import { EditingForm, EditingFrame } from '../changing/editing-pages.tsx'
import type { Editing } from '../changing/editing-routes.ts'
import type { Measure } from '../model.ts'
import { findMeasure } from '../rules.ts'
import { nounOfDomains } from '../wording/domain-noun.ts'
import { insideSentence } from '../wording/words.ts'
import { linesOf } from './entered.ts'
import { Warnings } from './entry-pages.tsx'
import { lintAnchors } from './lint-question.ts'
import type { MeasureForm } from './measure-form.ts'
import { AnsweringFields, PlaceFields, WordingFields } from './question-fields-pages.tsx'

type Props = {
  readonly editing: Editing<MeasureForm>
  /** Null: a new one. */
  readonly measure: Measure | null
}

export const MeasurePage = ({ editing, measure }: Props) => {
  const title = measure === null ? 'Add a scale' : `Change “${measure.label}”`
  return (
    <EditingFrame editing={editing} title={title}>
      <EditingForm editing={editing}>
        <WordingFields editing={editing} example="Confidence in giving feedback" />
        {measure?.retrospectiveOf === undefined ? (
          <Answers editing={editing} />
        ) : (
          <SharedAnswers editing={editing} of={measure.retrospectiveOf} />
        )}
        <AnsweringFields form={editing.form} />
        <PlaceFields editing={editing} />
        {measure?.retrospectiveOf === undefined ? <ThenTestField editing={editing} /> : null}
        <Button>{measure === null ? 'Add the scale' : 'Save'}</Button>
      </EditingForm>
    </EditingFrame>
  )
}

type Part = { readonly editing: Editing<MeasureForm> }

const Answers = ({ editing: { form, errors, programme } }: Part) => {
  const { singular } = nounOfDomains(programme.protocol)
  return (
    <>
      <Radios
        name="answered"
        label="How it is answered"
        value={form.answered}
        error={errors.answered}
        choices={[
          { value: 'per_domain', label: `Once for each ${insideSentence(singular)}, and added up` },
          { value: 'overall', label: 'Once' },
        ]}
        isSmall
      />
      <Textarea
        name="anchors"
        label="Answers on the scale"
        hint="One on each line, from the lowest to the highest. They are numbered from 1"
        rows={5}
        value={form.anchors}
        error={errors.anchors}
      />
      <Warnings warnings={lintAnchors(linesOf(form.anchors).map((label) => ({ label })))} />
    </>
  )
}

const SharedAnswers = ({ editing, of }: Part & { readonly of: string }) => {
  const measure = findMeasure(editing.programme.protocol, of)
  const href = `/programmes/${editing.programme.programmeId}/set-up/questions/measures/${of}`
  return (
    <InsetText>
      <p>
        It asks afterwards how <a href={href}>{measure?.label}</a> was before, with the same
        answers: change them there.
      </p>
    </InsetText>
  )
}

const ThenTestField = ({ editing: { form, errors } }: Part) => (
  <Checkboxes
    name="thenTest"
    label="Then-test"
    hint="What people mean by an answer can change while they take part. A then-test asks them at the end, last of all scales, how they would have answered before, knowing what they know now."
    error={errors.thenTest}
    choices={[{ value: 'yes', label: 'Ask at the end how it was before' }]}
    values={[form.thenTest]}
    isSmall
  />
)
