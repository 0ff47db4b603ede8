/** What the facilitator can do with an open question. Words with warnings come back, and can be sent as they are. */
import type { ReactNode } from 'react'
import { WarningsOfPoint } from '../../../interview/documents/writing/pages/warning-list.tsx'
import { Button, ButtonGroup } from '../../../web/components/button.tsx'
import { Details } from '../../../web/components/details.tsx'
import { Form } from '../../../web/components/form.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { Textarea } from '../../../web/components/textarea.tsx'
import type { OpenedQuestion } from '../load-clarifications.ts'
import { declinedSentence, longestAnswer, longestDeclining, longestQuestion } from '../model.ts'
import { isGroupLargeEnough } from '../rules.ts'
import { warningsOfAnswer, warningsOfQuestion } from '../word-warnings.ts'
import { addressOf, ConcernNote } from './clarification-parts.tsx'

export const facilitatorSteps = ['pass-on', 'answer', 'decline'] as const
export type FacilitatorStep = (typeof facilitatorSteps)[number]

/** A form that comes back. */
export type Retyped = {
  readonly step: FacilitatorStep
  readonly text: string
  readonly error: string
  /** The words have warnings, and can be sent as they are. */
  readonly isWarned: boolean
}

type FormsProps = {
  readonly question: OpenedQuestion
  readonly retyped: Retyped | null
  readonly newKey: () => string
}

export const FacilitatorForms = (props: FormsProps) => {
  const { question, retyped } = props
  return (
    <>
      {question.clarification.state === 'asked' ? <PassOn {...props} /> : null}
      {question.clarification.state === 'heard' ? <Answer {...props} /> : null}
      <Details summary="Decline this question" isOpen={retyped?.step === 'decline'}>
        <p>{`The reply is: “${declinedSentence}”`}</p>
        <WordsForm
          {...props}
          step="decline"
          label="A sentence of your own (optional)"
          hint={`It is shown below the reply. ${longestDeclining} characters at most.`}
          start=""
          warningsOf={warningsOfAnswer}
          rows={2}
        >
          Decline
        </WordsForm>
      </Details>
      <ConcernNote programme={question.programme} />
    </>
  )
}

const PassOn = (props: FormsProps) => {
  const { question } = props
  const { clarification, programme } = question
  const floor = programme.protocol.rules.anonymityFloor
  if (!isGroupLargeEnough(question)) {
    return (
      <InsetText>
        {`Fewer than ${floor} of those who took part in the interview are still in the programme. In so small a group it could be told who said what, so the question cannot be passed on. You can decline it.`}
      </InsetText>
    )
  }
  return (
    <WordsForm
      {...props}
      step="pass-on"
      label="What the group reads"
      hint={`Reword it where it names somebody or asks who said it. The group sees whose document it is about. ${longestQuestion} characters at most.`}
      start={clarification.question}
      warningsOf={warningsOfQuestion}
      rows={5}
    >
      Pass it on to the group
    </WordsForm>
  )
}

const Answer = (props: FormsProps) => (
  <WordsForm
    {...props}
    step="answer"
    label="The group’s answer"
    hint={`One answer, in the voice of the group: “we”. If there is nothing to go by, decline the question. ${longestAnswer} characters at most.`}
    start=""
    warningsOf={warningsOfAnswer}
    rows={8}
  >
    Release the answer
  </WordsForm>
)

type WordsFormProps = FormsProps & {
  readonly step: FacilitatorStep
  readonly label: string
  readonly hint: string
  /** What stands in the field at first. */
  readonly start: string
  readonly warningsOf: typeof warningsOfAnswer
  readonly rows: number
  readonly children: ReactNode
}

const WordsForm = (props: WordsFormProps) => {
  const { question, step, label, hint, start, warningsOf, rows, newKey, children } = props
  const { programme, clarification, around } = question
  const retyped = props.retyped?.step === step ? props.retyped : null
  const text = retyped?.text ?? start
  const action = addressOf(programme, `${clarification.clarificationId}/${step}`)
  return (
    <Form action={action} idempotencyKey={newKey()}>
      <Textarea
        name="text"
        id={step}
        label={label}
        labelSize="s"
        hint={hint}
        rows={rows}
        value={text}
        error={retyped?.error}
      />
      <WarningsOfPoint warnings={warningsOf(text, around)} />
      <ButtonGroup>
        <Button>{children}</Button>
        {retyped?.isWarned === true ? (
          <Button variant="secondary" name="confirmed" value={text}>
            Send these words as they are
          </Button>
        ) : null}
      </ButtonGroup>
    </Form>
  )
}
