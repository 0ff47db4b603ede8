import type { ReactNode } from 'react'

type ErrorMessageProps = { readonly id: string; readonly children: ReactNode }

export const ErrorMessage = ({ id, children }: ErrorMessageProps) => (
  <span className="nhsuk-error-message" id={id}>
    <span className="nhsuk-u-visually-hidden">Error: </span>
    {children}
  </span>
)
