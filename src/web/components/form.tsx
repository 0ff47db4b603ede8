import type { ReactNode } from 'react'

type FormProps = {
  readonly action: string
  /** Sent back with the form, so that a double click or a retry is stored once. */
  readonly idempotencyKey: string
  /** Files are sent along: a `FileUpload` stands in it. */
  readonly hasFiles?: boolean | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** Checked on the server alone, so that errors are worded the same in the summary and the field. */
export const Form = ({ action, idempotencyKey, hasFiles, className, children }: FormProps) => (
  <form
    className={className}
    action={action}
    method="post"
    encType={hasFiles === true ? 'multipart/form-data' : undefined}
    noValidate
  >
    <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
    {children}
  </form>
)
