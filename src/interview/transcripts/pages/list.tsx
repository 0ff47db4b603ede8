/** The transcripts of a programme, and how another one comes in. */
import { dateAndTime } from '../../../lib/dates.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { each } from '../../../web/components/each.ts'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { NotificationBanner } from '../../../web/components/notification-banner.tsx'
import { Table } from '../../../web/components/table.tsx'
import { Tag } from '../../../web/components/tag.tsx'
import type { Recording } from '../../recordings/model.ts'
import { transcriptAddress, transcriptionAddress, transcriptsAddress } from '../addresses.ts'
import type { TranscriptSummary } from '../model.ts'
import { recordingInWords } from '../words.ts'

export type ListProps = {
  readonly programmeId: string
  /** The programme still takes changes. */
  readonly isOpen: boolean
  readonly transcripts: readonly TranscriptSummary[]
  readonly recordings: readonly Recording[]
  /** The operator has a program that turns recordings into transcripts. */
  readonly hasTranscriber: boolean
  readonly isDeleted: boolean
}

export const ListPage = (props: ListProps) => (
  <>
    {props.isDeleted ? (
      <NotificationBanner kind="success">The transcript is deleted.</NotificationBanner>
    ) : null}
    <h1 className="nhsuk-heading-l">Transcripts of the interview</h1>
    {props.transcripts.length === 0 ? <NoTranscripts /> : <Transcripts {...props} />}
    {props.isOpen ? (
      <ButtonLink href={`${transcriptsAddress(props.programmeId)}/new`}>
        Import a transcript
      </ButtonLink>
    ) : (
      <InsetText>
        This programme is closed: its transcripts can be read and stay as they are.
      </InsetText>
    )}
    <ByProgram {...props} />
    <p>
      <a href={`/programmes/${props.programmeId}/interview`}>Back to the interview</a>
    </p>
  </>
)

const NoTranscripts = () => (
  <>
    <p>There is no transcript yet.</p>
    <p>
      Import what Teams, Zoom or another program wrote down of the interview. Names are replaced
      before anything is stored. Then you can read it beside the recording, correct it, and cut
      passages onto the board.
    </p>
  </>
)

const Transcripts = ({ programmeId, transcripts, recordings }: ListProps) => (
  <Table
    id="transcripts"
    caption="Imported"
    columns={[{ header: 'Transcript' }, { header: 'Recording' }, { header: 'State' }]}
    rows={transcripts.map(({ transcriptId, title, recordingId, approvedAt }) => [
      <a key="title" href={transcriptAddress(programmeId, transcriptId)}>
        {title}
      </a>,
      linkedRecording(recordings.find((one) => one.recordingId === recordingId)),
      <State key="state" approvedAt={approvedAt} />,
    ])}
  />
)

const linkedRecording = (recording: Recording | undefined): string => {
  if (recording === undefined) return 'None linked'
  return recording.state === 'destroyed' ? 'Destroyed' : recordingInWords(recording)
}

const State = ({ approvedAt }: Pick<TranscriptSummary, 'approvedAt'>) =>
  approvedAt === null ? (
    <Tag colour="blue">To be checked</Tag>
  ) : (
    <>
      <Tag colour="green">Approved</Tag> {dateAndTime(approvedAt)}
    </>
  )

const ByProgram = ({ programmeId, recordings, transcripts, hasTranscriber, isOpen }: ListProps) => {
  const linked = new Set(transcripts.map(({ recordingId }) => recordingId))
  const without = recordings.filter(
    ({ state, recordingId }) => state === 'ready' && !linked.has(recordingId),
  )
  if (!hasTranscriber || !isOpen || without.length === 0) return null
  return (
    <>
      <h2 className="nhsuk-heading-m">Recordings without a transcript</h2>
      <p>Your organisation has a program that turns recordings into transcripts.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {each(without, (recording) => (
          <li>
            <a href={transcriptionAddress(programmeId, recording.recordingId)}>
              {recordingInWords(recording)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
