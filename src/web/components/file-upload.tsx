import { LabelledField } from './form-group.tsx'
import { describedBy, idOf, type Question } from './question.ts'

type FileUploadProps = Question & {
  /** Which files the browser offers: `.json,application/json`. */
  readonly accept?: string | undefined
}

/** A file from the person's own device. Its form needs `hasFiles`; a browser cannot send it back filled in. */
export const FileUpload = (props: FileUploadProps) => (
  <LabelledField question={props} module="nhsuk-file-upload">
    <input
      className="nhsuk-file-upload__input"
      id={idOf(props)}
      name={props.name}
      type="file"
      accept={props.accept}
      aria-describedby={describedBy(props)}
    />
  </LabelledField>
)
