/** Uploading a file: the script cuts it into pieces, so that it can go on where it stopped. */
import { dayInWords } from '../../../lib/dates.ts'
import { FileUpload } from '../../../web/components/file-upload.tsx'
import { Select } from '../../../web/components/select.tsx'
import type { Sitting } from '../../sittings/model.ts'
import { ScriptButton } from './script-button.tsx'

type UploadProps = {
  readonly base: string
  /** Those whose recording may be uploaded. */
  readonly sittings: readonly Sitting[]
}

const accepted = '.wav,.mp3,.m4a,.ogg,.oga,.opus,.webm,audio/*'

export const Upload = ({ base, sittings }: UploadProps) => (
  <>
    <h2 className="nhsuk-heading-m">Upload a recording</h2>
    {sittings.length === 0 ? (
      <p>A recording can be uploaded for a sitting at which everybody present agreed to it.</p>
    ) : (
      <div data-upload={base} hidden>
        <Select
          name="sitting"
          label="Which sitting was recorded?"
          value={String(sittings.at(-1)?.sitting)}
          options={sittings.toReversed().map(({ sitting, heldOn }) => ({
            value: String(sitting),
            label: `Sitting ${sitting}, ${dayInWords(heldOn)}`,
          }))}
        />
        <FileUpload
          name="file"
          label="File"
          hint="WAV, MP3, M4A, Ogg or WebM, up to 2 GiB. Its name is not kept, nor who recorded it, where, when and with what: only the sound"
          accept={accepted}
        />
        <div className="app-upload" data-upload-progress hidden>
          <label htmlFor="upload-progress" data-upload-label>
            Uploading
          </label>
          <progress id="upload-progress" max={100} value={0} />
        </div>
        <p data-upload-status role="status" />
        <div className="nhsuk-button-group">
          <ScriptButton press="upload">Upload</ScriptButton>
          <ScriptButton press="cancel" isSecondary>
            Cancel the upload
          </ScriptButton>
        </div>
      </div>
    )}
  </>
)
