/** The recording beside its transcript. Without scripts the browser's own player plays it; with them, keys do. */
import { Details } from '../../../web/components/details.tsx'
import { each } from '../../../web/components/each.ts'
import type { Recording } from '../../recordings/model.ts'
import { recordingsAddress, soundAddress } from '../addresses.ts'
import { recordingInWords } from '../words.ts'

export type PlayerProps = {
  readonly programmeId: string
  readonly recording: Recording | null
}

/** What the script does; `key` is what is pressed. */
export const playerKeys = [
  { does: 'toggle', key: 'K', label: 'Play or pause' },
  { does: 'back', key: 'J', label: 'Back 5 s' },
  { does: 'forward', key: 'L', label: 'Forward 5 s' },
  { does: 'slower', key: 'S', label: 'Slower' },
  { does: 'faster', key: 'F', label: 'Faster' },
  { does: 'previous', key: 'P', label: 'Previous passage' },
  { does: 'next', key: 'N', label: 'Next passage' },
] as const

export const Player = ({ programmeId, recording }: PlayerProps) => {
  if (recording === null) return <p>No recording is linked to this transcript.</p>
  if (recording.state !== 'ready')
    return (
      <p>
        {recording.state === 'destroyed'
          ? 'The recording is destroyed.'
          : 'The recording cannot be played yet.'}{' '}
        <a href={recordingsAddress(programmeId)}>See the recordings</a>
      </p>
    )
  return (
    <div className="app-player">
      <p className="nhsuk-body-s">{recordingInWords(recording)}</p>
      {/* biome-ignore lint/a11y/useMediaCaption: what is said stands beside it, word by word */}
      <audio
        className="app-player__sound"
        controls
        preload="metadata"
        src={soundAddress(programmeId, recording.recordingId)}
        aria-label="Recording"
        data-sound
      />
      <Controls />
    </div>
  )
}

const Controls = () => (
  <div hidden data-player-controls>
    <div className="app-player__buttons">
      {each(playerKeys, ({ does, key, label }) => (
        <button
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small app-player__button"
          type="button"
          data-does={does}
        >
          {label} <kbd className="app-key">{key}</kbd>
        </button>
      ))}
    </div>
    <p className="nhsuk-body-s" role="status" data-player-status />
    <Details summary="Keys">
      <p>
        Press the letter on a button from anywhere on the page but a field in which you type. Esc
        plays and pauses while you type too. A click on a passage, or Enter on its time, plays from
        there.
      </p>
      <label className="app-player__switch">
        <input type="checkbox" defaultChecked data-player-keys /> Letters are keys of the player
      </label>
    </Details>
  </div>
)
