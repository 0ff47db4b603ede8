/** Questions to the group as the facilitator has them: how far each is, and what can be done. Never who of the group. */
import { Button } from '../../../web/components/button.tsx'
import { each } from '../../../web/components/each.ts'
import { Form } from '../../../web/components/form.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { SummaryList, type SummaryRow } from '../../../web/components/summary-list.tsx'
import { TaskList } from '../../../web/components/task-list.tsx'
import { TitledPage } from '../../../web/components/titled-page.tsx'
import type {
  FacilitatedQuestion,
  FacilitatedQuestions,
  OpenedQuestion,
} from '../load-clarifications.ts'
import { type ClarificationState, declinedSentence, isOpen } from '../model.ts'
import { hasGroupBecomeTooSmall, haveEnoughSpoken } from '../rules.ts'
import {
  addressOf,
  clarificationsTitle,
  isLeftOver,
  labelOfDomain,
  leftOver,
  rowsAbout,
  Typed,
} from './clarification-parts.tsx'
import { FacilitatorForms, type Retyped } from './facilitator-forms.tsx'

export const FacilitatedQuestionsPage = ({ programme, questions }: FacilitatedQuestions) => {
  const [open, closed] = [true, false].map((wanted) =>
    questions.filter(({ clarification }) => isOpen(clarification) === wanted),
  )
  return (
    <TitledPage caption={programme.name} title={clarificationsTitle}>
      <p>
        You see who asks. Pass a question on in words that tell the group what is meant, or decline
        it. What the group says to it is shown to you without names.
      </p>
      {open === undefined || open.length === 0 ? (
        <InsetText>There is no open question. You get an email when somebody asks one.</InsetText>
      ) : (
        <QuestionList id="open" questions={open} />
      )}
      {closed === undefined || closed.length === 0 ? null : (
        <>
          <h2 className="nhsuk-heading-m">Closed</h2>
          <QuestionList id="closed" questions={closed} />
        </>
      )}
    </TitledPage>
  )
}

type ListProps = { readonly id: string; readonly questions: readonly FacilitatedQuestion[] }

const QuestionList = ({ id, questions }: ListProps) => (
  <TaskList
    id={id}
    tasks={questions.map((question) => {
      const { programme, clarification, menteeName } = question
      return {
        label: `${menteeName}: ${labelOfDomain(programme, clarification.domain)}`,
        href: addressOf(programme, clarification.clarificationId),
        hint: standingInWords(question),
        status:
          isOpen(clarification) && !isLeftOver(programme, clarification)
            ? 'incomplete'
            : 'completed',
      }
    })}
  />
)

const states: Readonly<Record<ClarificationState, string>> = {
  asked: 'Waits for you: pass it on or decline it',
  with_group: 'With the group',
  heard: 'Waits for you: write the group’s answer',
  answered: 'Answered',
  declined: 'Declined',
  taken_back: 'Taken back by the person who asked',
}

const standingInWords = (question: FacilitatedQuestion): string => {
  const { programme, clarification } = question
  if (isLeftOver(programme, clarification)) return leftOver
  if (hasGroupBecomeTooSmall(question)) return 'Waits for you: the group has become too small'
  return clarification.state === 'with_group' && haveEnoughSpoken(question)
    ? 'Waits for you: enough of the group have taken their turn'
    : states[clarification.state]
}

export type QuestionPageProps = {
  readonly question: OpenedQuestion
  readonly retyped: Retyped | null
  /** What stands at no field. */
  readonly error: string | null
  readonly newKey: () => string
}

export const FacilitatedQuestionPage = (props: QuestionPageProps) => {
  const { question, retyped, error } = props
  const { programme, clarification, menteeName } = question
  const isActive = isOpen(clarification) && programme.state === 'open'
  const errors = [
    ...(error === null ? [] : [{ text: error }]),
    ...(retyped === null ? [] : [{ text: retyped.error, fieldId: retyped.step }]),
  ]
  return (
    <TitledPage caption={programme.name} title={`A question from ${menteeName}`} errors={errors}>
      <SummaryList
        rows={[
          ...rowsAbout(programme, clarification),
          { key: 'As it was asked', value: <Typed>{clarification.question}</Typed> },
          { key: 'Where it is', value: standingInWords(question) },
          ...laterRows(question),
        ]}
      />
      {isActive ? <Said {...props} /> : null}
      {isActive ? <FacilitatorForms {...props} /> : null}
      <p>
        <a href={addressOf(programme)}>Go to all questions</a>
      </p>
    </TitledPage>
  )
}

const laterRows = ({
  clarification: { state, passedOn, answer },
}: OpenedQuestion): readonly SummaryRow[] => {
  const rowOf = (key: string, text: string | null): readonly SummaryRow[] =>
    text === null ? [] : [{ key, value: <Typed>{text}</Typed> }]
  return [
    ...rowOf('As it was passed on', passedOn),
    ...(state === 'declined' ? rowOf('Why', declinedSentence) : []),
    ...rowOf(state === 'declined' ? 'From you' : 'The group’s answer', answer),
  ]
}

/** Below k not a word of it: who has written could be guessed. Nor how many have: when somebody leaves, it would tell of them. */
const Said = (props: QuestionPageProps) =>
  props.question.clarification.state === 'asked' ? null : (
    <>
      <h2 className="nhsuk-heading-m">What the group says</h2>
      <WhatIsSaid {...props} />
    </>
  )

const WhatIsSaid = ({ question, newKey }: QuestionPageProps) => {
  if (question.clarification.state === 'heard') return <Notes question={question} />
  return haveEnoughSpoken(question) ? (
    <Hear question={question} newKey={newKey} />
  ) : (
    <InsetText>{whyClosed(question)}</InsetText>
  )
}

const Hear = ({ question, newKey }: Pick<QuestionPageProps, 'question' | 'newKey'>) => {
  const { programme, clarification } = question
  const action = addressOf(programme, `${clarification.clarificationId}/hear`)
  return (
    <Form action={action} idempotencyKey={newKey()}>
      <p>
        {`At least ${programme.protocol.rules.anonymityFloor} of the group have taken their turn. Others may still want to. Once you read, nobody can add anything: a note that came alone would show whose it is.`}
      </p>
      <Button>Read what the group says</Button>
    </Form>
  )
}

const whyClosed = (question: OpenedQuestion): string => {
  const floor = question.programme.protocol.rules.anonymityFloor
  return hasGroupBecomeTooSmall(question)
    ? `Fewer than ${floor} of those who took part in the interview are still in the programme. In so small a group it could be told who said what, so nobody reads what was written. Decline the question.`
    : `Fewer than ${floor} of the group have taken their turn. You read what they wrote once ${floor} have: earlier it could be guessed who it is.`
}

const Notes = ({ question: { programme, notes } }: { readonly question: OpenedQuestion }) => (
  <>
    <p>
      {`At least ${programme.protocol.rules.anonymityFloor} of the group have taken their turn. `}
      {notes.length === 0
        ? 'None of them had anything to add.'
        : 'In the order of the alphabet, without names. Do not ask who wrote it.'}
    </p>
    <ul className="nhsuk-list app-requests">
      {each(notes, (text) => (
        <li className="app-requests__request">{text}</li>
      ))}
    </ul>
  </>
)
