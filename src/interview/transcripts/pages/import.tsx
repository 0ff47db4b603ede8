/** A transcript comes in as a file. */
import { Button } from '../../../web/components/button.tsx'
import { Details } from '../../../web/components/details.tsx'
import { ErrorSummary } from '../../../web/components/error-summary.tsx'
import { FileUpload } from '../../../web/components/file-upload.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Select } from '../../../web/components/select.tsx'
import { TextInput } from '../../../web/components/text-input.tsx'
import type { Recording } from '../../recordings/model.ts'
import { transcriptsAddress } from '../addresses.ts'
import { recordingInWords } from '../words.ts'

export type ImportErrors = { readonly file?: string; readonly title?: string }

export type ImportProps = {
  readonly programmeId: string
  readonly title: string
  readonly recordingId: string
  /** Those that can be played. */
  readonly recordings: readonly Recording[]
  readonly errors: ImportErrors
  readonly idempotencyKey: string
}

export const ImportPage = (props: ImportProps) => (
  <>
    <ErrorSummary
      errors={Object.entries(props.errors).map(([fieldId, text]) => ({ fieldId, text }))}
    />
    <h1 className="nhsuk-heading-l">Import a transcript</h1>
    <p>
      Nothing is stored yet: the next page shows which names will be replaced. The file itself, with
      its names, is never stored.
    </p>
    <Form
      action={`${transcriptsAddress(props.programmeId)}/new`}
      idempotencyKey={props.idempotencyKey}
      hasFiles
    >
      <FileUpload
        name="file"
        label="Transcript"
        hint="A file from Teams, Zoom or another program: .vtt, .srt, .docx or .txt, up to 10 MB"
        accept=".vtt,.srt,.docx,.txt,text/vtt,text/plain"
        error={props.errors.file}
      />
      <TitleInput {...props} />
      <RecordingSelect {...props} />
      <Button>Check the names</Button>
    </Form>
    <WhichFiles />
  </>
)

type TitleProps = { readonly title: string; readonly errors: ImportErrors }

export const TitleInput = ({ title, errors }: TitleProps) => (
  <TextInput
    name="title"
    label="Title"
    hint="Without names, for example Sitting 1"
    value={title}
    error={errors.title}
  />
)

type RecordingProps = Pick<ImportProps, 'recordings' | 'recordingId'>

/** Nothing to choose: nothing is asked. */
export const RecordingSelect = ({ recordings, recordingId }: RecordingProps) =>
  recordings.length === 0 ? null : (
    <Select
      name="recording"
      label="Recording that it belongs to"
      options={[
        { value: '', label: 'None' },
        ...recordings.map((one) => ({ value: one.recordingId, label: recordingInWords(one) })),
      ]}
      value={recordingId}
    />
  )

const WhichFiles = () => (
  <Details summary="Which files can be imported">
    <ul className="nhsuk-list nhsuk-list--bullet">
      <li>
        <strong>Teams</strong>: open the meeting’s recap, choose Transcript, then Download as .docx
        or as .vtt
      </li>
      <li>
        <strong>Zoom</strong>: the audio transcript (.vtt) of a cloud recording, or the captions
        saved during the call (.txt)
      </li>
      <li>
        <strong>Subtitles</strong> of any program: .vtt or .srt
      </li>
      <li>
        <strong>Typed text</strong>: .txt or .docx. Put each speaker on a new line, as in “Anna: I
        agree”; without names, each paragraph is a passage
      </li>
    </ul>
  </Details>
)
