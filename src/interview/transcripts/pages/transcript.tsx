/** A transcript beside its recording: read, search, correct, cut, approve. */
import { dateAndTime } from '../../../lib/dates.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { each } from '../../../web/components/each.ts'
import { ErrorSummary } from '../../../web/components/error-summary.tsx'
import { Form } from '../../../web/components/form.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { NotificationBanner } from '../../../web/components/notification-banner.tsx'
import { TextInput } from '../../../web/components/text-input.tsx'
import type { Recording } from '../../recordings/model.ts'
import { transcriptsAddress } from '../addresses.ts'
import type { Transcript } from '../model.ts'
import { countInWords } from '../words.ts'
import { RecordingSelect } from './import.tsx'
import { type OpenPassage, type PassageContext, PassageItem } from './passage.tsx'
import { Player } from './player.tsx'
import { type CutNote, Said, type Saying } from './said.tsx'

export const notices = {
  imported: 'The transcript is imported, without the names that were replaced.',
  linked: 'The recording is changed.',
  approved: 'The transcript is approved.',
} as const
export type Notice = keyof typeof notices

export type TranscriptProps = PassageContext & {
  readonly programmeId: string
  readonly transcript: Transcript
  readonly recording: Recording | null
  /** Those that it can be linked with. */
  readonly recordings: readonly Recording[]
  /** The programme still takes changes. */
  readonly isOpen: boolean
  readonly open: OpenPassage | null
  /** What became of the form of a passage. */
  readonly saying: Saying | null
  readonly cut: CutNote | null
  readonly notice: Notice | null
  /** Beside the page as a whole. */
  readonly problem: string | null
  readonly idempotencyKey: string
}

export const TranscriptPage = (props: TranscriptProps) => (
  <>
    <ErrorSummary errors={errorsOf(props)} />
    {props.notice === null ? null : (
      <NotificationBanner kind="success">{notices[props.notice]}</NotificationBanner>
    )}
    <h1 className="nhsuk-heading-l">{props.transcript.title}</h1>
    <div className="app-transcript" data-transcript>
      <div className="app-transcript__side">
        <Player {...props} />
        <Search {...props} />
      </div>
      <div className="app-transcript__words">
        <Standing {...props} />
        <Passages {...props} />
        <Next {...props} />
      </div>
    </div>
  </>
)

const fieldIds = { text: 'text', cut: 'cut', cell: 'menteeId' } as const

const errorsOf = ({ problem, open }: TranscriptProps) => [
  ...(problem === null ? [] : [{ text: problem }]),
  ...Object.entries(fieldIds).flatMap(([field, fieldId]) => {
    const text = Object.entries(open?.errors ?? {}).find(([name]) => name === field)?.[1]
    return text === undefined ? [] : [{ text, fieldId }]
  }),
]

const Standing = ({ transcript: { approvedAt }, canCut, recording }: TranscriptProps) => {
  if (approvedAt === null)
    return canCut ? null : (
      <InsetText>
        The interview is not open, so nothing can be cut onto the board. Passages can be corrected.
      </InsetText>
    )
  const destroyed = recording?.destroyAfter ?? null
  return (
    <InsetText>
      {`Approved ${dateAndTime(approvedAt)}: it stays as it is.`}
      {destroyed === null || recording?.state === 'destroyed'
        ? ''
        : ` The recording will be destroyed ${dateAndTime(destroyed)}.`}
    </InsetText>
  )
}

const Search = ({ base, find }: TranscriptProps) => (
  <form className="app-search" action={base} method="get">
    <TextInput name="find" label="Find in the transcript" value={find} spellCheck={false} />
    <Button variant="secondary" isSmall>
      Find
    </Button>
  </form>
)

const Passages = (props: TranscriptProps) => {
  const { transcript, find, base } = props
  const wanted = find.toLowerCase()
  const shown = transcript.passages
    .map((passage, index) => ({ passage, place: index + 1 }))
    .filter(({ passage }) => passage.text.toLowerCase().includes(wanted))
  return (
    <>
      {find === '' ? null : (
        <p role="status">
          {`${countInWords(shown.length, 'passage')} of ${transcript.passages.length} with “${find}”. `}
          <a href={base}>Show the whole transcript</a>
        </p>
      )}
      <ol className="app-passages">
        {each(shown, ({ passage, place }) => (
          <PassageItem
            {...props}
            passage={passage}
            place={place}
            open={props.open?.place === place ? props.open : null}
            said={
              props.saying?.place === place ? (
                <Said
                  base={base}
                  programmeId={props.programmeId}
                  saying={props.saying}
                  cut={props.cut}
                  idempotencyKey={props.idempotencyKey}
                />
              ) : null
            }
          />
        ))}
      </ol>
    </>
  )
}

const Next = (props: TranscriptProps) => (
  <>
    {props.isOpen && props.transcript.approvedAt === null ? <BeforeApproval {...props} /> : null}
    <p>
      {props.isOpen ? (
        <>
          <a href={`${props.base}/delete`}>Delete this transcript</a>
          <br />
        </>
      ) : null}
      <a href={transcriptsAddress(props.programmeId)}>All transcripts</a>
      <br />
      <a href={`/programmes/${props.programmeId}/interview/board`}>Go to the board</a>
    </p>
  </>
)

const BeforeApproval = ({ base, transcript, recordings, idempotencyKey }: TranscriptProps) => (
  <>
    {recordings.length === 0 ? null : (
      <Form action={`${base}/recording`} idempotencyKey={idempotencyKey}>
        <RecordingSelect recordings={recordings} recordingId={transcript.recordingId ?? ''} />
        <Button variant="secondary">Link this recording</Button>
      </Form>
    )}
    <p>When every passage says what was said, approve the transcript.</p>
    <ButtonLink href={`${base}/approve`}>Approve this transcript</ButtonLink>
  </>
)
