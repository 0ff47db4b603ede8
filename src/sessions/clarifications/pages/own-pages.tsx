/** A mentee’s own questions to the group. Nothing here depends on who of the mentors has said something. */
import { insideSentence, plural } from '../../../protocol/wording/words.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { each } from '../../../web/components/each.ts'
import { Form } from '../../../web/components/form.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { SummaryList, type SummaryRow } from '../../../web/components/summary-list.tsx'
import { TitledPage } from '../../../web/components/titled-page.tsx'
import type { OwnClarifications } from '../load-clarifications.ts'
import {
  type Clarification,
  type ClarificationState,
  declinedSentence,
  isOpen,
  mostOpenQuestions,
} from '../model.ts'
import { sentenceOfQuestionProblem } from '../problems.ts'
import { canAsk } from '../rules.ts'
import {
  addressOf,
  clarificationsTitle,
  isLeftOver,
  leftOver,
  rowsAbout,
  Typed,
} from './clarification-parts.tsx'

export type OwnPageProps = {
  readonly own: OwnClarifications
  readonly error: string | null
  readonly newKey: () => string
}

export const OwnClarificationsPage = (props: OwnPageProps) => {
  const { own, error } = props
  const { programme, clarifications } = own
  return (
    <TitledPage
      caption={programme.name}
      title={clarificationsTitle}
      errors={error === null ? [] : [{ text: error }]}
    >
      <p>
        {`If a point of your document is not clear, ask the group. The facilitator passes your question on to the ${plural(programme.protocol, 'mentor')}, who answer as a group. You are not told who has said what.`}
      </p>
      <Asking own={own} />
      {clarifications.length === 0 ? (
        <p>You have not asked anything yet.</p>
      ) : (
        each(clarifications, (clarification, place) => (
          <Question {...props} clarification={clarification} number={place + 1} />
        ))
      )}
      <p>
        <a href={`/programmes/${programme.programmeId}/feedback`}>Read your feedback document</a>
      </p>
    </TitledPage>
  )
}

const Asking = ({ own }: Pick<OwnPageProps, 'own'>) => {
  const allowed = canAsk(own)
  return allowed.ok ? (
    <ButtonLink href={addressOf(own.programme, 'ask')}>Ask a question</ButtonLink>
  ) : (
    <InsetText>{`${sentenceOfQuestionProblem(allowed.problem)}.`}</InsetText>
  )
}

const states: Readonly<Record<ClarificationState, string>> = {
  asked: 'With the facilitator',
  with_group: 'With the group',
  heard: 'With the group',
  answered: 'Answered',
  declined: 'Not answered',
  taken_back: 'You have taken it back',
}

type QuestionProps = OwnPageProps & {
  readonly clarification: Clarification
  readonly number: number
}

const Question = (props: QuestionProps) => {
  const { own, clarification, number } = props
  const { programme } = own
  return (
    <section className="app-section">
      <h2 className="nhsuk-heading-m">Question {number}</h2>
      <SummaryList
        rows={[
          ...rowsAbout(programme, clarification),
          { key: 'Your question', value: <Typed>{clarification.question}</Typed> },
          {
            key: 'Where it is',
            value: isLeftOver(programme, clarification) ? leftOver : states[clarification.state],
          },
          ...replyRows(clarification),
        ]}
      />
      {isOpen(clarification) && programme.state === 'open' ? <TakeBack {...props} /> : null}
    </section>
  )
}

const replyRows = ({ state, answer }: Clarification): readonly SummaryRow[] => {
  const rowOf = (key: string): readonly SummaryRow[] =>
    answer === null ? [] : [{ key, value: <Typed>{answer}</Typed> }]
  if (state === 'answered') return rowOf('The group’s answer')
  if (state !== 'declined') return []
  return [{ key: 'Why', value: declinedSentence }, ...rowOf('From the facilitator')]
}

const TakeBack = ({ own, clarification, number, newKey }: QuestionProps) => (
  <Form
    action={addressOf(own.programme, `${clarification.clarificationId}/take-back`)}
    idempotencyKey={newKey()}
  >
    <Button variant="secondary" isSmall>
      Take it back
      <span className="nhsuk-u-visually-hidden">: question {number}</span>
    </Button>
  </Form>
)

/** Why there is nothing to ask, on the page of asking. */
export const CannotAskPage = ({ own }: Pick<OwnPageProps, 'own'>) => (
  <TitledPage caption={own.programme.name} title="Ask the group a question">
    <Asking own={own} />
    <p>
      {`At most ${mostOpenQuestions} of your questions wait at a time.`}{' '}
      {`A ${insideSentence(own.programme.protocol.roles.mentee.label)} asks about points of their own document.`}
    </p>
    <p>
      <a href={addressOf(own.programme)}>Go to your questions</a>
    </p>
  </TitledPage>
)
