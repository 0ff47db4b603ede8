/** The recordings of a programme: what there is of them, and how to make one. */
import { dateAndTime } from '../../../lib/dates.ts'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { NotificationBanner } from '../../../web/components/notification-banner.tsx'
import { Table } from '../../../web/components/table.tsx'
import { Tag } from '../../../web/components/tag.tsx'
import type { Sitting } from '../../sittings/model.ts'
import { refusalOf, sentenceOfRecordingRefusal } from '../../sittings/recording-consent.ts'
import type { Recording } from '../model.ts'
import { lengthInWords, sizeInWords, tagOf } from '../recording-words.ts'
import { Recorder } from './recorder.tsx'
import { Upload } from './upload.tsx'

export type RecordingsPageProps = {
  readonly base: string
  readonly sittings: readonly Sitting[]
  readonly recordings: readonly Recording[]
  readonly done: 'destroyed' | 'given-up' | null
}

const notices = {
  destroyed: 'The recording is destroyed. The audit log says so',
  'given-up': 'The recording that was not complete is deleted',
} as const

export const RecordingsPage = (props: RecordingsPageProps) => (
  <>
    {props.done === null ? null : (
      <NotificationBanner kind="success">{notices[props.done]}</NotificationBanner>
    )}
    <h1 className="nhsuk-heading-l">Recordings</h1>
    <p>
      A recording helps to write down what the group said. Only facilitators can listen to it. It is
      destroyed 30 days after its transcript is approved, or when you destroy it.
    </p>
    <noscript>
      <InsetText>
        Recording and uploading need scripts, which this browser does not run. Turn them on, or use
        another browser. You can listen to recordings and destroy them without.
      </InsetText>
    </noscript>
    {props.sittings.length === 0 ? <NoSitting {...props} /> : <Making {...props} />}
    <h2 className="nhsuk-heading-m">What there is</h2>
    <List {...props} />
  </>
)

const NoSitting = ({ base }: Pick<RecordingsPageProps, 'base'>) => (
  <InsetText>
    <p>
      Nothing can be recorded before the first sitting.{' '}
      <a href={base.slice(0, base.lastIndexOf('/'))}>Go to the interview</a> to start it.
    </p>
  </InsetText>
)

const Making = ({ base, sittings }: RecordingsPageProps) => {
  const open = sittings.find(({ state }) => state === 'open')
  const refusal = open === undefined ? 'interview.no_sitting' : refusalOf(open)
  const sentence = refusal === null ? null : sentenceOfRecordingRefusal(refusal)
  return (
    <>
      <Recorder base={base} refusal={sentence} />
      <Upload base={base} sittings={sittings.filter((sitting) => refusalOf(sitting) === null)} />
    </>
  )
}

const List = ({ base, recordings }: RecordingsPageProps) =>
  recordings.length === 0 ? (
    <p>There is no recording yet. A transcript can also be made without one.</p>
  ) : (
    <Table
      id="recordings"
      caption={<span className="nhsuk-u-visually-hidden">Recordings</span>}
      columns={[
        { header: 'Recording' },
        { header: 'State' },
        { header: 'Length', isNumeric: true },
        { header: 'Size', isNumeric: true },
        { header: 'Destroyed' },
      ]}
      rows={recordings.map((recording) => [
        <a key="link" href={`${base}/${recording.recordingId}`}>
          {`Sitting ${recording.sitting}, ${dateAndTime(recording.begunAt)}`}
        </a>,
        <StateTag key="state" recording={recording} />,
        recording.seconds === null ? '–' : lengthInWords(recording.seconds),
        recording.bytes === 0 ? '–' : sizeInWords(recording.bytes),
        <Destruction key="destruction" recording={recording} />,
      ])}
    />
  )

type RecordingProps = { readonly recording: Recording }

export const StateTag = ({ recording }: RecordingProps) => {
  const { text, colour } = tagOf(recording)
  return <Tag colour={colour}>{text}</Tag>
}

/** When it will be destroyed, or was. */
export const Destruction = ({ recording: { state, destroyAfter } }: RecordingProps) => {
  if (state === 'refused') return <>Nothing of it was kept</>
  if (destroyAfter === null) {
    return <>{state === 'ready' ? '30 days after its transcript is approved' : '–'}</>
  }
  return <>{`${state === 'destroyed' ? 'On' : 'Will be on'} ${dateAndTime(destroyAfter)}`}</>
}
