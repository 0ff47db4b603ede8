/** Before what cannot be undone: approving and deleting. And where something is not there. */
import { Button, ButtonGroup } from '../../../web/components/button.tsx'
import { ErrorSummary } from '../../../web/components/error-summary.tsx'
import { Form } from '../../../web/components/form.tsx'
import type { Recording } from '../../recordings/model.ts'
import { recordingInWords } from '../words.ts'

type ConfirmProps = {
  /** The address of the transcript. */
  readonly base: string
  readonly title: string
  readonly problem: string | null
  readonly idempotencyKey: string
}

type ApproveProps = ConfirmProps & {
  readonly recording: Recording | null
  readonly keptDays: number
}

export const ApprovePage = ({ base, title, recording, keptDays, ...props }: ApproveProps) => (
  <>
    <ErrorSummary errors={props.problem === null ? [] : [{ text: props.problem }]} />
    <h1 className="nhsuk-heading-l">Approve “{title}”</h1>
    <p>After that it stays as it is: it can be read and cut, and not corrected.</p>
    {recording === null ? (
      <p>
        No recording is linked to it, so no recording will be destroyed. If it has one, link it
        first.
      </p>
    ) : (
      <p>
        Its recording ({recordingInWords(recording)}) is destroyed {keptDays} days after you
        approve, with its key. That cannot be undone. The audit log keeps the fact.
      </p>
    )}
    <Form action={`${base}/approve`} idempotencyKey={props.idempotencyKey}>
      <ButtonGroup>
        <Button>
          {recording === null ? 'Approve' : `Approve, and destroy in ${keptDays} days`}
        </Button>
        <a href={base}>Back to the transcript</a>
      </ButtonGroup>
    </Form>
  </>
)

export const DeletePage = ({ base, title, problem, idempotencyKey }: ConfirmProps) => (
  <>
    <ErrorSummary errors={problem === null ? [] : [{ text: problem }]} />
    <h1 className="nhsuk-heading-l">Delete “{title}”?</h1>
    <p>
      The transcript goes for good, with all corrections. What was cut onto the board stays there. A
      recording that belongs to it stays as it is.
    </p>
    <Form action={`${base}/delete`} idempotencyKey={idempotencyKey}>
      <ButtonGroup>
        <Button variant="warning">Delete the transcript</Button>
        <a href={base}>Keep it</a>
      </ButtonGroup>
    </Form>
  </>
)

type AbsentProps = {
  readonly heading: string
  readonly sentence: string
  readonly listAddress: string
}

export const AbsentPage = ({ heading, sentence, listAddress }: AbsentProps) => (
  <>
    <h1 className="nhsuk-heading-l">{heading}</h1>
    <p>{sentence}</p>
    <p>
      <a href={listAddress}>Go to the transcripts</a>
    </p>
  </>
)
