/** A question as the mentors have it: one note each, in private, and afterwards what the group answered. */
import type { OpenProgramme } from '../../../protocol/open-programme.ts'
import { insideSentence, plural } from '../../../protocol/wording/words.ts'
import { Button } from '../../../web/components/button.tsx'
import type { FieldError } from '../../../web/components/error-summary.tsx'
import { Form } from '../../../web/components/form.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { Radios } from '../../../web/components/radios.tsx'
import { SummaryList } from '../../../web/components/summary-list.tsx'
import { TaskList } from '../../../web/components/task-list.tsx'
import { Textarea } from '../../../web/components/textarea.tsx'
import { TitledPage } from '../../../web/components/titled-page.tsx'
import type { GroupQuestion, QuestionsToMentor } from '../load-clarifications.ts'
import { longestNote } from '../model.ts'
import type { TypedTurn } from '../rules.ts'
import {
  addressOf,
  ConcernNote,
  clarificationsTitle,
  isLeftOver,
  labelOfDomain,
  leftOver,
  rowsAbout,
  Typed,
} from './clarification-parts.tsx'

export const QuestionsToMentorPage = (props: QuestionsToMentor) => {
  const { programme, isContributor } = props
  const { protocol } = programme
  return (
    <TitledPage caption={programme.name} title={clarificationsTitle}>
      {isContributor ? (
        <>
          <p>
            {`A ${insideSentence(protocol.roles.mentee.label)} may ask your group about a point of their document. Each of you can write what you would say, in private. The facilitator makes one answer of it, and nobody is named.`}
          </p>
          <Questions {...props} />
        </>
      ) : (
        <p>
          {`Only ${plural(protocol, 'mentor')} who took part in the interview answer questions about the documents, so there is nothing for you to do here.`}
        </p>
      )}
    </TitledPage>
  )
}

const Questions = ({ programme, questions }: QuestionsToMentor) =>
  questions.length === 0 ? (
    <InsetText>There is no question now. You get an email when there is one.</InsetText>
  ) : (
    <TaskList
      id="questions"
      tasks={questions.map((question) => ({
        label: `${question.menteeName}: ${labelOfDomain(programme, question.clarification.domain)}`,
        href: addressOf(programme, question.clarification.clarificationId),
        ...standingOf(programme, question),
      }))}
    />
  )

const standingOf = (programme: OpenProgramme, { clarification, hasTakenTurn }: GroupQuestion) => {
  if (clarification.state === 'answered') {
    return { hint: 'The group has answered', status: 'completed' } as const
  }
  if (isLeftOver(programme, clarification)) {
    return { hint: leftOver, status: 'completed' } as const
  }
  if (clarification.state === 'heard' && !hasTakenTurn)
    return { hint: turnsAreOver, status: 'completed' } as const
  return hasTakenTurn
    ? ({ hint: 'You have taken your turn', status: 'completed' } as const)
    : ({ hint: 'Waits for you', status: 'incomplete' } as const)
}

const turnsAreOver = 'The facilitator is writing the group’s answer'

export type TurnPageProps = {
  readonly programme: OpenProgramme
  readonly question: GroupQuestion
  readonly typed: TypedTurn
  readonly errors: readonly (FieldError & { readonly fieldId: 'turn' | 'note' })[]
  readonly idempotencyKey: string
}

export const TurnPage = (props: TurnPageProps) => {
  const { programme, question, errors } = props
  const { clarification, menteeName } = question
  const { passedOn, answer } = clarification
  return (
    <TitledPage caption={programme.name} title={`A question from ${menteeName}`} errors={errors}>
      <SummaryList
        rows={[
          ...rowsAbout(programme, clarification),
          { key: 'Question', value: <Typed>{passedOn ?? ''}</Typed> },
          ...(answer === null
            ? []
            : [{ key: 'Your group’s answer', value: <Typed>{answer}</Typed> }]),
        ]}
      />
      <OwnTurn {...props} />
      <p>
        <a href={addressOf(programme)}>Go to all questions</a>
      </p>
    </TitledPage>
  )
}

const OwnTurn = (props: TurnPageProps) => {
  const { programme, question } = props
  if (question.clarification.state === 'answered') return null
  if (question.hasTakenTurn) {
    return (
      <InsetText>
        You have taken your turn. What you sent first counts. The answer stands here once it is
        released.
      </InsetText>
    )
  }
  if (question.clarification.state === 'heard')
    return <InsetText>{`${turnsAreOver}. There is nothing for you to do.`}</InsetText>
  return programme.state === 'open' ? (
    <>
      <TurnForm {...props} />
      <ConcernNote programme={programme} />
    </>
  ) : (
    <InsetText>The programme is not open. Nothing is asked of you.</InsetText>
  )
}

const TurnForm = ({ programme, question, typed, errors, idempotencyKey }: TurnPageProps) => {
  const { clarificationId } = question.clarification
  const floor = programme.protocol.rules.anonymityFloor
  const errorAt = (field: 'turn' | 'note'): string | undefined =>
    errors.find(({ fieldId }) => fieldId === field)?.text
  return (
    <Form action={addressOf(programme, `${clarificationId}/turn`)} idempotencyKey={idempotencyKey}>
      <Radios
        name="turn"
        label="Do you want to say something to this?"
        labelSize="m"
        hint={`You can do this once. What is written is shown to the facilitator without names, and not before ${floor} of you have taken their turn.`}
        value={typed.turn}
        error={errorAt('turn')}
        choices={[
          { value: 'note', label: 'I write something' },
          { value: 'nothing', label: 'I have nothing to add' },
        ]}
      />
      <Textarea
        name="note"
        label="What would you say?"
        hint={`Write it so that it could have come from anybody in the group. ${longestNote} characters at most.`}
        value={typed.note}
        error={errorAt('note')}
      />
      <Button>Send</Button>
    </Form>
  )
}
