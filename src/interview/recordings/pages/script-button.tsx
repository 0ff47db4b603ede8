import type { ReactNode } from 'react'
import { classNames } from '../../../web/components/class-names.ts'

type ScriptButtonProps = {
  /** What the script calls it by. */
  readonly press: string
  readonly isSecondary?: boolean
  readonly children: ReactNode
}

/** A button that a script listens to, and shows when there is something to press it for. */
export const ScriptButton = ({ press, isSecondary = false, children }: ScriptButtonProps) => (
  <button
    className={classNames('nhsuk-button', isSecondary && 'nhsuk-button--secondary')}
    type="button"
    data-press={press}
    hidden
  >
    {children}
  </button>
)
