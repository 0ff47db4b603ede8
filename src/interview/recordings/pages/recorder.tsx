/** Recording in the browser: what the script of the page shows and hides. */
import { ScriptButton } from './script-button.tsx'

type RecorderProps = {
  /** The address of the list. */
  readonly base: string
  /** Null: the sitting that is going on may be recorded. */
  readonly refusal: string | null
}

export const Recorder = ({ base, refusal }: RecorderProps) => (
  <>
    <h2 className="nhsuk-heading-m">Record this sitting</h2>
    {refusal === null ? (
      <p>
        Everybody in the room agrees. The recording goes to the server every few seconds, encrypted.
        What waits for the connection stays in this browser until the server has it, and is then
        deleted here. Leave this page open while you record.
      </p>
    ) : (
      <>
        <p>{refusal}</p>
        <p>
          <a href={`${base.slice(0, base.lastIndexOf('/'))}/recording-consent`}>
            Note who agrees to recording
          </a>
        </p>
      </>
    )}
    <div
      className="app-recorder"
      data-recorder={base}
      data-recorder-may={refusal === null ? 'start' : undefined}
      hidden
    >
      <p className="app-recorder__sign" data-recorder-sign hidden>
        <span className="app-recorder__light" aria-hidden="true" />
        <span data-recorder-state>Recording</span>{' '}
        <span className="app-recorder__time" data-recorder-time>
          0:00
        </span>
      </p>
      <p data-recorder-status role="status" />
      <div className="nhsuk-button-group">
        <ScriptButton press="start">Start recording</ScriptButton>
        <ScriptButton press="pause" isSecondary>
          Pause
        </ScriptButton>
        <ScriptButton press="resume">Go on recording</ScriptButton>
        <ScriptButton press="stop">Stop and keep the recording</ScriptButton>
        <ScriptButton press="finish">Keep what was recorded</ScriptButton>
      </div>
    </div>
  </>
)
