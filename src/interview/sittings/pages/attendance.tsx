/** During a sitting: who is in the room, and who agrees to its being recorded. */
import { Button } from '../../../web/components/button.tsx'
import { Details } from '../../../web/components/details.tsx'
import { Form } from '../../../web/components/form.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import type { LoadedInterview } from '../load-interview.ts'
import { sentenceOfInterviewProblem } from '../problems.ts'
import { refusalOf } from '../recording-consent.ts'
import { floorInWords } from './floor.tsx'
import { Frame, interviewOf, NotNowPage } from './frame.tsx'
import { yesInWords } from './open.tsx'
import { PresentField } from './present-field.tsx'

export type ListForm = { readonly before: readonly string[]; readonly ticked: readonly string[] }

export type ListPageProps = {
  readonly loaded: LoadedInterview
  /** As it was sent; null: as it is kept. */
  readonly form: ListForm | null
  readonly error: string | undefined
  readonly idempotencyKey: string
}

const errorsOf = (error: string | undefined) =>
  error === undefined ? [] : [{ text: error, fieldId: 'present' }]

const noSitting = sentenceOfInterviewProblem({ kind: 'interview.no_sitting' })

export const attendanceTitle = 'Who is in the room'

export const AttendancePage = ({ loaded, form, error, idempotencyKey }: ListPageProps) => {
  const { programme, openSitting, mentors, contributors } = loaded
  const { protocol } = programme
  if (openSitting === null)
    return <NotNowPage programme={programme} title={attendanceTitle} sentence={noSitting} />
  const kept = openSitting.present.map(({ participantId }) => participantId)
  const shown = form ?? { before: kept, ticked: kept }
  return (
    <Frame programme={programme} title={attendanceTitle} errors={errorsOf(error)}>
      <p>{floorInWords({ protocol, n: contributors.length })}</p>
      <Form action={`${interviewOf(programme)}/attendance`} idempotencyKey={idempotencyKey}>
        <PresentField
          {...shown}
          people={mentors}
          label={`Sitting ${openSitting.sitting}`}
          hint="Tick everybody who is or was there. Take out only who was ticked by mistake, not who leaves early"
          error={error}
        />
        <Button>Save</Button>
      </Form>
      <p>
        Whoever comes in has not been asked about a recording yet: ask them, and{' '}
        <a href={`${interviewOf(programme)}/recording-consent`}>note what they say</a>. Until then
        nothing can be recorded.
      </p>
    </Frame>
  )
}

export const recordingConsentTitle = 'Consent to recording'

export const RecordingConsentPage = ({ loaded, form, error, idempotencyKey }: ListPageProps) => {
  const { programme, openSitting } = loaded
  if (openSitting === null)
    return <NotNowPage programme={programme} title={recordingConsentTitle} sentence={noSitting} />
  const { present } = openSitting
  const kept = present.flatMap((one) => (one.agreesToRecording ? [one.participantId] : []))
  const shown = form ?? { before: kept, ticked: kept }
  const refusal = refusalOf(openSitting)
  return (
    <Frame programme={programme} title={recordingConsentTitle} errors={errorsOf(error)}>
      <p>
        Recording is possible only when everybody present agrees. Ask each person. Whoever says no
        does not have to say why, and you go on without a recording.
      </p>
      <Details summary="What to say about it">
        <p>
          “A recording helps to write down what you said. It is stored encrypted, only the
          facilitators of this programme can hear it, and it is destroyed 30 days after it has been
          written down. May this sitting be recorded?”
        </p>
      </Details>
      <InsetText>
        {refusal === null
          ? 'Everybody in the room has said yes. This sitting can be recorded.'
          : `This sitting cannot be recorded: ${yesInWords(openSitting)}.`}
      </InsetText>
      {present.length === 0 ? null : (
        <Form
          action={`${interviewOf(programme)}/recording-consent`}
          idempotencyKey={idempotencyKey}
        >
          <PresentField
            {...shown}
            people={present}
            label="Who has said yes?"
            hint="Take the tick out again if somebody changes their mind: then recording cannot go on"
            error={error}
          />
          <Button>Save</Button>
        </Form>
      )}
      <p>
        <a href={`${interviewOf(programme)}/recordings`}>Go to the recordings</a>
      </p>
    </Frame>
  )
}
