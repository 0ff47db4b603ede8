import type { ReactNode } from 'react'

/** Sets apart what a reader must not miss in a longer text. */
export const InsetText = ({ children }: { readonly children: ReactNode }) => (
  <div className="nhsuk-inset-text">
    <span className="nhsuk-u-visually-hidden">Information: </span>
    {typeof children === 'string' ? <p>{children}</p> : children}
  </div>
)
