/** How a mentee thinks that the group sees them: written before they read what it says, and beside it afterwards. */
import { plural } from '../../../protocol/wording/words.ts'
import { Button } from '../../../web/components/button.tsx'
import { each } from '../../../web/components/each.ts'
import type { FieldError } from '../../../web/components/error-summary.tsx'
import { Form } from '../../../web/components/form.tsx'
import { LikertGrid } from '../../../web/components/likert-grid.tsx'
import { Textarea } from '../../../web/components/textarea.tsx'
import { programmeAddress } from '../addresses.ts'
import { anchors } from '../anchors.ts'
import type { LoadedPack } from '../load-pack.ts'
import { ratingField, sentenceField, type TypedView } from '../self-assessment-rules.ts'
import { PackFrame } from './frame.tsx'

export const selfAssessmentTitle = 'Your self-assessment'

type SelfAssessmentPageProps = {
  readonly programme: LoadedPack['programme']
  readonly views: readonly TypedView[]
  readonly error: FieldError | null
  readonly idempotencyKey: string
}

const options = anchors.map(({ value, label }) => ({ value: String(value), label }))

export const SelfAssessmentPage = (props: SelfAssessmentPageProps) => {
  const { programme, views, error, idempotencyKey } = props
  const mentors = plural(programme.protocol, 'mentor')
  const at = (page: string): string => programmeAddress(programme.programmeId, page)
  return (
    <PackFrame
      programme={programme}
      title={selfAssessmentTitle}
      errors={error === null ? [] : [error]}
    >
      <p>
        {`Say how you think the ${mentors} as a group see you, before you read or hear what they say. You can leave out what you cannot tell, and change everything until you open your feedback document.`}
      </p>
      <p>
        It is kept in your reflection pack, so only you can read it. Leave out what could tell who a
        patient or a colleague is.
      </p>
      <Form action={at('pack/self-assessment')} idempotencyKey={idempotencyKey}>
        <LikertGrid
          id="ratings"
          question={`How do you think the ${mentors} see you here?`}
          options={options}
          statements={views.map(({ domain, label, rating }) => ({
            ...{ name: ratingField(domain), label, value: rating },
          }))}
        />
        <h2 className="nhsuk-heading-m">In a sentence, if you like</h2>
        {each(views, ({ domain, label, sentence }) => (
          <Textarea
            name={sentenceField(domain)}
            label={label}
            rows={2}
            value={sentence}
            error={error?.fieldId === sentenceField(domain) ? error.text : undefined}
          />
        ))}
        <Button>Save</Button>
      </Form>
      <p>
        <a href={at('concern')}>How to raise a concern</a> about patient safety or about how
        somebody behaves.
      </p>
    </PackFrame>
  )
}

/** A programme in which the group writes nothing. */
export const NoDocumentPage = ({ programme }: Pick<SelfAssessmentPageProps, 'programme'>) => (
  <PackFrame programme={programme} title={selfAssessmentTitle}>
    <p>
      In this programme there is no document with feedback of the group, so there is nothing to set
      a self-assessment beside. You can still write your{' '}
      <a href={programmeAddress(programme.programmeId, 'pack/reflection')}>reflection</a>.
    </p>
  </PackFrame>
)
