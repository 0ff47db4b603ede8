/** A recording becomes a transcript by the operator's program. */
import { dateAndTime } from '../../../lib/dates.ts'
import { Button } from '../../../web/components/button.tsx'
import { ErrorSummary } from '../../../web/components/error-summary.tsx'
import { Form } from '../../../web/components/form.tsx'
import type { Recording } from '../../recordings/model.ts'
import { transcriptionAddress, transcriptsAddress } from '../addresses.ts'
import { recordingInWords } from '../words.ts'

export type TranscriptionProps = {
  readonly programmeId: string
  readonly recording: Recording
  /** Since when it runs; null: it does not. */
  readonly since: Date | null
  readonly problem: string | null
  readonly idempotencyKey: string
}

export const TranscriptionPage = (props: TranscriptionProps) => (
  <>
    <ErrorSummary errors={props.problem === null ? [] : [{ text: props.problem }]} />
    <h1 className="nhsuk-heading-l">Make a transcript of a recording</h1>
    <p>{recordingInWords(props.recording)}</p>
    {props.since === null ? <Start {...props} /> : <Running {...props} since={props.since} />}
    <p>
      <a href={transcriptsAddress(props.programmeId)}>All transcripts</a>
    </p>
  </>
)

const Start = ({ programmeId, recording, problem, idempotencyKey }: TranscriptionProps) => (
  <>
    <p>
      The recording is given to the program that your organisation has set up on its own server, and
      to nobody else. What it writes is shown to you, with the names that will be replaced, before
      anything is stored.
    </p>
    <Form
      action={transcriptionAddress(programmeId, recording.recordingId)}
      idempotencyKey={idempotencyKey}
    >
      <Button>
        {problem === null
          ? 'Make a transcript with your organisation’s program'
          : 'Try again with your organisation’s program'}
      </Button>
    </Form>
  </>
)

const lookAgainSeconds = 10

const Running = ({
  programmeId,
  recording,
  since,
}: TranscriptionProps & { readonly since: Date }) => (
  <div data-look-again={lookAgainSeconds}>
    <p role="status">{`The program has been at work since ${dateAndTime(since)}. It may take as long as the recording, or longer.`}</p>
    <p>
      You can leave this page and come back: from the list of transcripts, within a day. If the
      service is started anew meanwhile, the work is lost and you can start it again.
    </p>
    <p>
      <a href={transcriptionAddress(programmeId, recording.recordingId)}>Look again</a>
    </p>
  </div>
)
