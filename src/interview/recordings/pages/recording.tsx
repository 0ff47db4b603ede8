/** One recording: to listen to it, to finish it, to destroy it. */
import { dateAndTime } from '../../../lib/dates.ts'
import { Breadcrumb } from '../../../web/components/breadcrumb.tsx'
import { Button, ButtonGroup, ButtonLink } from '../../../web/components/button.tsx'
import { Form } from '../../../web/components/form.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { SummaryList } from '../../../web/components/summary-list.tsx'
import { isLive, type Piece, type Recording } from '../model.ts'
import { lengthInWords, sizeInWords } from '../recording-words.ts'
import { keptHours } from '../rules.ts'
import { Destruction, StateTag } from './recordings.tsx'
import { ScriptButton } from './script-button.tsx'

export type RecordingPageProps = {
  /** The address of the list. */
  readonly base: string
  readonly recording: Recording
  /** What has arrived of a recording that is not complete. */
  readonly received: readonly Piece[]
  readonly newKey: () => string
}

const Above = ({ base }: { readonly base: string }) => (
  <Breadcrumb crumbs={[{ label: 'Recordings', href: base }]} />
)

export const RecordingPage = (props: RecordingPageProps) => {
  const { base, recording } = props
  const { sitting, begunAt, seconds, bytes } = recording
  return (
    <>
      <Above base={base} />
      <h1 className="nhsuk-heading-l">Recording of sitting {sitting}</h1>
      <SummaryList
        rows={[
          { key: 'State', value: <StateTag recording={recording} /> },
          { key: 'Begun', value: dateAndTime(begunAt) },
          { key: 'Length', value: seconds === null ? 'Not known' : lengthInWords(seconds) },
          { key: 'Size', value: bytes === 0 ? 'Not known' : sizeInWords(bytes) },
          { key: 'Destroyed', value: <Destruction recording={recording} /> },
        ]}
      />
      <WhatToDo {...props} />
    </>
  )
}

const WhatToDo = (props: RecordingPageProps) => {
  switch (props.recording.state) {
    case 'ready':
      return <Player {...props} />
    case 'receiving':
      return <Incomplete {...props} />
    case 'refused':
      return (
        <p>
          What was uploaded is no recording that can be used, so nothing of it was kept. Upload
          another file. This line goes from the list within a day.
        </p>
      )
    case 'destroyed':
      return (
        <p>
          Its key and its sound are gone and cannot be brought back. The audit log holds the proof.
        </p>
      )
  }
}

const Player = ({ base, recording }: RecordingPageProps) => {
  const address = `${base}/${recording.recordingId}`
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: its transcript is what it is recorded for */}
      <audio className="app-player" controls preload="metadata" src={`${address}/audio`} />
      <p>
        <a href={`${base.slice(0, base.lastIndexOf('/'))}/transcripts`}>Go to the transcripts</a>
      </p>
      <ButtonLink href={`${address}/destroy`} variant="secondary">
        Destroy this recording
      </ButtonLink>
    </>
  )
}

const Incomplete = ({ base, recording, received, newKey }: RecordingPageProps) => {
  const address = `${base}/${recording.recordingId}`
  const last = received.at(-1)
  const bytes = last === undefined ? 0 : last.start + last.bytes
  return (
    <>
      {isLive(recording) ? (
        <>
          <p>
            {`It is being recorded, or it was interrupted. Open the list of recordings on the device that recorded it: what has not been sent is sent from there. The server has ${sizeInWords(bytes)} so far.`}
          </p>
          <InsetText>
            {`What nobody finishes is deleted after ${keptHours.live / 24} days.`}
          </InsetText>
          <div
            data-finish={address}
            data-finish-pieces={received.length}
            data-finish-bytes={bytes}
            hidden={received.length === 0}
          >
            <p>
              If that device is lost, you can keep what the server has. Then nothing more can be
              added.
            </p>
            <p data-finish-status role="status" />
            <ScriptButton press="finish" isSecondary>
              Keep what the server has
            </ScriptButton>
          </div>
        </>
      ) : (
        <p>
          {`The server has ${sizeInWords(bytes)} of it. To go on, choose the same file again in the same browser. What nobody goes on with is deleted after ${keptHours.file} hours.`}
        </p>
      )}
      <Form action={`${address}/give-up`} idempotencyKey={newKey()}>
        <Button variant="warning">Delete what was sent</Button>
      </Form>
    </>
  )
}

type DestroyPageProps = Pick<RecordingPageProps, 'base' | 'recording'> & {
  readonly idempotencyKey: string
}

export const DestroyPage = ({ base, recording, idempotencyKey }: DestroyPageProps) => {
  const address = `${base}/${recording.recordingId}`
  return (
    <>
      <Above base={base} />
      <h1 className="nhsuk-heading-l">Destroy this recording?</h1>
      <p>
        {`The recording of sitting ${recording.sitting}, begun ${dateAndTime(recording.begunAt)}, is destroyed at once: its sound is deleted, and so is the key without which no copy can be heard.`}
      </p>
      <p>This cannot be undone. Transcripts stay as they are.</p>
      <Form action={`${address}/destroy`} idempotencyKey={idempotencyKey}>
        <ButtonGroup>
          <Button variant="warning">Destroy the recording</Button>
          <a href={address}>Keep it</a>
        </ButtonGroup>
      </Form>
    </>
  )
}

export const MissingPage = ({ base }: { readonly base: string }) => (
  <>
    <Above base={base} />
    <h1 className="nhsuk-heading-l">This recording is not here</h1>
    <p>It may have been deleted because it was never complete, or it cannot be destroyed again.</p>
    <ButtonLink href={base} variant="secondary">
      See all recordings
    </ButtonLink>
  </>
)
