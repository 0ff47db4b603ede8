/** Where a questionnaire is filled in: section by section, or on one page. */
import type { ReactNode } from 'react'
import { followUpItems } from '../../../protocol/content/follow-up-questions.ts'
import { Button, ButtonGroup } from '../../../web/components/button.tsx'
import { each } from '../../../web/components/each.ts'
import { ErrorSummary } from '../../../web/components/error-summary.tsx'
import { Form } from '../../../web/components/form.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { PageHeading } from '../../../web/components/page-heading.tsx'
import { WarningCallout } from '../../../web/components/warning-callout.tsx'
import { type AtAddress, addressOf, addressOfSection } from '../addresses.ts'
import { sentenceAmongMany, sentenceOfFault } from '../problems.ts'
import type { Questionnaire, Section } from '../questions.ts'
import type { Fault } from '../read-response.ts'
import { type Filled, SectionQuestions } from './questions.tsx'

export type AnsweringProps = {
  readonly at: AtAddress
  readonly questionnaire: Questionnaire
  readonly filled: Filled
  /** Texts that were also written on another device and are now shown together. */
  readonly hasJoined: boolean
  readonly idempotencyKey: string
}

const errorsIn = ({ faults }: Filled, sentenceOf: (fault: Fault) => string) =>
  faults.map((fault) => ({ text: sentenceOf(fault), fieldId: fault.question.field }))

export const JoinedNotice = () => (
  <WarningCallout heading="Check what you wrote" headingLevel={2}>
    You also wrote on another device or page. Nothing is lost: both texts are below, one after the
    other, with a line between them. Keep what you want to send.
  </WarningCallout>
)

/** Beside every text: what is not feedback has another way. */
const ConcernNote = ({ at }: Pick<AnsweringProps, 'at'>) => (
  <p>
    A worry about patient safety or about how somebody behaves does not belong here:{' '}
    <a href={`/programmes/${at.programmeId}/concern`}>see where to raise a concern</a>.
  </p>
)

const asksAboutRetaliation = ({ questions }: Section): boolean =>
  questions.some(({ field }) => field === followUpItems.retaliation)

/** An answer is read late, and as one of a group: it is no way to be helped. */
const GuardianNote = ({ at }: Pick<AnsweringProps, 'at'>) => (
  <InsetText>
    <p>
      The programme lead learns only whether anybody in your group said that they were treated
      worse, and only if enough of you have answered. Researchers see your answer under a code,
      without your name. If you want help, you can speak in confidence to the Freedom to Speak Up
      guardian, who does not belong to the programme:{' '}
      <a href={`/programmes/${at.programmeId}/concern`}>see whom to speak to</a>.
    </p>
  </InsetText>
)

type TypingProps = Pick<AnsweringProps, 'at' | 'idempotencyKey'> & {
  readonly action: string
  readonly children: ReactNode
}

/** The script finds the form in here and saves what is typed; without scripts the buttons do. */
const TypingForm = ({ at, action, idempotencyKey, children }: TypingProps) => (
  <div data-drafts={addressOf(at, 'draft')}>
    <Form action={action} idempotencyKey={idempotencyKey}>
      {children}
    </Form>
    <p className="app-draft-status" role="status" data-draft-status="" />
  </div>
)

type SectionPageProps = AnsweringProps & { readonly section: Section }

export const SectionPage = ({ section, ...props }: SectionPageProps) => {
  const { at, questionnaire, filled } = props
  const back = section.place === 1 ? addressOf(at) : addressOfSection(at, section.place - 1)
  return (
    <>
      <ErrorSummary errors={errorsIn(filled, sentenceOfFault)} />
      <PageHeading caption={`Section ${section.place} of ${questionnaire.sections.length}`}>
        {section.title}
      </PageHeading>
      {props.hasJoined ? <JoinedNotice /> : null}
      <TypingForm {...props} action={addressOfSection(at, section.place)}>
        {section.kind === 'texts' ? <ConcernNote at={at} /> : null}
        <SectionQuestions section={section} filled={filled} />
        {asksAboutRetaliation(section) ? <GuardianNote at={at} /> : null}
        <ButtonGroup>
          <Button>Save and continue</Button>
          <Button variant="secondary" name="saveAnd" value="leave">
            Save and come back later
          </Button>
        </ButtonGroup>
      </TypingForm>
      <p>
        <a href={back}>Back</a>
      </p>
    </>
  )
}

export const cannotBeChanged = 'You cannot change your answers after you have sent them.'

export const AllPage = (props: AnsweringProps) => {
  const { at, questionnaire, filled } = props
  return (
    <>
      <ErrorSummary errors={errorsIn(filled, sentenceAmongMany)} />
      <h1 className="nhsuk-heading-l">{questionnaire.title}</h1>
      {props.hasJoined ? <JoinedNotice /> : null}
      <TypingForm {...props} action={addressOf(at, 'all')}>
        {each(questionnaire.sections, (section) => (
          <>
            <h2 className="nhsuk-heading-m">{section.title}</h2>
            {section.kind === 'texts' ? <ConcernNote at={at} /> : null}
            <SectionQuestions section={section} filled={filled} />
            {asksAboutRetaliation(section) ? <GuardianNote at={at} /> : null}
          </>
        ))}
        <p>{cannotBeChanged}</p>
        <Button>Send answers</Button>
      </TypingForm>
      <p>
        <a href={addressOf(at)}>Back to the start of the questionnaire</a>
      </p>
    </>
  )
}
